import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clipsOf } from "../voice/clips.ts";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile, defaultVoiceFolder } from "./places.ts";
import { voiceSettings } from "./voice.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-voice-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The sample office with this voice. */
function loadWith(voice: unknown) {
	const office = JSON.parse(readFileSync(defaultOfficeFile(), "utf8"));
	const file = join(folder, "office.json");
	writeFileSync(file, JSON.stringify({ ...office, voice }));
	return loadSettings(file);
}

/** The office's own Vietnamese clips, in `giong` beside the office file, with this done to them. */
function ownVoice(change: (at: string) => void) {
	const at = join(folder, "giong/vi");
	cpSync(join(defaultVoiceFolder(), "vi"), at, { recursive: true });
	change(at);
	return loadWith({ folder: "giong" });
}

function changeManifest(at: string, from: string, to: string): void {
	const file = join(at, "manifest.json");
	writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

describe("how an office announces calls", () => {
	test("an office that says nothing speaks Vietnamese of the North at 80, at all hours", () => {
		const loaded = loadWith(undefined);
		if (!loaded.ok) throw new Error("the sample office is wrong");
		expect(voiceSettings(loaded.office)).toEqual({
			languages: ["vi"],
			region: "north",
			volume: 80,
			quietHours: [],
		});
		expect(loaded.voices.map(({ language, clips }) => [language, clips.length])).toEqual([
			["vi", clipsOf("vi").length],
			["en", clipsOf("en").length],
		]);
	});

	test("languages, region, volume and quiet hours are its own", () => {
		const voice = {
			languages: ["vi", "en"],
			region: "south",
			volume: 45,
			quietHours: [{ from: "22:00", to: "06:00" }],
		};
		const loaded = loadWith(voice);
		expect(loaded.ok && voiceSettings(loaded.office)).toEqual(voice);
	});

	test.each([
		["a language that there is no voice for", { languages: ["tay"] }, "/voice/languages/0"],
		["a volume beyond 100", { volume: 120 }, "/voice/volume"],
		["a region that is none", { region: "trung" }, "/voice/region"],
		[
			"a time that is none",
			{ quietHours: [{ from: "24:00", to: "06:00" }] },
			"/voice/quietHours/0/from",
		],
		[
			"quiet hours without an hour",
			{ quietHours: [{ from: "12:00", to: "12:00" }] },
			"/voice/quietHours/0/to",
		],
		["a folder without clips", { folder: "khong-co" }, "/voice/folder"],
	])("%s is a fault with its path", (_, voice, path) => {
		expect(loadWith(voice)).toMatchObject({ ok: false, faults: [{ path }] });
	});
});

describe("clips of the office's own", () => {
	test("stand in for those of the program, language by language", () => {
		const loaded = ownVoice((at) =>
			changeManifest(at, '"provisional": true', '"provisional": false'),
		);
		expect(loaded).toMatchObject({
			ok: true,
			voices: [
				{ language: "vi", provisional: false },
				{ language: "en", provisional: true },
			],
		});
	});

	test("are named by what is in them", () => {
		const name = /^[0-9a-f]{12}\.opus$/;
		const loaded = ownVoice(() => undefined);
		if (!loaded.ok) throw new Error("the clips are wrong");
		const [vi] = loaded.voices;
		const files = (vi?.clips ?? []).map(({ file }) => file);
		expect(files.filter((file) => !name.test(file))).toEqual([]);
		expect(new Set(files).size).toBe(files.length);
	});

	const number3 = "/manifest.json/clips/number-3";
	test.each<[string, (at: string) => void, string, string]>([
		[
			"a clip that the manifest lacks",
			(at) => changeManifest(at, '"number-3"', '"so-ba"'),
			number3,
			"nothing",
		],
		[
			"a clip whose file is not there",
			(at) => rmSync(join(at, "number-3.opus")),
			`${number3}/file`,
			'"number-3.opus", which is not there',
		],
		[
			"a clip that is no sound",
			(at) => writeFileSync(join(at, "number-3.opus"), "tiếng nói"),
			`${number3}/file`,
			'"number-3.opus", which is no whole Ogg Opus file',
		],
		[
			"a clip that was cut short",
			(at) => {
				const file = join(at, "number-3.opus");
				writeFileSync(file, readFileSync(file).subarray(0, -100));
			},
			`${number3}/file`,
			'"number-3.opus", which is no whole Ogg Opus file',
		],
		[
			"a clip in which a byte has turned",
			(at) => {
				const file = join(at, "number-3.opus");
				const bytes = readFileSync(file);
				bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1;
				writeFileSync(file, bytes);
			},
			`${number3}/file`,
			'"number-3.opus", which is no whole Ogg Opus file',
		],
		[
			"another clip in its place",
			(at) => cpSync(join(at, "ticket.opus"), join(at, "number-3.opus")),
			`${number3}/file`,
			'"number-3.opus", which lasts 1555 ms',
		],
		[
			"the clips of another language",
			(at) => changeManifest(at, '"language": "vi"', '"language": "en"'),
			"/manifest.json/language",
			'"en"',
		],
		["no manifest", (at) => rmSync(join(at, "manifest.json")), "/manifest.json", "no such file"],
	])("%s is a fault of their folder", (_, change, path, found) => {
		expect(ownVoice(change)).toMatchObject({
			ok: false,
			file: join(folder, "giong/vi"),
			faults: [{ path, found }],
		});
	});
});

test("each language's clips that come with the program weigh less than 600 kB", () => {
	const loaded = loadWith(undefined);
	if (!loaded.ok) throw new Error("the sample office is wrong");
	for (const { clips } of loaded.voices) {
		const total = clips.reduce((sum, { bytes }) => sum + bytes.length, 0);
		expect(total).toBeGreaterThan(100_000);
		expect(total).toBeLessThan(600_000);
	}
});
