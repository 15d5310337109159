import { arrowWays } from "../protocol/office.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { under } from "./faults.ts";
import { at, type Entry, rows, textAt, texts, textsAt, twice, unknownIn } from "./file-rows.ts";

/** What is wrong with boards beyond the schema: counters and slides that the office, or the board itself, does not have, and two ways to one. */
export function boardFaults(file: unknown): SettingsFault[] {
	const known = texts(rows(file, "counters"), "id");
	const slides = texts(rows(file, "slides"), "id");
	return rows(file, "boards").flatMap((board) => {
		const shown = textsAt(board, "counters");
		const arrows = { path: under(board.path, "arrows"), value: at(board.value, "arrows") };
		const pointed = arrowWays.flatMap((way): Entry[] => textsAt(arrows, way));
		// One that does not exist has its fault where the board names it, and no arrow is advised to point to it.
		const shownThere = shown.map(({ text }) => text).filter((id) => known.includes(id));
		const own = shownThere.length > 0 ? shownThere : known;
		return [
			...unknownIn(shown, known),
			...unknownIn(pointed, own),
			...unknownIn(textsAt(board, "slides"), slides),
			...twice(pointed, "a counter with one way to it", (counter) => ({ is: "two-ways", counter })),
		];
	});
}

/** At eight letters a second a notice is then by in half a minute. */
const mostLetters = 200;
/** All of them are by in five minutes, in two languages. */
const mostInAll = 1_200;

/** What is wrong with the notices along the foot of boards beyond the schema: one that is so long that nobody sees its end, or so many that none comes again. */
export function tickerFaults(file: unknown): SettingsFault[] {
	const notices = rows(file, "ticker");
	const long = notices.flatMap((notice) =>
		["vi", "en"].flatMap((language) =>
			textAt(notice, language).flatMap(({ path, text }) =>
				text.length > mostLetters
					? [
							{
								path,
								found: `${text.length} letters`,
								allowed: `at most ${mostLetters} letters`,
								rule: { is: "too-long" as const, most: mostLetters },
							},
						]
					: [],
			),
		),
	);
	const inAll = ["vi", "en"].map((language) =>
		texts(notices, language).reduce((sum, { length }) => sum + length, 0),
	);
	const most = Math.max(...inAll);
	if (most <= mostInAll) return long;
	return [
		...long,
		{
			path: "/ticker",
			found: `${most} letters in one language`,
			allowed: `at most ${mostInAll} in all, which take five minutes to run by in two languages`,
			rule: { is: "ticker-too-long", letters: most, most: mostInAll },
		},
	];
}
