import { count } from "../numbers.ts";
import type { kiosk as vi } from "../vi/kiosk.ts";

const number = (value: number) => count(value, "en");
const people = (value: number) => (value === 1 ? "1 person" : `${number(value)} people`);
const procedures = (value: number) => (value === 1 ? "1 procedure" : `${number(value)} procedures`);

/** What the touchscreen says, in English. */
export const kiosk: typeof vi = {
	otherLanguage: "Tiếng Việt",
	back: "Back",
	home: "Home",
	up: "Up",
	down: "More",
	bar: "Controls",

	touchToStart: "Touch to start",
	startHint: "Take a number, look up procedures and fees",

	welcome: "What would you like to do?",
	welcomeHint: "Touch the one you want",
	takeNumber: "Take a number",
	takeNumberHint: "Get a queue number for a counter",
	lookUp: "Look up a procedure",
	lookUpHint: "See the papers to bring, the fee and the time it takes",
	officeClosedHint: "You can still look procedures, fees and papers up.",

	findTitle: "Look up a procedure",
	searchLabel: "Search",
	searchPlaceholder: "Type a name, such as: birth",
	searchHint: "A few letters are enough; Vietnamese needs no accents.",
	chooseTopic: "Or choose what it is about",
	chooseField: "Choose a field",
	chooseProcedure: "Choose a procedure",
	procedures,
	found: (howMany) => `${procedures(howMany)} found`,
	foundFirst: (shown, howMany) =>
		`${procedures(howMany)} found; these are the ${number(shown)} nearest`,
	foundNone: "No procedure found yet",
	foundNoneHint: "Try fewer letters or another word, or ask a member of staff.",
	noProcedures: "There are no procedures here yet.",
	keyboard: "Keyboard",
	erase: "Delete",
	eraseAll: "Clear",
	space: "Space",

	code: "Code",
	field: "Field",
	takeNumberFor: "Take a number for this procedure",
	inVietnamese: "The details are in Vietnamese only.",

	papersUnknown: "The source lists no papers. Please ask at the counter.",
	legalTitle: (howMany) =>
		howMany === 1 ? "Legal basis (1 text)" : `Legal basis (${number(howMany)} texts)`,
	dataOfUnknown: "Date of the data not known",
	noSource: "General knowledge, not yet checked against an official source",

	chooseService: "Take a number",
	chooseServiceHint: "What are you here for?",
	waiting: (howMany) => (howMany === 0 ? "Nobody is waiting" : `${people(howMany)} waiting`),
	quotaLeft: (numbers) => `${number(numbers)} ${numbers === 1 ? "number" : "numbers"} left today`,
	maybeNotServed: "You may not be served today",
	maybeNotServedHint: "Many are waiting and the office closes soon. Please ask the staff.",

	priorityTitle: "Do you have priority?",
	priorityHint: "Staff may ask to see a paper that shows it when you come to the counter.",
	noPriority: "No priority",
	forService: "A number for",
	taking: "Taking your number, please wait…",
	notTaken: "No number was taken",
	notTakenUnheard: "The system did not answer. Please choose again, or ask a member of staff.",

	yourNumber: "Your number",
	ahead: (howMany) => (howMany === 0 ? "You are next" : `${people(howMany)} before you`),
	wait: (lowMin, highMin) =>
		lowMin > 0 ? `Wait of about ${lowMin}–${highMin} min` : `Wait of up to ${highMin} min`,
	printing: "Printing your slip…",
	printingHint: "It comes out of the slot below the screen.",
	printed: "Your slip is ready, please take it",
	printedHint: "Please keep it. The number is good for today only.",
	notPrinted: "The printer has a fault; the slip was not printed",
	notPrintedHint: "Your number is good: photograph or remember it, then wait for the call.",
	maybePrinted: "It is not certain that the slip was printed",
	maybePrintedHint: "If there is no slip, photograph or remember this number: it is good.",
	withoutPaper: "Please photograph or remember this number",
	follow: "Scan the QR code to follow your number on a phone",
	secondsLeft: (seconds) => `${seconds} s left`,
	done: "Done",

	stillThere: "Are you still there?",
	stillThereHint: "Touch anywhere to go on",
	startsOver: (seconds) => `The screen starts over in ${seconds} s`,

	loading: "Loading…",
	unheard: "The system does not answer",
	unheardHint: "The screen keeps trying. If it stays like this, please tell a member of staff.",
	tryAgain: "Try again",
	mayBeOld: "Connection lost, reconnecting",
	kioskUnknown: (kioskId) =>
		`This office has no kiosk called "${kioskId}". Please tell whoever looks after the machine.`,
};
