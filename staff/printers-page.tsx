import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { language } from "../ui/language.ts";
import { printerWords } from "../words/printers.ts";
import { staffWords } from "../words/staff.ts";
import "./printers.css";
import { useNotice } from "./notice.tsx";
import type { PageProps } from "./pages.ts";
import { type PrinterActs, PrinterCard } from "./printer-card.tsx";
import { followPrinters } from "./printers-now.ts";
import { refusalIn } from "./refusal.ts";
import { ReprintForm } from "./reprint-form.tsx";

/** How every printer is, what to do about it, and a slip printed again by its number. */
export function PrintersPage({ session, sessions, live, office }: PageProps) {
	const words = printerWords[language.value];
	const onSessionOver = sessions.over;
	const followed = useMemo(
		() => followPrinters(live.printers, onSessionOver),
		[live, onSessionOver],
	);
	useEffect(() => followed.stop, [followed]);
	const busy = useSignal(false);
	const notice = useNotice();
	const list = followed.list.value;
	const timeZone = office.value?.timeZone ?? "Asia/Ho_Chi_Minh";
	const mayPause = session.account.roles.some((role) => role === "supervisor" || role === "admin");

	const act: PrinterActs["act"] = async ({ id, name }, what) => {
		if (busy.value) return null;
		busy.value = true;
		notice.clear();
		const got = await followed.act(id, what);
		busy.value = false;
		if (got.ok) notice.say(words[said[what]](name));
		else notice.refuse(refusalIn(got, staffWords[language.value]));
		return got.ok ? (got.value.print ?? null) : null;
	};

	return (
		<main class="page printers">
			<div>
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			{followed.stale.value && (
				<p class="notice is-wrong" role="status">
					{words.stale}
				</p>
			)}
			<div class="printers-notice">{notice.shown}</div>
			{list === null ? (
				<p role="status">{words.loading}</p>
			) : (
				<>
					{list.length === 0 && <p class="soft">{words.none}</p>}
					{list.map((printer) => (
						<PrinterCard
							key={printer.id}
							printer={{ ...printer, ...live.printers.value.get(printer.id) }}
							roll={live.printers.value.get(printer.id)?.roll ?? null}
							timeZone={timeZone}
							acts={{ busy: busy.value, mayPause, act, onRollChanged: live.rollWasChanged }}
						/>
					))}
					<ReprintForm printers={list} live={live} onSessionOver={onSessionOver} />
				</>
			)}
		</main>
	);
}

/** What is said of each act that was done. */
const said = {
	test: "testSent",
	pause: "paused",
	resume: "resumed",
	check: "checked",
} as const;
