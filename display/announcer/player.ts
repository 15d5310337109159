import type { ReadonlySignal } from "@preact/signals";
import type { Language } from "../../protocol/office.ts";
import type { ClipName } from "../../voice/clips.ts";

/** A clip, and how long it is quiet after it. */
export interface Cue {
	language: Language;
	clip: ClipName;
	pauseMs: number;
}

/** An announcement that is being heard. */
export interface Playing {
	/** How long all of it lasts. */
	durationMs: number;
	/** Ends it at once; `onEnded` is not called any more. */
	stop(): void;
}

export interface Player {
	/**
	 * `loading` until all clips are there and the browser has said whether this page may sound; `blocked`: it may after somebody has touched
	 * the page; `failed`: this browser cannot play them.
	 */
	readonly state: ReadonlySignal<"loading" | "on" | "blocked" | "failed">;
	/** Loads the clips of these languages; those that are there already stay. */
	load(languages: readonly Language[]): void;
	/**
	 * Plays clips one after the other. Null where one of them is not there: half a call would be another one.
	 * @param volume 0 to 100
	 */
	play(cues: readonly Cue[], volume: number, onEnded: () => void): Playing | null;
	/** Begins anew with the system's sound, after it has stood still. */
	renew(): void;
}
