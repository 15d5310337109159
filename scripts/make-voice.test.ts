import { spawnSync } from "node:child_process";
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultVoiceFolder, projectRoot } from "../config/places.ts";
import { clipsOf, clipTexts } from "../voice/clips.ts";
import { synthesizeChime } from "./make-voice/chime.ts";
import { readOptions } from "./make-voice/options.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-make-voice-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The built command, where nothing is installed but Node and what lies in `bin`. */
function makeVoice(...args: string[]) {
	const done = spawnSync(
		process.execPath,
		[join(projectRoot(), "dist/node/scripts/make-voice.js"), ...args],
		{ env: { PATH: join(folder, "bin") }, encoding: "utf8" },
	);
	return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

/** An ffmpeg that takes a recording for the samples it holds, and makes the same clip of everything. */
function installFfmpeg(): void {
	const clip = join(folder, "clip.opus");
	copyFileSync(join(defaultVoiceFolder(), "vi/number-3.opus"), clip);
	const program = join(folder, "bin/ffmpeg");
	mkdirSync(dirname(program));
	writeFileSync(
		program,
		`#!${process.execPath}
const { readFileSync, copyFileSync } = require("node:fs");
const args = process.argv.slice(2);
const input = args[args.indexOf("-i") + 1];
if (args[0] === "-version") process.exit(0);
else if (input === "-") {
	readFileSync(0);
	copyFileSync(${JSON.stringify(clip)}, args[args.length - 1]);
} else process.stdout.write(readFileSync(input));
`,
	);
	chmodSync(program, 0o755);
}

/** Says every word of Vietnamese into a folder: so long at this peak, with silence around it. */
function record(peakOf: (name: string) => number): string {
	const at = join(folder, "thu-am");
	mkdirSync(at);
	for (const [name, text] of Object.entries(clipTexts.vi)) {
		const length = text.split(" ").length * 12_000;
		const samples = new Float32Array(length + 24_000);
		for (let sample = 0; sample < length; sample += 1) {
			samples[12_000 + sample] = peakOf(name) * Math.sin((2 * Math.PI * 180 * sample) / 48_000);
		}
		writeFileSync(join(at, `${name}.wav`), Buffer.from(samples.buffer));
	}
	return at;
}

describe("npm run make-voice", () => {
	test("says what to install where the programs are missing, and writes nothing", () => {
		expect(makeVoice()).toEqual({
			code: 1,
			said: expect.stringContaining("apt-get install espeak-ng ffmpeg"),
		});
		const out = join(folder, "giong");
		expect(makeVoice("--recordings", folder, "--language", "vi", "--out", out)).toEqual({
			code: 1,
			said: expect.stringContaining("apt-get install ffmpeg"),
		});
		expect(existsSync(out)).toBe(false);
	});

	test("makes an office's clips of its recordings, the chime of its own where none was recorded", () => {
		installFfmpeg();
		const out = join(folder, "giong");
		const recordings = record(() => 0.3);
		const { code, said } = makeVoice(
			...["--recordings", recordings, "--language", "vi", "--out", out, "--voice", "Cô Hoa"],
		);
		expect(said).toBe(`${clipsOf("vi").length} clips in ${join(out, "vi")}\n`);
		expect(code).toBe(0);
		const manifest = JSON.parse(readFileSync(join(out, "vi/manifest.json"), "utf8"));
		expect(manifest).toMatchObject({ language: "vi", voice: "Cô Hoa", provisional: false });
		expect(Object.keys(manifest.clips).sort()).toEqual(clipsOf("vi").sort());
		expect(readdirSync(join(out, "vi"))).toHaveLength(clipsOf("vi").length + 1);
	});

	test("names every recording that cannot be used, and writes nothing", () => {
		installFfmpeg();
		const out = join(folder, "giong");
		const recordings = record((name) =>
			name === "number-3" ? 0 : name === "letter-d" ? 0.005 : 0.3,
		);
		rmSync(join(recordings, "ticket.wav"));
		const { code, said } = makeVoice(
			...["--recordings", recordings, "--language", "vi", "--out", out],
		);
		expect(code).toBe(1);
		expect(said).toContain('ticket: is missing ("Xin mời số thứ tự")');
		expect(said).toContain(`${join(recordings, "number-3.wav")}: Nothing is heard`);
		expect(said).toContain(`${join(recordings, "letter-d.wav")}: Too quiet`);
		expect(said.trim().split("\n")).toHaveLength(4);
		expect(existsSync(out)).toBe(false);
	});
});

test.each([
	[["--recordings", "thu-am"], "--language is vi or en."],
	[["--recordings", "thu-am", "--language", "tay", "--out", "giong"], "--language is vi or en."],
	[["--recordings", "thu-am", "--language", "vi"], "--out names the folder for the clips."],
	[["--language", "vi"], "--language, --out and --voice go with --recordings."],
	[["--giong", "hoa"], "'--giong'"],
])("%j is not taken: %s", (args, said) => {
	expect(readOptions(args)).toEqual(expect.stringContaining(said));
	expect(readOptions(args)).toEqual(expect.stringContaining("npm run make-voice"));
});

test("the chime is two soft notes that die away before the words", () => {
	const { samples, rate } = synthesizeChime(48_000);
	const loudest = (fromMs: number, toMs: number) =>
		samples
			.subarray((fromMs / 1_000) * rate, (toMs / 1_000) * rate)
			.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	expect(loudest(0, 2_000)).toBeCloseTo(0.32);
	expect(loudest(0, 2)).toBeLessThan(0.1);
	expect(loudest(310, 320)).toBeLessThan(0.5 * loudest(320, 400));
	expect(loudest(1_100, 1_150)).toBeLessThan(0.03);
});
