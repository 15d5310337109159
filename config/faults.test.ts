import { Type } from "typebox";
import { Settings } from "typebox/system";
import { describe, expect, it } from "vitest";
import { Hours, Names } from "../protocol/office.ts";
import { check, faultsOf, unknownName } from "./faults.ts";

const closed = { additionalProperties: false } as const;
const Counter = Type.Object({ label: Type.String({ minLength: 1, maxLength: 4 }) }, closed);
const Desk = Type.Object(
	{
		name: Names,
		language: Type.Enum(["vi", "en"]),
		hours: Type.Optional(Hours),
		widthDots: Type.Optional(Type.Union([Type.Literal(576), Type.Literal(384)])),
		note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
		seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
		counters: Type.Optional(Type.Array(Counter, { minItems: 1, uniqueItems: true })),
	},
	closed,
);
const good = { name: { vi: "Quầy tư pháp", en: "Justice desk" }, language: "vi" };

describe("what is wrong with a value", () => {
	it("is nothing when the value fits, and the value comes back with its type", () => {
		const checked = check(Desk, good);
		expect(checked).toEqual({ ok: true, value: good });
		if (checked.ok) expect(checked.value.name.vi).toBe("Quầy tư pháp");
	});

	it("names a missing key at its own path and says what belongs there", () => {
		expect(faultsOf(Desk, { language: "vi" })).toEqual([
			{ path: "/name", found: "nothing", allowed: "required: an object with vi, en" },
		]);
	});

	it("names every missing key", () => {
		expect(faultsOf(Desk, {}).map((fault) => fault.path)).toEqual(["/name", "/language"]);
	});

	it("names an unknown key once, with the nearest right name", () => {
		expect(faultsOf(Desk, { ...good, widthDot: 576 })).toEqual([
			{
				path: "/widthDot",
				found: "576",
				allowed: "only the keys name, language, hours, widthDots, note, seats, counters",
				hint: "widthDots",
			},
		]);
	});

	it("prefers a name that is not there yet", () => {
		const faults = faultsOf(Names, { vi: "Quầy", En: "Desk" });
		expect(faults.map((fault) => fault.path).sort()).toEqual(["/En", "/en"]);
		expect(faultsOf(Desk, { ...good, langage: "vi", language: undefined })).toContainEqual(
			expect.objectContaining({ path: "/langage", hint: "language" }),
		);
	});

	it("is said also of what is nested deeper than a stack is high", () => {
		const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
		const said = { found: "something nested very deep" };
		expect(faultsOf(Desk, { ...good, la: deep })).toEqual([expect.objectContaining(said)]);
		expect(faultsOf(Desk, { ...good, name: deep })).toEqual([expect.objectContaining(said)]);
	});

	it("gives no hint where no name comes near", () => {
		const [fault] = faultsOf(Desk, { ...good, telephone: "1900" });
		expect(fault?.path).toBe("/telephone");
		expect(fault).not.toHaveProperty("hint");
	});

	it("lists what an enumeration allows in one fault, with the nearest", () => {
		expect(faultsOf(Desk, { ...good, language: "VI" })).toEqual([
			{ path: "/language", found: '"VI"', allowed: '"vi" or "en"', hint: "vi" },
		]);
	});

	it("lists what a union of constants allows in one fault", () => {
		expect(faultsOf(Desk, { ...good, widthDots: "576" })).toEqual([
			{ path: "/widthDots", found: '"576"', allowed: "576 or 384" },
		]);
	});

	it("says of a text that may be null that it may be either", () => {
		expect(faultsOf(Desk, { ...good, note: 5 })).toEqual([
			{ path: "/note", found: "5", allowed: "text or null" },
		]);
	});

	it("names a union once where no branch is meant, with a misspelt word's nearest", () => {
		expect(faultsOf(Desk, { ...good, hours: "alway" })).toEqual([
			{
				path: "/hours",
				found: '"alway"',
				allowed: '"always" or an object with mon, tue, wed, thu, fri, sat, sun',
				hint: "always",
			},
		]);
	});

	it("looks inside the branch that an object is meant for", () => {
		const faults = faultsOf(Desk, {
			...good,
			hours: { mon: [{ from: "7:30", to: "11:30" }], tues: [] },
		});
		expect(faults).toContainEqual({
			path: "/hours/mon/0/from",
			found: '"7:30"',
			allowed: "a time of day as 07:30, from 00:00 to 23:59",
		});
		expect(faults).toContainEqual(expect.objectContaining({ path: "/hours/tues", hint: "tue" }));
		expect(faults).toHaveLength(2);
	});

	it("says once what a number must be, though it breaks two rules", () => {
		expect(faultsOf(Desk, { ...good, seats: 0.5 })).toEqual([
			{ path: "/seats", found: "0.5", allowed: "a whole number, at least 1 and at most 9" },
		]);
	});

	it("says how long a text or a list may be", () => {
		const faults = faultsOf(Desk, { ...good, counters: [{ label: "Quầy số 1" }, { label: "" }] });
		expect(faults).toEqual([
			{ path: "/counters/0/label", found: '"Quầy số 1"', allowed: "text of 1 to 4 characters" },
			{ path: "/counters/1/label", found: '""', allowed: "text of 1 to 4 characters" },
		]);
		expect(faultsOf(Desk, { ...good, counters: [] })).toEqual([
			{
				path: "/counters",
				found: "[]",
				allowed: "a list of at least 1 different item, each an object with label",
			},
		]);
	});

	it("says that the whole is of the wrong kind, or not there at all", () => {
		expect(faultsOf(Names, "Quầy")).toEqual([
			{ path: "", found: '"Quầy"', allowed: "an object with vi, en" },
		]);
		expect(faultsOf(Names, undefined)[0]?.found).toBe("nothing");
		expect(faultsOf(Names, [])[0]?.found).toBe("[]");
	});

	it("cuts short what stands there", () => {
		const [fault] = faultsOf(Desk, { ...good, note: { text: "một cửa ".repeat(50) } });
		expect(fault?.found.length).toBe(80);
		expect(fault?.found.endsWith("…")).toBe(true);
	});

	it("escapes a slash in a key, as a JSON pointer does", () => {
		expect(faultsOf(Names, { vi: "a", en: "b", "a/b~c": 1 })[0]?.path).toBe("/a~1b~0c");
	});

	it("lists more than eight faults, and at most 200", () => {
		const many = (count: number) => ({
			...good,
			counters: Array.from({ length: count }, (_, index) => ({ label: `Quầy ${index}` })),
		});
		expect(faultsOf(Desk, many(50))).toHaveLength(50);
		expect(faultsOf(Desk, many(1_000))).toHaveLength(200);
	});

	it("leaves TypeBox's own settings as they were", () => {
		const before = Settings.Get().maxErrors;
		faultsOf(Desk, {});
		expect(Settings.Get().maxErrors).toBe(before);
	});

	it("survives a hostile key", () => {
		const value: unknown = JSON.parse('{"vi":"a","en":"b","__proto__":1,"constructor":2}');
		expect(faultsOf(Names, value).map((fault) => fault.path)).toEqual([
			"/__proto__",
			"/constructor",
		]);
	});
});

describe("a name that nothing has", () => {
	it("is a fault with all names there are, and the nearest", () => {
		expect(unknownName("/counters/0/services/1", "ho-tic", ["ho-tich", "chung-thuc"])).toEqual({
			path: "/counters/0/services/1",
			found: '"ho-tic"',
			allowed: 'one of "ho-tich", "chung-thuc"',
			hint: "ho-tich",
		});
	});

	it("lists no more names than one reads, and says that there are none", () => {
		const many = Array.from({ length: 40 }, (_, index) => `linh-vuc-${index}`);
		expect(unknownName("/a", "x", many).allowed).toMatch(/^one of "linh-vuc-0".*… \(40 in all\)$/);
		expect(unknownName("/a", "x", []).allowed).toBe("no name, as there is none to choose from");
	});
});
