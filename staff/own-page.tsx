import { useSignal } from "@preact/signals";
import { api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { staffWords } from "../words/staff.ts";
import { useNotice } from "./notice.tsx";
import type { PageProps } from "./pages.ts";
import { PasswordForm } from "./password-form.tsx";
import { refusalIn } from "./refusal.ts";

/** Who is signed in, one's own password, and out everywhere. */
export function OwnPage({ session, sessions }: PageProps) {
	const words = accountWords[language.value];
	const { account } = session;
	const busy = useSignal(false);
	const notice = useNotice();

	async function endAll(): Promise<void> {
		busy.value = true;
		const got = await api<null>("POST", "/api/session/end-all", {});
		busy.value = false;
		if (got.ok || got.status === 401) sessions.left();
		else notice.refuse(refusalIn(got, staffWords[language.value]));
	}

	return (
		<main class="page">
			<h1>{words.own.title}</h1>
			<div class="page-columns">
				<section class="panel">
					<h2>{account.name}</h2>
					<dl class="facts">
						<div>
							<dt>{words.own.username}</dt>
							<dd>{account.username}</dd>
						</div>
						<div>
							<dt>{words.own.roles}</dt>
							<dd>{account.roles.map((role) => words.roles[role]).join(", ")}</dd>
						</div>
					</dl>
					<p class="soft">{words.own.everywhereHint}</p>
					{notice.shown}
					<button type="button" class="button" disabled={busy.value} onClick={() => void endAll()}>
						{words.own.everywhere}
					</button>
				</section>
				<section class="panel">
					<h2>{words.password.title}</h2>
					<PasswordForm onChanged={sessions.known} />
				</section>
			</div>
		</main>
	);
}
