import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Slip, SlipList } from "../../protocol/slips.ts";
import { api } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { slipWords } from "../../words/slips.ts";
import { staffWords } from "../../words/staff.ts";
import { useNotice } from "../notice.tsx";
import type { PageProps } from "../pages.ts";
import { refusalIn } from "../refusal.ts";
import { EnteredSlips } from "./entered-slips.tsx";
import { SlipForm } from "./slip-form.tsx";
import { SpareSlips } from "./spare-slips.tsx";
import "./slips.css";

/** Before the hub is away: numbers on paper. After it was: what became of them. */
export function SlipsPage({ office, live, sessions }: PageProps) {
	const words = slipWords[language.value];
	const items = useSignal<readonly Slip[] | null>(null);
	const notice = useNotice();
	const told = office.value;

	const load = async () => {
		const got = await api<SlipList>("GET", "/api/slips");
		if (got.ok) items.value = got.value.items;
		else if (got.status === 401) sessions.over();
		else notice.refuse(refusalIn(got, staffWords[language.value]));
	};
	const away = live.state.value !== "live";
	// Anew when the hub is back: what was said of it then is over.
	useEffect(() => {
		if (away) return;
		notice.clear();
		void load();
	}, [away]);

	/** Asks the hub, and says what came of it; whether it was done. */
	const decide = async (path: string, body: object, done: string): Promise<boolean> => {
		notice.clear();
		const got = await api("POST", path, body);
		if (got.ok) notice.say(done);
		else if (got.status === 401) sessions.over();
		else notice.refuse(refusalIn(got, staffWords[language.value]));
		await load();
		return got.ok;
	};

	return (
		<main class="page slips-page">
			<div class="not-printed">
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			{told === null ? (
				<p role="status">{words.loading}</p>
			) : (
				<>
					<div class="page-columns not-printed">
						<SlipForm office={told} away={away} notice={notice} decide={decide} />
						<EnteredSlips office={told} away={away} items={items.value} decide={decide} />
					</div>
					<SpareSlips office={told} />
				</>
			)}
		</main>
	);
}
