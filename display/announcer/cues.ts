import type { Language, Region } from "../../protocol/office.ts";
import { type ClipName, chime } from "../../voice/clips.ts";
import { announcement, type SpokenCall } from "./announcement.ts";
import type { Cue } from "./player.ts";

/** What is quiet between the languages, so that whoever knows one hears where the other begins. */
const betweenLanguagesMs = 600;

/** All that is heard of a call: the chime once, then the call in each language. Without a language the chime alone. */
export function cuesOf(
	call: SpokenCall,
	{ languages, region }: { languages: readonly Language[]; region: Region },
): Cue[] {
	const [first = "vi"] = languages;
	const sentences = languages.map((language, index) => {
		const [, ...clips] = announcement(call, language, region);
		const isLast = index === languages.length - 1;
		return clips.map((clip, at): Cue => {
			const after = clips[at + 1];
			const atEnd = isLast ? 0 : betweenLanguagesMs;
			return { language, clip, pauseMs: after === undefined ? atEnd : pauseMs(clip, after) };
		});
	});
	return [chimeOf(first, sentences.length > 0), ...sentences.flat()];
}

/** What is heard where the words of a call cannot be: people look up at the board. */
export function chimeAlone([first = "vi"]: readonly Language[]): Cue[] {
	return [chimeOf(first, false)];
}

function chimeOf(language: Language, goesOn: boolean): Cue {
	// Its second note is still dying away when the clip ends.
	return { language, clip: chime, pauseMs: goesOn ? 50 : 0 };
}

/** Clips hold some 55 ms of their own around a word; this comes on top. */
function pauseMs(before: ClipName, after: ClipName): number {
	// "…, đến quầy số": number and counter are two things to remember.
	if (after.startsWith("to-counter")) return 280;
	if (before.startsWith("ticket")) return 60;
	if (before.startsWith("letter-")) return 70;
	// Two signs in a row are told apart; the words of one number belong together.
	return before.startsWith("number-") && after.startsWith("number-") ? 45 : 0;
}
