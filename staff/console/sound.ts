import { type ReadonlySignal, signal } from "@preact/signals";
import { keptTexts } from "../../ui/kept-text.ts";

const kept = keptTexts("console");
const on = signal(kept.read("sound") !== "off");

/** Whether this machine may make itself heard; kept on it. */
export const isSoundOn: ReadonlySignal<boolean> = on;

export function setSound(isOn: boolean): void {
	on.value = isOn;
	kept.keep("sound", isOn ? null : "off");
	if (isOn) ring();
}

let audio: AudioContext | null = null;

/** Two soft notes, a third of a second together. A browser that has not been touched yet stays silent. */
export function ring(): void {
	if (!on.value || typeof AudioContext === "undefined") return;
	audio ??= new AudioContext();
	void audio.resume();
	const { currentTime, destination } = audio;
	for (const [index, hertz] of [659, 880].entries()) {
		const from = currentTime + index * 0.14;
		const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
		tone.frequency.value = hertz;
		loudness.gain.setValueAtTime(0, from);
		loudness.gain.linearRampToValueAtTime(0.08, from + 0.02);
		loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.2);
		tone.connect(loudness).connect(destination);
		tone.start(from);
		tone.stop(from + 0.22);
	}
}
