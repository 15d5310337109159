import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import { projectRoot } from "../config/places.ts";
import type { Language } from "../protocol/office.ts";
import { chime, clipsOf, clipTexts } from "../voice/clips.ts";
import type { VoiceManifest } from "../voice/manifest.ts";
import { type Recording, recordingFaults, trimmedAndLevelled } from "../voice/recording.ts";
import { voiceWords } from "../words/voice.ts";
import { synthesizeChime } from "./make-voice/chime.ts";
import { readOptions } from "./make-voice/options.ts";
import {
	decodeFile,
	encodeOpus,
	espeakVersion,
	missing,
	rate,
	speak,
} from "./make-voice/programs.ts";

/** Where eSpeak takes a word for something else. */
const saidFor: Record<Language, Partial<Record<string, string>>> = {
	// The onset alone; "di" has the same sounds.
	vi: { "letter-j": "di" },
	en: {},
};

/** Makes the clips that calls are announced with: docs/VOICE.md. Where one recording cannot be used nothing is written. */
const options = readOptions(process.argv.slice(2));
if (typeof options === "string") stop(options);
needed(options.from === "espeak" ? ["espeak-ng", "ffmpeg"] : ["ffmpeg"]);

if (options.from === "espeak") {
	for (const [language, voice] of [
		["vi", "vi"],
		["en", "en-us"],
	] as const) {
		write(join(projectRoot(), "voice/clips", language), {
			language,
			voice: `eSpeak NG ${espeakVersion()} (${voice})`,
			provisional: true,
			sounds: spoken(language, voice),
		});
	}
} else {
	const { language, folder, out, voice } = options;
	write(join(resolve(out), language), {
		language,
		voice,
		provisional: false,
		sounds: recorded(language, resolve(folder)),
	});
}

/** Single words are said more slowly than sentences. */
function spoken(language: Language, voice: string): Map<string, Recording> {
	return new Map(
		clipsOf(language).map((name) => {
			if (name === chime) return [name, synthesizeChime(rate)];
			const text = textOf(language, name);
			const said = speak(saidFor[language][name] ?? text, voice, text.includes(" ") ? 145 : 130);
			const faults = recordingFaults(said, text);
			if (faults.length > 0) stop(`espeak-ng's "${text}" (${name}): ${faults.join(", ")}`);
			return [name, trimmedAndLevelled(said)];
		}),
	);
}

/** The recordings of a folder; stops with all that is wrong with them. */
function recorded(language: Language, folder: string): Map<string, Recording> {
	if (!existsSync(folder)) stop(`${folder} is not there`);
	const files = new Map(readdirSync(folder).map((file) => [parse(file).name, join(folder, file)]));
	const sounds = new Map<string, Recording>();
	const faults: string[] = [];
	for (const name of clipsOf(language)) {
		const file = files.get(name);
		if (file === undefined) {
			if (name === chime) sounds.set(name, synthesizeChime(rate));
			else faults.push(`${name}: is missing ("${textOf(language, name)}")`);
			continue;
		}
		try {
			const recording = decodeFile(file);
			// Notes may be longer than a word, and die away slowly.
			const found = name === chime ? [] : recordingFaults(recording, textOf(language, name));
			for (const fault of found) faults.push(`${file}: ${voiceWords.en.faults[fault]}`);
			if (found.length === 0) sounds.set(name, trimmedAndLevelled(recording));
		} catch (error) {
			faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	if (faults.length > 0) stop(`nothing was written:\n${faults.join("\n")}`);
	return sounds;
}

interface Voice extends Omit<VoiceManifest, "clips"> {
	sounds: Map<string, Recording>;
}

function write(folder: string, { sounds, ...about }: Voice): void {
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(folder)) {
		if (file.endsWith(".opus")) rmSync(join(folder, file));
	}
	const clips: VoiceManifest["clips"] = {};
	for (const [name, sound] of sounds) {
		const file = `${name}.opus`;
		encodeOpus(sound, join(folder, file));
		clips[name] = { file, durationMs: Math.round((sound.samples.length / rate) * 1_000) };
	}
	const manifest: VoiceManifest = { ...about, clips };
	writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, "\t")}\n`);
	process.stdout.write(`${sounds.size} clips in ${folder}\n`);
}

function textOf(language: Language, name: string): string {
	const texts: Record<string, string> = clipTexts[language];
	return texts[name] ?? name;
}

function needed(programs: readonly string[]): void {
	const absent = missing(programs);
	if (absent.length === 0) return;
	stop(
		`${absent.join(" and ")} must be installed to make clips: on Debian and Ubuntu "apt-get install ${absent.join(" ")}". The hub needs neither.`,
	);
}

function stop(why: string): never {
	process.stderr.write(`make-voice: ${why}\n`);
	process.exit(1);
}
