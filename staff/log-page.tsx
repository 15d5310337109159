import { Download } from "lucide";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { logWords } from "../words/log.ts";
import { count, exactTime } from "../words/numbers.ts";
import { staffWords } from "../words/staff.ts";
import "./log.css";
import { LogFilterForm } from "./log-filter-form.tsx";
import { csvAddress, type LogReading, noFilter, type ReadLog, readLog } from "./log-reading.ts";
import { LogTable } from "./log-table.tsx";
import type { PageProps } from "./pages.ts";
import { refusalIn } from "./refusal.ts";

/** Who did what when, for admins: the newest first, sifted, and as a file. */
export function LogPage({ office, sessions }: PageProps) {
	const words = logWords[language.value];
	const reading = useMemo(() => readLog(Date.now, sessions.over), [sessions]);
	const read = reading.read.value;
	const timeZone = office.value?.timeZone ?? "Asia/Ho_Chi_Minh";
	// The hub writes the sentences, in the language that is asked for.
	useEffect(() => {
		void reading.begin(reading.read.peek()?.filter ?? noFilter);
	}, [reading, language.value]);

	return (
		<main class="page log">
			<div class="page-head">
				<div>
					<h1>{words.title}</h1>
					<p class="soft">{words.intro}</p>
				</div>
				{read !== null && (
					<a class="button" href={csvAddress(read.filter, language.value)} download>
						<Icon node={Download} />
						{words.download}
					</a>
				)}
			</div>
			{read !== null && (
				<LogFilterForm
					// Where the hub chose the day, the fields name it.
					key={JSON.stringify(read.filter)}
					read={read}
					busy={reading.asking.value === "newest"}
					onApply={(filter) => void reading.begin(filter)}
				/>
			)}
			<Head reading={reading} timeZone={timeZone} />
			{read !== null && read.items.length > 0 && (
				<LogTable items={read.items} timeZone={timeZone} />
			)}
			{read !== null && <Foot reading={reading} read={read} />}
		</main>
	);
}

/** How much is shown and how fresh it is, or why there is nothing. */
function Head({ reading, timeZone }: { reading: LogReading; timeZone: string }) {
	const words = logWords[language.value];
	const read = reading.read.value;
	const refused = reading.refused.value;
	const newest = () => void reading.begin(read?.filter ?? noFilter);
	if (refused && reading.asking.value === null) {
		return (
			<div class="log-head">
				<p class="notice is-wrong" role="alert">
					{refusalIn(refused, staffWords[language.value])}
				</p>
				<button type="button" class="button" onClick={newest}>
					{words.again}
				</button>
			</div>
		);
	}
	if (read === null || reading.asking.value === "newest") {
		return (
			<p class="log-head soft" role="status">
				{words.loading}
			</p>
		);
	}
	return (
		<div class="log-head">
			<p role="status">
				<strong>{howMany(read)}</strong>{" "}
				<span class="soft">{words.asOf(exactTime(read.asOf, timeZone))}</span>
			</p>
			<button type="button" class="button button-quiet" onClick={newest}>
				{words.newest}
			</button>
		</div>
	);
}

function howMany({ items, older, total, filter }: ReadLog): string {
	const words = logWords[language.value];
	const said = (of: number) => count(of, language.value);
	if (items.length === 0) {
		if (older !== null) return words.soFar;
		const isSifted = [filter.by, filter.kind, filter.q].some((text) => text !== "");
		return isSifted ? words.noneFound : words.empty;
	}
	if (older === null) return words.total(said(items.length));
	return total === null
		? words.shown(said(items.length))
		: words.shownOf(said(items.length), said(total));
}

/** The way on to what is older, or that there is none. */
function Foot({ reading, read }: { reading: LogReading; read: ReadLog }) {
	const words = logWords[language.value];
	const end = useRef<HTMLParagraphElement>(null);
	const wentOn = useRef(false);
	useLayoutEffect(() => {
		// The button that had the focus is gone.
		if (wentOn.current && read.older === null) end.current?.focus();
	}, [read.older]);
	if (read.older === null) {
		if (read.items.length === 0) return null;
		return (
			<p class="log-foot soft" ref={end} tabIndex={-1}>
				{words.allShown}
			</p>
		);
	}
	const busy = reading.asking.value !== null;
	return (
		<p class="log-foot">
			<button
				type="button"
				class="button"
				// Not disabled: it would lose the focus.
				aria-disabled={busy}
				onClick={() => {
					wentOn.current = true;
					if (!busy) void reading.goOn();
				}}
			>
				{reading.asking.value === "older"
					? words.loading
					: read.items.length === 0
						? words.goOn
						: words.older}
			</button>
		</p>
	);
}
