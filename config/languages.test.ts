import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languageForm } from "./language-form.ts";
import { languageFolder, loadLanguages } from "./languages.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-languages-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const { file: empty } = languageForm("qaa", "Ngôn ngữ thử", undefined);
const withSaid = (sentences: object, more: object = {}) => ({
	...empty,
	sentences: { ...empty.sentences, ...sentences },
	...more,
});

function load(file: unknown, codes = ["vi", "en", "qaa"]) {
	writeFileSync(join(folder, "qaa.json"), JSON.stringify(file));
	return loadLanguages(folder, codes);
}

function faultsIn(file: unknown) {
	const loaded = load(file);
	return loaded.ok ? [] : loaded.faults;
}

describe("a language's file", () => {
	it("as it was made says nothing yet, and is right", () => {
		expect(load(empty)).toMatchObject({
			ok: true,
			languages: [{ code: "qaa", name: "Ngôn ngữ thử", sentences: {} }],
		});
	});

	it("gives what was filled in, without what is blank and with marks on their letters", () => {
		const loaded = load(
			withSaid({
				"kiosk.back": { say: " Quay lại ".normalize("NFD") },
				"kiosk.home": { say: "  " },
				"kiosk.ahead": { say: { zero: "", one: "Một", other: "{people} người" } },
			}),
		);
		expect(loaded).toMatchObject({ ok: true });
		expect(loaded.ok && loaded.languages[0]?.sentences).toEqual({
			"kiosk.back": "Quay lại",
			"kiosk.ahead": { one: "Một", other: "{people} người" },
		});
	});

	it("has another version when it says something else, and the same when it does not", () => {
		const versions = ["A", "A", "B"].map((say) => {
			const loaded = load(withSaid({ "kiosk.back": { say } }));
			return loaded.ok ? loaded.languages[0]?.version : null;
		});
		expect(versions[0]).toBe(versions[1]);
		expect(versions[0]).not.toBe(versions[2]);
	});

	it("that is not there is said with how it is made", () => {
		const loaded = loadLanguages(folder, ["vi", "tyz"]);
		expect(loaded).toMatchObject({
			ok: false,
			file: folder,
			faults: [{ path: "/tyz.json", found: "no such file" }],
		});
		expect(!loaded.ok && loaded.faults[0]?.allowed).toContain("npm run language -- tyz");
	});

	it("with many faults says each of them, with its place", () => {
		const faults = faultsIn(
			withSaid(
				{
					"kiosk.bakc": { say: "Quay lại" },
					"kiosk.down": { say: 5 },
					"kiosk.waiting": { say: { zero: "Chưa có", other: "{peolpe} người" } },
					"kiosk.ahead": { say: "Không nói bao nhiêu" },
					"kiosk.home": { say: { zero: "Không", other: "Nhà" } },
					"kiosk.quotaLeft": { say: { zero: "Hết" } },
					"kiosk.secondsLeft": { say: "Còn {seconds giây" },
					"kiosk.up": { say: "Lên {people}" },
				},
				{ code: "qab" },
			),
		);
		expect(faults).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ path: "/qaa.json/code", found: '"qab"' }),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.bakc",
					hint: "kiosk.back",
				}),
				expect.objectContaining({ path: "/qaa.json/sentences/kiosk.down/say", found: "5" }),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.waiting/say/other",
					found: "{peolpe}",
					hint: "{people}",
				}),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.ahead/say",
					allowed: "a text with {people} in it",
				}),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.home/say",
					allowed: "one text, since it counts nothing",
				}),
				expect.objectContaining({ path: "/qaa.json/sentences/kiosk.quotaLeft/say/other" }),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.secondsLeft/say",
					allowed: "braces only in pairs, around a place",
				}),
				expect.objectContaining({
					path: "/qaa.json/sentences/kiosk.up/say",
					allowed: "no place in braces",
				}),
			]),
		);
		expect(faults).toHaveLength(9);
	});
});

describe("the file to fill in, made again", () => {
	it("keeps what is filled in, and brings what is new with its model", () => {
		const { "kiosk.home": _, ...older } = empty.sentences;
		const before = { ...empty, sentences: { ...older, "kiosk.back": { say: "[Quay lại]" } } };
		const { file, said, all, added } = languageForm("qaa", undefined, before);
		expect(file.name).toBe("Ngôn ngữ thử");
		expect(file.sentences["kiosk.back"]).toEqual({ vi: "Quay lại", say: "[Quay lại]" });
		expect(file.sentences["kiosk.home"]).toEqual({ vi: "Trang chủ", say: "" });
		expect([said, added]).toEqual([1, ["kiosk.home"]]);
		expect(Object.keys(file.sentences)).toHaveLength(all);
	});

	it("says whose Vietnamese has changed since it was translated, until somebody takes that away", () => {
		const before = withSaid({ "kiosk.back": { vi: "Trở lại", say: "[Trở lại]" } });
		const first = languageForm("qaa", undefined, before);
		const again = languageForm("qaa", undefined, first.file);
		expect(again.changed).toEqual(["kiosk.back"]);
		expect(again.file.sentences["kiosk.back"]).toEqual({
			vi: "Quay lại",
			was: "Trở lại",
			say: "[Trở lại]",
		});
		const seen = { ...again.file.sentences, "kiosk.back": { vi: "Quay lại", say: "[Về]" } };
		expect(languageForm("qaa", undefined, { ...empty, sentences: seen }).changed).toEqual([]);
	});

	it("puts aside what is no longer said, and takes it back when it is", () => {
		const before = withSaid({ "kiosk.gone": { say: "[Mất]" }, "kiosk.blank": { say: "" } });
		const { file, unused } = languageForm("qaa", undefined, before);
		expect(unused).toEqual(["kiosk.gone"]);
		expect(file.sentences).not.toHaveProperty(["kiosk.gone"]);
		expect(faultsIn(file)).toEqual([]);
		const later = { ...empty, sentences: {}, unused: { "kiosk.back": { say: "[Về]" } } };
		expect(languageForm("qaa", undefined, later).file.sentences["kiosk.back"]?.say).toBe("[Về]");
	});

	it("has forms to fill in where the Vietnamese has them", () => {
		expect(empty.sentences["kiosk.waiting"]).toEqual({
			vi: { zero: "Không có ai đang chờ", other: "Đang chờ: {people} người" },
			say: { zero: "", other: "" },
		});
	});
});

it("the folder is beside the office file, unless that names another", () => {
	expect(languageFolder("/etc/motcua/office.json", {})).toBe("/etc/motcua/languages");
	expect(languageFolder("/etc/motcua/office.json", { languageFolder: "../tieng" })).toBe(
		"/etc/tieng",
	);
});
