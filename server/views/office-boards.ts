import type { Board } from "../../config/office.ts";
import { type ArrowWay, arrowWays, type OfficeBoard } from "../../protocol/office.ts";

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
