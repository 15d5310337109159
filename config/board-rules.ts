import { arrowWays } from "../protocol/office.ts";
import type { Fault } from "../protocol/problem.ts";
import { under } from "./faults.ts";
import { at, type Entry, rows, texts, textsAt, twice, unknownIn } from "./file-rows.ts";

/** What is wrong with boards beyond the schema: counters that the office, or the board itself, does not have, and two ways to one. */
export function boardFaults(file: unknown): Fault[] {
	const known = texts(rows(file, "counters"), "id");
	return rows(file, "boards").flatMap((board) => {
		const shown = textsAt(board, "counters");
		const arrows = { path: under(board.path, "arrows"), value: at(board.value, "arrows") };
		const pointed = arrowWays.flatMap((way): Entry[] => textsAt(arrows, way));
		const own = shown.length > 0 ? shown.map(({ text }) => text) : known;
		return [
			...unknownIn(shown, known),
			...unknownIn(pointed, own),
			...twice(pointed, "a counter with one way to it"),
		];
	});
}
