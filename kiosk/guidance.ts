import type { TicketAnswer } from "../protocol/tickets.ts";
import type { kiosk } from "../words/vi/kiosk.ts";
import { mostOnHome } from "./home-services.ts";
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

/** What of the office a screen has to say beside its words, in the language that is spoken. */
export interface Told {
	services: readonly string[];
	priorityClasses: readonly string[];
	/** Where whoever has a number of a service waits; null where the office does not say. */
	seatsFor(serviceId: string): string | null;
	/** What a name in the ticket is in that language. */
	named(names: TicketAnswer["ticket"]["serviceName"]): string;
}

/** What the screen that is shown says: its heading, and what can be done there. */
export function guidanceFor(
	state: KioskState,
	heading: string,
	words: typeof kiosk,
	told: Told,
): string {
	return [heading, ...whatToDo(state, words, told)].map(asSentence).join(" ");
}

function whatToDo(state: KioskState, words: typeof kiosk, told: Told): string[] {
	if (state.warnedAtMs !== null) return [words.stillThereHint];
	if (state.panel === "comfort") return [words.comfort.hint];
	if (state.panel === "languages") return [];
	const screen = shown(state);
	switch (screen.name) {
		case "start":
			return [words.touchToStart, words.startHint];
		case "home":
			return [
				words.takeNumber,
				...(told.services.length <= mostOnHome ? told.services : []),
				words.lookUp,
			];
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
			return [words.chooseServiceHint, ...told.services];
		case "priority":
			return [words.priorityHint, ...told.priorityClasses, words.noPriority];
		case "visit":
			return [words.queue.alsoHint, words.queue.alsoDone];
		case "scan":
			return [screen.unread ? words.held.unreadHint : words.held.scanHint];
		case "held":
			return [words.paper.tryAgain, words.held.giveUp];
		case "number": {
			const { ahead, ticket } = screen.answer;
			const seats = told.seatsFor(ticket.serviceId);
			return [
				told.named(ticket.serviceName),
				...(ahead === null ? [] : [words.ahead(ahead)]),
				...(seats === null ? [] : [words.queue.sit(seats)]),
				words.paper.taken,
			];
		}
	}
}

/** A voice pauses where a sentence ends. */
function asSentence(said: string): string {
	return /[.?!…]$/.test(said) ? said : `${said}.`;
}
