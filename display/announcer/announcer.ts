import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { VoiceSettings } from "../../protocol/office.ts";
import { time } from "../../words/numbers.ts";
import type { SpokenCall } from "./announcement.ts";
import { chimeAlone, cuesOf } from "./cues.ts";
import type { Player } from "./player.ts";
import { advance, type CallQueue, enqueue, keepWanted, silence } from "./queue.ts";
import { isQuiet } from "./quiet-hours.ts";

/** Whether calls are heard; `off` is the office's own wish. */
export type SoundState = "off" | "loading" | "on" | "blocked" | "failed";

export interface AnnouncerSettings extends VoiceSettings {
	timeZone: string;
}

export interface Announcer<Call extends SpokenCall = SpokenCall> {
	readonly sound: ReadonlySignal<SoundState>;
	/** The call that is heard, until the next has its turn; null while nothing sounds. */
	readonly saying: ReadonlySignal<Call | null>;
	announce(call: Call): void;
	/** Drops the calls that wait to be said and are over. */
	keepWanted(isWanted: (call: Call) => boolean): void;
	close(): void;
}

/** Between two announcements one takes breath. */
const betweenMs = 700;

/** The chime alone is over sooner than anybody has looked up and read the call that it stands for. */
const leastMs = 6_000;

/** What a busy TV box may be late by; a clip that has not ended then never will. */
const graceMs = 2_500;

/**
 * Says calls one after the other, never two at once, for as long as the page lives. Nothing holds it up: sound that does not come to its
 * end is ended, and the next call is said.
 * @param settings null until the office has told them
 * @param now milliseconds since 1970, for the office's time of day
 */
export function createAnnouncer<Call extends SpokenCall = SpokenCall>(
	player: Player,
	settings: ReadonlySignal<AnnouncerSettings | null>,
	now: () => number,
): Announcer<Call> {
	let queue: CallQueue<Call> = silence;
	const saying = signal<Call | null>(null);
	/** Ends what is being said. */
	let stop: (() => void) | null = null;

	const sound = computed<SoundState>(() => {
		const { value } = settings;
		if (value?.volume === 0) return "off";
		return value === null ? "loading" : player.state.value;
	});
	const endLoading = effect(() => {
		const { value } = settings;
		// The chime is a clip of each language; where none is spoken, it is taken from the Vietnamese ones.
		if (value && value.volume > 0) {
			player.load(value.languages.length > 0 ? value.languages : ["vi"]);
		}
	});
	const endWaiting = effect(() => {
		if (sound.value === "on") untracked(sayNext);
	});

	return {
		sound,
		saying,
		announce(call) {
			queue = enqueue(queue, call);
			sayNext();
		},
		keepWanted(isWanted) {
			queue = keepWanted(queue, isWanted);
		},
		close() {
			endLoading();
			endWaiting();
			stop?.();
			queue = silence;
			saying.value = null;
		},
	};

	function sayNext(): void {
		const { value } = settings;
		if (value === null || sound.value === "off") {
			// Nothing that was called in silence is said later.
			if (value !== null) queue = { now: queue.now, next: [] };
			return;
		}
		if (queue.now !== null || sound.value !== "on") return;
		if (isQuiet(value.quietHours, time(new Date(now()).toISOString(), value.timeZone))) {
			queue = silence;
			return;
		}
		queue = advance(queue);
		if (queue.now !== null) say(queue.now, value);
	}

	function say(call: Call, { languages, region, volume }: AnnouncerSettings): void {
		let watchdog: ReturnType<typeof setTimeout> | undefined;
		let restMs = betweenMs;
		const over = () => {
			clearTimeout(watchdog);
			const pause = setTimeout(() => {
				stop = null;
				// Whoever follows the voice goes from call to call, with no silence between them.
				batch(() => {
					queue = { now: null, next: queue.next };
					saying.value = null;
					sayNext();
				});
			}, restMs);
			stop = () => clearTimeout(pause);
		};
		const inWords =
			languages.length > 0 ? player.play(cuesOf(call, { languages, region }), volume, over) : null;
		const playing = inWords ?? player.play(chimeAlone(languages), volume, over);
		if (playing === null) {
			over();
			return;
		}
		if (inWords === null) restMs = Math.max(betweenMs, leastMs - playing.durationMs);
		saying.value = call;
		watchdog = setTimeout(() => {
			playing.stop();
			player.renew();
			over();
		}, playing.durationMs + graceMs);
		stop = () => {
			clearTimeout(watchdog);
			playing.stop();
		};
	}
}
