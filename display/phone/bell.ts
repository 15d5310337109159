import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { keptTexts } from "../../ui/kept-text.ts";
import type { Alert } from "./alerts.ts";
import { chimes, lengthS, play, pulses } from "./chime.ts";

/**
 * Whether the phone rings. `blocked`: it was turned on, and the browser lets it sound no more, or not yet after the page was loaded anew.
 * `impossible`: the browser makes no sound.
 */
export type BellState = "off" | "on" | "blocked" | "impossible";

export interface Bell {
	state: ReadonlySignal<BellState>;
	/** Only in a touch: browsers let nothing sound before. */
	turnOn(): void;
	turnOff(): void;
	/** As loudly as may be: sound where it is on, vibration unless somebody turned the bell off. */
	ring(alert: Alert): void;
	/** Ends what rings now: somebody has noticed. */
	hush(): void;
}

const latestMs = 5_000;

export function createBell(): Bell {
	const kept = keptTexts("bell", () => sessionStorage);
	const wish = signal(kept.read("wish"));
	const sounds = signal(false);
	let context: AudioContext | null = null;
	/** What rings now is heard through this. */
	let ringing: GainNode | null = null;
	let turn = 0;

	document.addEventListener("visibilitychange", goOn);
	// Any touch will do where sound was allowed before and is not now.
	document.addEventListener("click", goOn, true);

	return {
		state: computed(() => {
			if (!("AudioContext" in window)) return "impossible";
			if (wish.value !== "on") return "off";
			return sounds.value ? "on" : "blocked";
		}),
		turnOn() {
			want("on");
			goOn();
			shake(pulses.soon);
			// So that one hears how it will sound, and whether the volume is up.
			sound("soon");
		},
		turnOff() {
			hush();
			want("off");
			void context?.suspend();
		},
		ring(alert) {
			if (wish.peek() === "off") return;
			shake(pulses[alert]);
			if (wish.peek() === "on") sound(alert);
		},
		hush,
	};

	function want(next: "on" | "off") {
		wish.value = next;
		kept.keep("wish", next);
	}

	function goOn() {
		if (wish.value !== "on" || document.visibilityState === "hidden") return;
		context ??= newContext();
		if (context?.state !== "running") void context?.resume().catch(() => undefined);
	}

	function newContext(): AudioContext | null {
		if (!("AudioContext" in window)) return null;
		const begun = new AudioContext();
		const look = () => {
			sounds.value = begun.state === "running";
		};
		begun.addEventListener("statechange", look);
		look();
		return begun;
	}

	/** A phone that has just woken lets it sound a moment later. What comes later than that, or after somebody has noticed, comes too late. */
	function sound(alert: Alert) {
		silence();
		const asked = turn;
		const untilMs = Date.now() + latestMs;
		void context
			?.resume()
			.then(() => {
				if (turn === asked && Date.now() < untilMs) begin(alert);
			})
			.catch(() => undefined);
	}

	function begin(alert: Alert) {
		if (context === null) return;
		const tones = chimes[alert];
		const own = context.createGain();
		own.connect(context.destination);
		play(context, own, tones);
		ringing = own;
		setTimeout(() => own.disconnect(), (lengthS(tones) + 1) * 1000);
	}

	function silence() {
		turn++;
		ringing?.disconnect();
		ringing = null;
	}

	function hush() {
		silence();
		shake(0);
	}
}

/** Before the page was touched a browser refuses, and complains of it. */
function shake(pattern: number | number[]): void {
	if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(pattern);
}
