import { effect, type Signal, signal } from "@preact/signals";
import { keptTexts } from "../../ui/kept-text.ts";

/** So many are kept; the oldest is let go. */
const most = 60;
const kept = keptTexts("console", () => sessionStorage);
const drafts = new Map<string, Signal<string>>();
let isRead = false;

/**
 * What is being written or ticked and not yet sent, by what it is about. It outlives the dialog in which it stands, a hub that is away, and
 * a reload of the page; not the browser's tab, and not for anybody else: see `draftsAreOf`.
 */
export function draft(name: string): Signal<string> {
	readKept();
	const known = drafts.get(name);
	if (known) return known;
	return begin(name, "");
}

/** It was sent: the next one begins empty. */
export function sent(name: string): void {
	const text = drafts.get(name);
	if (text) text.value = "";
}

/** Another officer begins with nothing of the one before; the same one goes on where they were. */
export function draftsAreOf(username: string): void {
	readKept();
	if (kept.read("of") === username) return;
	for (const text of drafts.values()) text.value = "";
	kept.keep("drafts", null);
	kept.keep("of", username);
}

function begin(name: string, text: string): Signal<string> {
	const begun = signal(text);
	drafts.set(name, begun);
	for (const oldest of drafts.keys()) {
		if (drafts.size <= most) break;
		drafts.delete(oldest);
	}
	let isBegun = false;
	effect(() => {
		void begun.value;
		if (isBegun) keep();
		isBegun = true;
	});
	return begun;
}

function keep(): void {
	const written = [...drafts]
		.map(([name, text]) => [name, text.peek()])
		.filter(([, text]) => text !== "");
	kept.keep("drafts", JSON.stringify(written));
}

function readKept(): void {
	if (isRead) return;
	isRead = true;
	for (const [name, text] of entriesIn(kept.read("drafts") ?? "[]")) begin(name, text);
}

function entriesIn(json: string): [string, string][] {
	try {
		const read: unknown = JSON.parse(json);
		if (!Array.isArray(read)) return [];
		return read.flatMap((one: unknown) =>
			Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "string"
				? [[one[0], one[1]] satisfies [string, string]]
				: [],
		);
	} catch {
		return [];
	}
}
