import type { Board } from "../../config/office.ts";
import { type ArrowWay, arrowWays, type OfficeBoard } from "../../protocol/office.ts";
import type { Zone } from "./board.ts";

/** The boards of an office file as they are told of themselves, with what it leaves out. */
export function officeBoards(boards: readonly Board[]): OfficeBoard[] {
	return boards.map(
		({
			id,
			counters = null,
			languages = ["vi", "en"],
			slides = true,
			sound = true,
			arrows = {},
		}) => {
			const ways: Record<string, ArrowWay> = {};
			for (const way of arrowWays) for (const counter of arrows[way] ?? []) ways[counter] = way;
			return { id, counters, languages, slides, sound, arrows: ways };
		},
	);
}

/** The counters of each board that is there for some of them alone. */
export function zonesOf(boards: readonly Board[]): Zone[] {
	return boards.flatMap(({ counters }) => (counters === undefined ? [] : [counters]));
}
