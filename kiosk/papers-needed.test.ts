import { expect, test } from "vitest";
import type { ProcedureDocument } from "../protocol/procedures.ts";
import { papersNeeded, papersReady } from "./papers-needed.ts";

const paper = (name: string, more: Partial<ProcedureDocument> = {}): ProcedureDocument => ({
	name,
	originals: 1,
	copies: 0,
	submit: true,
	note: null,
	...more,
});
const birth = [
	paper("Tờ khai"),
	paper("Biên bản trẻ bị bỏ rơi", { conditional: true, note: "chỉ khi trẻ bị bỏ rơi" }),
	paper("Giấy chứng sinh"),
];

test("papers that only some bring stand apart, and all keep their places", () => {
	const { everybody, some } = papersNeeded(birth);
	expect(everybody.map(({ place }) => place)).toEqual([0, 2]);
	expect(some.map(({ place }) => place)).toEqual([1]);
});

test("all is there once all that everybody brings is, whatever is ticked besides", () => {
	expect(papersReady(birth, [])).toEqual({ have: 0, of: 2, complete: false });
	expect(papersReady(birth, [0, 1])).toEqual({ have: 1, of: 2, complete: false });
	expect(papersReady(birth, [2, 0])).toEqual({ have: 2, of: 2, complete: true });
});

test("where only some bring anything, nobody is told that all is there", () => {
	const some = [paper("Giấy tờ khác", { conditional: true, note: "nếu có" })];
	expect(papersReady(some, [0]).complete).toBe(false);
	expect(papersReady([], []).complete).toBe(false);
});
