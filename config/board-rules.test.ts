import { expect, it } from "vitest";
import { boardFaults, tickerFaults } from "./board-rules.ts";

const counters = [{ id: "quay-1" }, { id: "quay-2" }, { id: "quay-3" }];
const faults = (board: object) => boardFaults({ counters, boards: [{ id: "sanh", ...board }] });

it("a board may be for some counters and point to them", () => {
	expect(faults({})).toEqual([]);
	expect(faults({ counters: ["quay-1"], arrows: { "up-left": ["quay-1"] } })).toEqual([]);
	expect(faults({ arrows: { left: ["quay-1", "quay-2"], right: ["quay-3"] } })).toEqual([]);
});

it("a board may show some slides, by their ids", () => {
	const slides = [{ id: "lich" }, { id: "dat-dai" }];
	const of = (shown: unknown) =>
		boardFaults({ counters, slides, boards: [{ id: "a", slides: shown }] });
	expect(of(false)).toEqual([]);
	expect(of(["lich"])).toEqual([]);
	expect(of(["lich", "lichh"])).toMatchObject([
		expect.objectContaining({ path: "/boards/0/slides/1", hint: "lich" }),
	]);
});

it("only counters that there are are advised", () => {
	const found = faults({ counters: ["quay-9", "quay-1"], arrows: { left: ["quay-9"] } });
	expect(found).toMatchObject([
		expect.objectContaining({ path: "/boards/0/counters/0" }),
		{
			path: "/boards/0/arrows/left/0",
			found: '"quay-9"',
			allowed: 'one of "quay-1"',
			hint: "quay-1",
		},
	]);
});

it.each([
	[{ counters: ["quay-9"] }, "/boards/0/counters/0", '"quay-9"'],
	[{ arrows: { left: ["quay-9"] } }, "/boards/0/arrows/left/0", '"quay-9"'],
	[{ counters: ["quay-1"], arrows: { left: ["quay-2"] } }, "/boards/0/arrows/left/0", '"quay-2"'],
	[{ arrows: { left: ["quay-1"], right: ["quay-1"] } }, "/boards/0/arrows/right/0", '"quay-1"'],
])("but not for one that is not there, nor two ways to one: %j", (board, path, found) => {
	expect(faults(board)).toMatchObject([
		expect.objectContaining({ path, found: expect.stringContaining(found) }),
	]);
});

const notice = (vi: number, en = vi) => ({ vi: "a".repeat(vi), en: "a".repeat(en) });

it("six notices of two hundred letters run along the foot, in each language", () => {
	expect(tickerFaults({})).toEqual([]);
	expect(tickerFaults({ ticker: Array(6).fill(notice(200)) })).toEqual([]);
});

it("a longer one is named, and so are all where one would wait too long for each", () => {
	expect(tickerFaults({ ticker: [notice(20), notice(20, 201)] })).toMatchObject([
		{ path: "/ticker/1/en", found: "201 letters", allowed: "at most 200 letters" },
	]);
	expect(tickerFaults({ ticker: Array(20).fill(notice(61, 9)) })).toMatchObject([
		expect.objectContaining({ path: "/ticker", found: "1220 letters in one language" }),
	]);
});
