import { type ReadonlySignal, signal } from "@preact/signals";
import type { LogItem, LogPage } from "../protocol/log.ts";
import type { Language } from "../protocol/office.ts";
import { type Answer, api } from "../ui/api.ts";

/** What is looked for; an empty text is no condition. Days as 2026-11-21; without, the hub chooses the newest. */
export interface LogFilter {
	from: string;
	to: string;
	by: string;
	kind: string;
	q: string;
}

export const noFilter: LogFilter = { from: "", to: "", by: "", kind: "", q: "" };

type Refused = Extract<Answer<unknown>, { ok: false }>;

/** What has been read of the log. */
export interface ReadLog {
	/** What was looked for, with the day that the hub chose where none was named. */
	filter: LogFilter;
	days: LogPage["days"];
	people: LogPage["people"];
	/** Of a single day. */
	total: number | null;
	/** The newest first. */
	items: readonly LogItem[];
	older: string | null;
	/** When the newest were asked for, ISO 8601. */
	asOf: string;
}

export interface LogReading {
	/** Null before anything was read. What was read stays while more is asked for, and when the hub says no. */
	read: ReadonlySignal<ReadLog | null>;
	/** What is being asked for. */
	asking: ReadonlySignal<"newest" | "older" | null>;
	/** Why the last question got no answer. */
	refused: ReadonlySignal<Refused | null>;
	/** Reads anew from the newest. */
	begin(filter: LogFilter): Promise<void>;
	/** Reads on from the oldest that is shown, whatever has come since. */
	goOn(): Promise<void>;
}

/** Reads the log piece by piece. An answer to a question that is no longer asked is let go. */
export function readLog(now: () => number, onSessionOver: () => void): LogReading {
	const read = signal<ReadLog | null>(null);
	const asking = signal<"newest" | "older" | null>(null);
	const refused = signal<Refused | null>(null);
	let question = 0;

	async function ask(what: "newest" | "older", filter: LogFilter, before: string | null) {
		const mine = ++question;
		asking.value = what;
		refused.value = null;
		const got = await api<LogPage>("GET", `/api/admin/log?${queryOf(filter, { before })}`);
		if (mine !== question) return null;
		asking.value = null;
		if (got.ok) return got.value;
		if (got.status === 401) onSessionOver();
		refused.value = got;
		return null;
	}

	return {
		read,
		asking,
		refused,
		async begin(asked) {
			const asOf = new Date(now()).toISOString();
			const page = await ask("newest", asked, null);
			if (page === null) return;
			const { day, days, people, items, older, total = null } = page;
			const isAnyDay = asked.from === "" && asked.to === "";
			const filter = isAnyDay ? { ...asked, from: day, to: day } : asked;
			read.value = { filter, days, people, total, items, older, asOf };
		},
		async goOn() {
			const before = read.value;
			if (before === null || before.older === null) return;
			const page = await ask("older", before.filter, before.older);
			if (page === null) return;
			read.value = { ...before, items: [...before.items, ...page.items], older: page.older };
		},
	};
}

/** The same as a file for a spreadsheet. */
export function csvAddress(filter: LogFilter, language: Language): string {
	return `/api/admin/log.csv?${queryOf(filter, { language })}`;
}

function queryOf(filter: LogFilter, more: Record<string, string | null>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...filter, ...more })) {
		if (value !== null && value.trim() !== "") query.set(name, value.trim());
	}
	return query.toString();
}
