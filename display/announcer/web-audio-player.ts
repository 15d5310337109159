import { computed, signal } from "@preact/signals";
import { createClipStore } from "./clip-store.ts";
import { playBuffers } from "./play-buffers.ts";
import type { Player } from "./player.ts";

/** What tells the browser that somebody is there; which of them counts differs by version and device. */
const touches = ["pointerdown", "pointerup", "touchend", "click", "keydown"];

/** A context that may sound starts within some milliseconds; a box that is still starting itself needs longer. */
const settledAfterMs = 1_500;

/**
 * Plays clips out of memory on the clock of the sound device: each begins on its sample, whatever the page is busy with. An `<audio>`
 * element for each clip would begin when the event loop gets to it, and an old box keeps but a few of them ready.
 */
export function createWebAudioPlayer(makeContext: () => AudioContext = usualContext): Player {
	const context = signal<AudioContext | null>(null);
	const isAllowed = signal<"not known" | "yes" | "no">("not known");
	const clips = createClipStore<AudioBuffer>((bytes) => decodeWith(bytes));
	const isPossible = open();

	for (const type of touches)
		window.addEventListener(type, resume, { capture: true, passive: true });
	// A machine that wakes, or whose loudspeaker is back, may say no more than this.
	document.addEventListener("visibilitychange", resume);
	document.addEventListener("resume", resume);
	navigator.mediaDevices?.addEventListener("devicechange", resume);

	const state = computed(() => {
		if (!isPossible || clips.state.value === "failed") return "failed";
		if (isAllowed.value === "no") return "blocked";
		return clips.state.value === "ready" && isAllowed.value === "yes" ? "on" : "loading";
	});

	return {
		state,
		load: clips.load,
		play(cues, volume, onEnded) {
			const { value: now } = context;
			if (now === null) return null;
			const sounds = cues.flatMap(({ language, clip, pauseMs }) => {
				const buffer = clips.clip(language, clip);
				return buffer === undefined ? [] : [{ buffer, pauseS: pauseMs / 1_000 }];
			});
			if (sounds.length === 0 || sounds.length < cues.length) return null;
			return playBuffers(now, sounds, volume, onEnded);
		},
		renew() {
			void context.value?.close().catch(() => undefined);
			open();
		},
	};

	/** Whether this browser has any such thing. */
	function open(): boolean {
		try {
			const made = makeContext();
			context.value = made;
			let hasRun = false;
			const look = () => {
				if (context.value !== made) return;
				if (made.state === "running") {
					hasRun = true;
					isAllowed.value = "yes";
				} else if (hasRun) {
					// The system has stopped it, as where a panel takes its loudspeaker with it; one that has not run yet may be about to.
					isAllowed.value = "no";
					resume();
				}
			};
			made.onstatechange = look;
			look();
			setTimeout(() => {
				if (context.value === made && !hasRun) isAllowed.value = "no";
			}, settledAfterMs);
			return true;
		} catch {
			return false;
		}
	}

	function resume(): void {
		const { value: now } = context;
		if (now === null || now.state === "running") return;
		// Refused (NotAllowedError) where the browser does not take this touch for one; the next may be.
		now.resume().catch(() => undefined);
	}

	function decodeWith(bytes: ArrayBuffer): Promise<AudioBuffer> {
		const { value: now } = context;
		return now === null ? Promise.reject(new Error("no sound")) : now.decodeAudioData(bytes);
	}
}

function usualContext(): AudioContext {
	// Nobody waits for the voice by the millisecond, and a larger buffer does not stutter on a weak box.
	return new AudioContext({ latencyHint: "playback" });
}
