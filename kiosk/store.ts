import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { addWords, type CitizenWords } from "../words/added.ts";
import { kioskWords } from "../words/kiosk.ts";
import { writtenTo } from "../words/language.ts";
import { procedureWords } from "../words/procedures.ts";
import { type Action, type KioskState, type Screen, shown, step, untouched } from "./state.ts";

/** A clock that never jumps, in milliseconds; it drives idling and countdowns, and is no time of day. */
const nowMs = () => performance.now();

const kept = signal(untouched("vi", nowMs()));
const clock = signal(nowMs());
const further = signal<ReadonlyMap<string, CitizenWords>>(new Map());

/** What the touchscreen shows. */
export const state: ReadonlySignal<KioskState> = kept;
/** The clock of `state`, twice a second. */
export const clockMs: ReadonlySignal<number> = clock;

/** Its parts, each by itself: who reads but one is drawn anew when that one changes, and not at each touch. */
export const parts = partsOf(kept.peek());

function partsOf(whole: KioskState) {
	const keys = Object.keys(whole) as (keyof KioskState)[];
	return Object.fromEntries(keys.map((key) => [key, computed(() => kept.value[key])])) as {
		readonly [Key in keyof KioskState]: ReadonlySignal<KioskState[Key]>;
	};
}

/** Changes when the time of day does, as far as it is shown. */
export const minute: ReadonlySignal<number> = computed(() => {
	void clock.value;
	return Math.floor(Date.now() / 60_000);
});

export const screen: ReadonlySignal<Screen> = computed(() => shown(kept.value));
/** What the touchscreen speaks: the language chosen, and Vietnamese as long as the words of that one are not here. */
export const language = computed(() => {
	const chosen = kept.value.language;
	return further.value.has(chosen) ? chosen : writtenTo(chosen);
});
const spoken = computed(() => further.value.get(language.value));
/** What the touchscreen says, in the language it speaks. */
export const words = computed(() => spoken.value?.kiosk ?? kioskWords[writtenTo(language.value)]);
/** What is said of procedures, in the language it speaks. */
export const aboutProcedures = computed(
	() => spoken.value?.procedures ?? procedureWords[writtenTo(language.value)],
);

/** From now on this is what is said in a language that the office added, also where it is spoken already. */
export function takeWords(code: string, words: CitizenWords): void {
	addWords(code, words);
	further.value = new Map([...further.value, [code, words]]);
}

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
