import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { kioskWords } from "../words/kiosk.ts";
import { procedureWords } from "../words/procedures.ts";
import { type Action, type KioskState, type Screen, shown, step, untouched } from "./state.ts";

/** A clock that never jumps, in milliseconds; it drives idling and countdowns, and is no time of day. */
const nowMs = () => performance.now();

const kept = signal(untouched("vi", nowMs()));
const clock = signal(nowMs());

/** What the touchscreen shows. */
export const state: ReadonlySignal<KioskState> = kept;
/** The clock of `state`, twice a second. */
export const clockMs: ReadonlySignal<number> = clock;

export const screen: ReadonlySignal<Screen> = computed(() => shown(kept.value));
export const language = computed(() => kept.value.language);
/** What the touchscreen says, in the language chosen. */
export const words = computed(() => kioskWords[language.value]);
/** What is said of procedures, in the language chosen. */
export const aboutProcedures = computed(() => procedureWords[language.value]);

/** The one way in which anything on the touchscreen changes. */
export function dispatch(action: Action): void {
	const now = nowMs();
	// Both together: a countdown must never start from a time that is over.
	batch(() => {
		clock.value = now;
		kept.value = step(kept.value, action, now);
	});
}

/** Lets the clock run: screens that are left alone ask, and start over. */
export function startClock(): void {
	setInterval(() => dispatch({ type: "tick" }), 500);
}
