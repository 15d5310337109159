import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";

const births = {
	id: "ho-tich",
	prefix: "A",
	name: { vi: "Hộ tịch", en: "Civil status" },
	minutes: 8,
};
const land = { id: "dat-dai", prefix: "E", name: { vi: "Đất đai", en: "Land" } };

test("the same office has no differences, however its keys stand", () => {
	const { minutes, ...rest } = births;
	expect(differencesOf({ services: [births] }, { services: [{ minutes, ...rest }] })).toEqual([]);
});

test("services are compared each with itself, wherever it stands", () => {
	const before = { services: [births, land] };
	const after = { services: [land, { ...births, minutes: 10 }] };
	expect(differencesOf(before, after)).toEqual([
		{ path: ["services", 1, "minutes"], before: 8, after: 10, of: { ...births, minutes: 10 } },
		{
			path: ["services"],
			before: ["ho-tich", "dat-dai"],
			after: ["dat-dai", "ho-tich"],
			of: undefined,
		},
	]);
});

test("one that is new or gone is one difference, and a name in its languages is one thing", () => {
	expect(differencesOf({ services: [births] }, { services: [births, land] })).toEqual([
		{ path: ["services", 1], before: undefined, after: land, of: land },
	]);
	expect(differencesOf({ services: [births, land] }, { services: [land] })).toEqual([
		{ path: ["services", 0], before: births, after: undefined, of: births },
	]);
	const name = { vi: "Khai sinh", en: "Civil status" };
	expect(differencesOf({ services: [births] }, { services: [{ ...births, name }] })).toEqual([
		{ path: ["services", 0, "name"], before: births.name, after: name, of: { ...births, name } },
	]);
});

test("what has no ids is compared as a whole, and a section may be new", () => {
	const [rest, other] = [
		{ vi: "Nghỉ lễ", en: "Holiday" },
		{ vi: "Mang căn cước", en: "Bring your card" },
	];
	expect(differencesOf({ ticker: [rest] }, { ticker: [rest, other] })).toEqual([
		{ path: ["ticker"], before: [rest], after: [rest, other], of: undefined },
	]);
	expect(differencesOf({}, { voice: { volume: 60 } })).toEqual([
		{ path: ["voice"], before: undefined, after: { volume: 60 }, of: undefined },
	]);
});

test("slides without ids are compared each with itself: what says the same is the same, what is left goes by its order", () => {
	const [papers, hours, poster] = [
		{ title: { vi: "Giấy tờ", en: "Papers" } },
		{ title: { vi: "Giờ", en: "Hours" }, seconds: 12 },
		{ id: "trang-1", picture: "kept:a.png" },
	];
	expect(differencesOf({ slides: [papers, hours] }, { slides: [papers, hours, poster] })).toEqual([
		{ path: ["slides", 2], before: undefined, after: poster, of: poster },
	]);
	const longer = { ...hours, seconds: 20 };
	expect(differencesOf({ slides: [hours, papers] }, { slides: [longer, papers] })).toEqual([
		{ path: ["slides", 0, "seconds"], before: 12, after: 20, of: longer },
	]);
	expect(differencesOf({ slides: [papers, hours] }, { slides: [papers] })).toEqual([
		{ path: ["slides", 1], before: hours, after: undefined, of: hours },
	]);
	expect(differencesOf({ slides: [papers, poster] }, { slides: [poster, papers] })).toEqual([
		{
			path: ["slides"],
			before: [papers.title, "trang-1"],
			after: ["trang-1", papers.title],
			of: undefined,
		},
	]);
});
