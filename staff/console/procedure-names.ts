import type { ReadonlySignal } from "@preact/signals";
import type { Procedure } from "../../protocol/procedures.ts";
import { askUntilAnswered } from "../../ui/ask-again.ts";

const asked = new Map<string, ReadonlySignal<Procedure | null>>();

/** A procedure of the catalogue, asked for once a page; null until the hub has answered. */
export function procedureOf(code: string): ReadonlySignal<Procedure | null> {
	const known = asked.get(code);
	if (known) return known;
	const procedure = askUntilAnswered<Procedure>(`/api/procedures/${encodeURIComponent(code)}`);
	asked.set(code, procedure);
	return procedure;
}
