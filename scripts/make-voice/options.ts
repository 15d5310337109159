import { parseArgs } from "node:util";
import type { Language } from "../../protocol/office.ts";

/** What `npm run make-voice` is to do: the clips that come with the program, or an office's own out of its recordings. */
export type Options =
	| { from: "espeak" }
	| { from: "recordings"; folder: string; language: Language; out: string; voice: string };

/** The options as typed, or in a sentence what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
	let values: Partial<Record<"recordings" | "language" | "out" | "voice", string>>;
	try {
		({ values } = parseArgs({
			args: [...args],
			options: {
				recordings: { type: "string" },
				language: { type: "string" },
				out: { type: "string" },
				voice: { type: "string" },
			},
		}));
	} catch (error) {
		return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
	}
	const { recordings, language, out, voice } = values;
	if (recordings === undefined) {
		return (language ?? out ?? voice)
			? `--language, --out and --voice go with --recordings.\n${usage}`
			: { from: "espeak" };
	}
	if (language !== "vi" && language !== "en") return `--language is vi or en.\n${usage}`;
	if (out === undefined) return `--out names the folder for the clips.\n${usage}`;
	return { from: "recordings", folder: recordings, language, out, voice: voice ?? recordings };
}

export const usage = `npm run make-voice
    makes the provisional clips of both languages with espeak-ng
npm run make-voice -- --recordings FOLDER --language vi|en --out FOLDER [--voice "whose voice it is"]
    makes clips out of recordings, named as docs/VOICE.md lists them, in FOLDER/vi or FOLDER/en`;
