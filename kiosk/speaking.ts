import { computed, effect, signal } from "@preact/signals";
import { inLanguage } from "../words/language.ts";
import { createGuide, type Guidance, guidanceFor, type Speaker, type Told } from "./guidance.ts";
import { heading } from "./heading.ts";
import { kiosk, office, seatsFor } from "./office.ts";
import { language, parts, state, words } from "./store.ts";

/** Tells whatever listens to the page what each screen says, as `detail: { text, language }`. */
const guidanceEvent = "motcua:guidance";

const voices = signal<readonly SpeechSynthesisVoice[]>([]);

/** Whether the office wants it, and the machine has a voice for the language of the moment. */
export const canSpeak = computed(
	() => kiosk.value?.spoken === true && voiceFor(language.value) !== undefined,
);

/** Follows the screens for as long as the page is there. */
export function speak(): void {
	if (typeof speechSynthesis !== "undefined") {
		const look = () => {
			voices.value = speechSynthesis.getVoices();
		};
		look();
		speechSynthesis.addEventListener("voiceschanged", look);
	}
	const guide = createGuide(machine);
	// The heading comes last: by then all that it stands over is there.
	const now = computed<Guidance>(() => ({
		text: guidanceFor(state.peek(), heading.value.text, words.peek(), told()),
		language: language.peek(),
	}));
	effect(() => {
		window.dispatchEvent(new CustomEvent(guidanceEvent, { detail: now.value }));
	});
	effect(() => guide(now.value, canSpeak.value && parts.comfort.value.spoken));
}

function told(): Told {
	const known = office.peek();
	const spoken = language.peek();
	return {
		services: (known?.services ?? []).map(({ name }) => inLanguage(name, spoken)),
		priorityClasses: (known?.priorityClasses ?? []).map(({ name }) => inLanguage(name, spoken)),
		seatsFor(serviceId) {
			const { seats } = seatsFor(serviceId);
			return seats === null ? null : inLanguage(seats, spoken);
		},
		named: (names) => inLanguage(names, spoken),
	};
}

/** Voices that need a server are none: what is said here stays here. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
	return voices.value.find(
		({ lang, localService }) => localService && lang.split(/[-_]/)[0] === language,
	);
}

const machine: Speaker = {
	speaks: (language) => voiceFor(language) !== undefined,
	say({ text, language }) {
		const said = new SpeechSynthesisUtterance(text);
		said.lang = language;
		said.voice = voiceFor(language) ?? null;
		// A little slower than it reads by itself: who listens here hears it for the first time.
		said.rate = 0.9;
		speechSynthesis.speak(said);
	},
	stop: () => speechSynthesis.cancel(),
};
