import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Language, VoiceSettings } from "../protocol/office.ts";
import type { Fault } from "../protocol/problem.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { clipsOf } from "../voice/clips.ts";
import { VoiceManifest } from "../voice/manifest.ts";
import { opusDurationMs } from "../voice/ogg-opus.ts";
import { type Checked, check, under } from "./faults.ts";
import { at, rows } from "./file-rows.ts";
import type { Office } from "./office.ts";
import { defaultVoiceFolder } from "./places.ts";
import { shown } from "./plain-words.ts";
import { readJson } from "./read-json.ts";

/** A language's clips as the hub serves them. */
export interface Voice {
	language: Language;
	/** Whose voice it is. */
	voice: string;
	provisional: boolean;
	clips: VoiceClip[];
}

export interface VoiceClip {
	/** As the composer of calls names it: "number-3". */
	name: string;
	/** The same for the same bytes, so that a browser may keep it for good: `3f2a90c1d5e7.opus`. */
	file: string;
	durationMs: number;
	bytes: Buffer;
}

export type LoadedVoices =
	| { ok: true; voices: Voice[] }
	| { ok: false; file: string; faults: Fault[] };

/** What the office file leaves out. */
export function voiceSettings({ voice = {} }: Pick<Office, "voice">): VoiceSettings {
	const { languages = ["vi"], region = "north", volume = 80, quietHours = [] } = voice;
	return { languages, region, volume, quietHours };
}

/** What is wrong with the voice of an office file beyond its schema. */
export function voiceFaults(office: unknown): SettingsFault[] {
	return rows(at(office, "voice"), "quietHours", "/voice").flatMap(({ path, value }) => {
		const [from, to] = [at(value, "from"), at(value, "to")];
		if (typeof from !== "string" || from !== to) return [];
		const allowed = "another time than from; a voice that is never to be heard has volume 0";
		const rule = { is: "quiet-hours-empty" } as const;
		return [{ path: under(path, "to"), found: shown(to), allowed, rule }];
	});
}

/**
 * Reads the clips of both languages: out of the office's own folder, which has a folder for each language that it has recorded, and otherwise those
 * that come with the program. Every clip must be there and be what its manifest says, since a call that lacks a word would be another call.
 */
export function loadVoices(officeFile: string, { voice }: Pick<Office, "voice">): LoadedVoices {
	const own = voice?.folder === undefined ? null : resolve(dirname(officeFile), voice.folder);
	const ownLanguages = own === null ? [] : languages.filter((one) => existsSync(join(own, one)));
	if (own !== null && ownLanguages.length === 0) {
		const found = `${shown(voice?.folder)}, in which is neither vi nor en`;
		const allowed = "a folder made by npm run make-voice, its path relative to the office file";
		return { ok: false, file: officeFile, faults: [{ path: "/voice/folder", found, allowed }] };
	}
	const voices: Voice[] = [];
	for (const language of languages) {
		const whole = own !== null && ownLanguages.includes(language) ? own : defaultVoiceFolder();
		const folder = join(whole, language);
		const loaded = loadVoice(folder, language);
		if (!loaded.ok) return { ok: false, file: folder, faults: loaded.faults };
		voices.push(loaded.value);
	}
	return { ok: true, voices };
}

const languages: readonly Language[] = ["vi", "en"];

/** Five seconds of the best quality that anybody would choose. */
const mostBytes = 200_000;

/** An encoder rounds to its frames. */
const mostApartMs = 25;

function loadVoice(folder: string, language: Language): Checked<Voice> {
	const read = readJson(join(folder, "manifest.json"));
	const checked = read.ok ? check(VoiceManifest, read.value) : read;
	if (!checked.ok) return { ok: false, faults: checked.faults.map(inManifest) };
	const manifest = checked.value;
	const faults: Fault[] = [];
	if (manifest.language !== language) {
		const found = shown(manifest.language);
		faults.push(inManifest({ path: "/language", found, allowed: shown(language) }));
	}
	const clips = clipsOf(language).flatMap((name): VoiceClip[] => {
		const clip = manifest.clips[name];
		if (clip === undefined) {
			const allowed = `a clip for each of ${clipsOf(language).length} words`;
			faults.push(inManifest({ path: `/clips/${name}`, found: "nothing", allowed }));
			return [];
		}
		const found = clipAt(join(folder, clip.file), clip.durationMs);
		if (typeof found === "string") {
			const path = `/clips/${name}/file`;
			faults.push(
				inManifest({ path, found: `${shown(clip.file)}, ${found}`, allowed: allowedClip }),
			);
			return [];
		}
		const hash = createHash("sha256").update(found).digest("hex").slice(0, 12);
		return [{ name, file: `${hash}.opus`, durationMs: clip.durationMs, bytes: found }];
	});
	if (faults.length > 0) return { ok: false, faults };
	const { voice, provisional } = manifest;
	return { ok: true, value: { language, voice, provisional, clips } };
}

const allowedClip = "Opus in Ogg of at most 200 kB, as long as its durationMs";

/** The bytes of a clip, or what is wrong with it. */
function clipAt(file: string, durationMs: number): Buffer | string {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return code === "ENOENT" ? "which is not there" : `which cannot be read (${code})`;
	}
	if (bytes.length > mostBytes) return `which has ${bytes.length} bytes`;
	const lasts = opusDurationMs(bytes);
	if (lasts === null) return "which is no whole Ogg Opus file";
	return Math.abs(lasts - durationMs) > mostApartMs ? `which lasts ${Math.round(lasts)} ms` : bytes;
}

function inManifest(fault: Fault): Fault {
	return { ...fault, path: `/manifest.json${fault.path}` };
}
