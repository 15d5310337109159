import { describe, expect, it } from "vitest";
import { readings } from "./readings.ts";

const read = readings({
	fillers: ["tôi muốn", "làm", "cho"],
	synonyms: [
		{ words: ["sổ đỏ", "bìa đỏ"], means: "giấy chứng nhận", codes: ["1.013978"] },
		{ words: ["mất sổ đỏ"], codes: ["1.012796"] },
		{ words: ["mất"], means: "cấp lại" },
		{ words: ["cccd"], means: "căn cước" },
		{ words: ["căn cước trẻ em"], means: "căn cước dưới 14 tuổi", codes: ["1.014062"] },
	],
});
const phrases = (query: string) => read(query).asMeant.map(({ words }) => words.join(" "));

describe("the readings of a query", () => {
	it("are the query itself where it has no everyday words", () => {
		expect(phrases("Khai sinh")).toEqual(["khai sinh"]);
	});

	it("leave out fillers, unless nothing else was said", () => {
		expect(phrases("tôi muốn làm khai sinh cho")).toEqual(["khai sinh"]);
		expect(phrases("tôi muốn làm")).toEqual(["toi muon lam"]);
	});

	it("put everyday words into official ones and point to procedures", () => {
		expect(read("so do")).toEqual({
			asMeant: [
				{
					words: ["giay", "chung", "nhan"],
					pointers: [{ codes: ["1.013978"], share: 1 }],
					trust: 1,
				},
			],
			asSaid: { words: ["so", "do"], pointers: [], trust: expect.closeTo(0.75) },
		});
	});

	it("take the longest phrase that fits", () => {
		expect(read("mất sổ đỏ").asMeant.flatMap(({ pointers }) => pointers)).toEqual([
			{ codes: ["1.012796"], share: 1 },
		]);
	});

	it("keep the query as it stands where only a part of it is everyday", () => {
		expect(phrases("mất hộ chiếu")).toEqual(["cap lai ho chieu", "mat ho chieu"]);
	});

	it("find an everyday phrase behind an abbreviation", () => {
		expect(phrases("cccd trẻ em")).toContain("can cuoc duoi 14 tuoi");
	});

	it("weigh a phrase by its share of what was said", () => {
		const [first] = read("sổ đỏ cho hộ gia đình").asMeant;
		expect(first?.pointers[0]?.share).toBeCloseTo(2 / 5);
	});

	it("are none of an empty query", () => {
		expect(read(" … ")).toEqual({ asMeant: [], asSaid: undefined });
	});
});
