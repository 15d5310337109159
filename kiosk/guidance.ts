import type { kiosk } from "../words/vi/kiosk.ts";
import type { KioskState } from "./state.ts";
import { shown } from "./state.ts";

/** What a screen says to those who would rather hear it: what it is, and what to do. */
export interface Guidance {
	text: string;
	/** In which language it is. */
	language: string;
}

/** Whoever says it aloud: a voice of the machine's, or something else that listens to the page. */
export interface Speaker {
	speaks(language: string): boolean;
	say(guidance: Guidance): void;
	stop(): void;
}

/**
 * Hands on what is to be said: each once, the one before ended as soon as another screen is there, and nothing for those who
 * have not asked for it or where nobody speaks their language.
 */
export function createGuide(speaker: Speaker): (guidance: Guidance, wanted: boolean) => void {
	let said: string | null = null;
	return (guidance, wanted) => {
		const heard = wanted && speaker.speaks(guidance.language) ? JSON.stringify(guidance) : null;
		if (heard === said) return;
		if (said !== null) speaker.stop();
		said = heard;
		if (heard !== null) speaker.say(guidance);
	};
}

/** The sentence of the screen that is shown: its heading, and what can be done there. */
export function guidanceFor(state: KioskState, heading: string, words: typeof kiosk): string {
	return [heading, ...whatToDo(state, words)].map(asSentence).join(" ");
}

function whatToDo(state: KioskState, words: typeof kiosk): string[] {
	if (state.warnedAtMs !== null) return [words.stillThereHint];
	if (state.panel === "comfort") return [words.comfort.hint];
	if (state.panel === "languages") return [];
	const screen = shown(state);
	switch (screen.name) {
		case "start":
			return [words.touchToStart, words.startHint];
		case "home":
			return [words.takeNumber, words.lookUp];
		case "find":
			return [words.browsing.byEvent, words.searchPlaceholder];
		case "fields":
			return [words.browsing.byField, words.searchPlaceholder];
		case "search":
			return [words.searchHint];
		case "list":
		case "event":
			return [words.chooseProcedure];
		case "procedure":
			return [words.procedurePage.atAGlance, words.takeNumberFor];
		case "service":
			return [words.chooseServiceHint];
		case "priority":
			return [words.priorityHint];
		case "visit":
			return [words.queue.alsoHint, words.queue.alsoDone];
		case "scan":
			return [screen.unread ? words.held.unreadHint : words.held.scanHint];
		case "held":
			return [words.paper.tryAgain, words.held.giveUp];
		case "number": {
			const { ahead } = screen.answer;
			return [...(ahead === null ? [] : [words.ahead(ahead)]), words.paper.taken];
		}
	}
}

/** A voice pauses where a sentence ends. */
function asSentence(said: string): string {
	return /[.?!…]$/.test(said) ? said : `${said}.`;
}
