import type { Language } from "../../protocol/office.ts";
import { clipTexts } from "../../voice/clips.ts";
import {
	aroundSound,
	type Recording,
	type RecordingFault,
	recordingFaults,
} from "../../voice/recording.ts";

/** What is to be read, and the name of its file. */
export interface Phrase {
	name: string;
	text: string;
}

/** A phrase as it was recorded last; without faults it can be used. */
export interface Take {
	recording: Recording;
	faults: readonly RecordingFault[];
	/** How long its sound is with what is kept around it. */
	durationMs: number;
}

export type Takes = ReadonlyMap<string, Take>;

/** What is kept before and after the words: enough to hear that nothing was cut off. */
const aroundMs = 250;

export function phrasesOf(language: Language): Phrase[] {
	return Object.entries(clipTexts[language]).map(([name, text]) => ({ name, text }));
}

export function takeOf(text: string, recording: Recording): Take {
	const kept = aroundSound(recording, aroundMs);
	return {
		recording: kept,
		faults: recordingFaults(recording, text),
		durationMs: (kept.samples.length / kept.rate) * 1_000,
	};
}

export function isGood(take: Take | undefined): boolean {
	return take !== undefined && take.faults.length === 0;
}

/** The next phrase that has no good take yet, from one on and round; the one after it where all have. */
export function nextToRecord(phrases: readonly Phrase[], takes: Takes, name: string): string {
	const at = phrases.findIndex((phrase) => phrase.name === name);
	const others = [...phrases.slice(at + 1), ...phrases.slice(0, at)];
	const next = others.find((phrase) => !isGood(takes.get(phrase.name))) ?? others[0];
	return next?.name ?? name;
}
