import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";

describe("JSON that people write", () => {
	it("is read as JSON.parse reads it, whatever it holds", () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
			}),
		);
	});

	it("is refused wherever JSON.parse refuses it", () => {
		fc.assert(
			fc.property(
				fc.json(),
				fc.nat(),
				fc.constantFrom("", ",", "}", '"', "1", "x"),
				(text, at, put) => {
					const cut = at % (text.length + 1);
					const broken = text.slice(0, cut) + put + text.slice(cut + 1);
					const parsed = parseJson(broken);
					if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(broken));
					else if (parsed.faults[0]?.path === "")
						expect(() => JSON.parse(broken)).toThrow(SyntaxError);
				},
			),
		);
	});

	it("tells line and column of what does not belong", () => {
		expect(parseJson('{\n\t"id": "xa-mau",\n\t"name": Mẫu\n}')).toEqual({
			ok: false,
			faults: [{ path: "", found: "Mẫu, line 3 column 10", allowed: "a value" }],
		});
		expect(parseJson('{"a": 1,}')).toEqual({
			ok: false,
			faults: [{ path: "", found: "}, line 1 column 9", allowed: "a key in double quotes" }],
		});
	});

	it("tells that the file ends too early, or is empty", () => {
		expect(parseJson('{"a": [1, 2')).toMatchObject({
			faults: [{ found: "the end, line 1 column 12", allowed: '"," or "]"' }],
		});
		expect(parseJson("")).toMatchObject({ faults: [{ found: "the end, line 1 column 1" }] });
	});

	it("tells of something after the end", () => {
		expect(parseJson("{}\n{}")).toMatchObject({
			faults: [{ found: "{}, line 2 column 1", allowed: "the end of the file" }],
		});
	});

	it("skips the mark that Windows puts before a text", () => {
		expect(parseJson('\uFEFF{"name": "Xã Mẫu"}')).toEqual({ ok: true, value: { name: "Xã Mẫu" } });
	});

	it("does not let a key drop the same key before it", () => {
		expect(parseJson('{"a": {\n"prefix": "A",\n"prefix": "B"}}')).toEqual({
			ok: false,
			faults: [
				{
					path: "/a/prefix",
					found: "the same key a second time, line 3 column 1",
					allowed: "each key once",
				},
			],
		});
	});
});
