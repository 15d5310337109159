import { expect, it } from "vitest";
import { boardFaults } from "./board-rules.ts";

const counters = [{ id: "quay-1" }, { id: "quay-2" }, { id: "quay-3" }];
const faults = (board: object) => boardFaults({ counters, boards: [{ id: "sanh", ...board }] });

it("a board may be for some counters and point to them", () => {
	expect(faults({})).toEqual([]);
	expect(faults({ counters: ["quay-1"], arrows: { "up-left": ["quay-1"] } })).toEqual([]);
	expect(faults({ arrows: { left: ["quay-1", "quay-2"], right: ["quay-3"] } })).toEqual([]);
});

it.each([
	[{ counters: ["quay-9"] }, "/boards/0/counters/0", '"quay-9"'],
	[{ arrows: { left: ["quay-9"] } }, "/boards/0/arrows/left/0", '"quay-9"'],
	[{ counters: ["quay-1"], arrows: { left: ["quay-2"] } }, "/boards/0/arrows/left/0", '"quay-2"'],
	[{ arrows: { left: ["quay-1"], right: ["quay-1"] } }, "/boards/0/arrows/right/0", '"quay-1"'],
])("but not for one that is not there, nor two ways to one: %j", (board, path, found) => {
	expect(faults(board)).toEqual([
		expect.objectContaining({ path, found: expect.stringContaining(found) }),
	]);
});
