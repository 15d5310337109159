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
	paper: {
		printing: "Printing…",
		printingHint: "Your slip comes out of the slot below the screen.",
		elsewhere: (printer) => `Your slip comes out of another printer: ${printer}.`,
		ready: "Please take your slip",
		readyHint: "It is printed. Please keep it: the number is good for today only.",
		uncertain: "Has your slip come out?",
		uncertainHint: "The printer has not said that it is done.",
		isHere: "Yes, I have it",
		printAgain: "No, print it again",
		uncertainDown: "If there is no slip, photograph the number or scan the code.",
		taken: "Please keep your slip",
		takenHint: "The number is good for today only.",
		waitingHint:
			"Your slip is printed once the printer works again. You need not wait for it: photograph the number or scan the code.",
		failed: "Your slip was not printed",
		tryAgain: "Print the slip again",
		notAgain: "It could not be printed again",
		notAgainUnheard: "The system did not answer.",
		numberHolds: "Your number is good: photograph it or scan the code, then wait for the call.",
		photograph: "Photograph this or scan the code",
		photographHint: "Your number is good without a slip.",
	},
	follow: "Scan the QR code to follow your number on a phone",
	secondsLeft: (seconds) => `${seconds} s left`,
	done: "Done",

	printer: {
		reasons: {
			"paper-low": "The paper is nearly used up.",
			"paper-out": "The printer is out of paper.",
			"cover-open": "The printer's cover is open.",
			cutter: "The printer's cutter is jammed.",
			error: "The printer reports a fault.",
			offline: "The printer is off or not ready.",
			unreachable: "The printer cannot be reached.",
			timeout: "The printer does not answer.",
			closed: "The connection to the printer was lost.",
			stale: "The slip waited too long for the printer.",
			paused: "The printer is paused.",
		},
		stillNumber:
			"You still get a number: it is shown on the screen with a QR code, to photograph or to scan.",
		low: "Paper nearly used up – staff: have a new roll ready",
		out: "Staff: open the printer's cover and change the roll",
		coverOpen: "Staff: put the new roll in, pull its end out and close the cover",
		aside: (reason) => `${reason} Slips come out of the second printer.`,
		mended: "The printer has paper again",
	},
	checklist: {
		print: "Print the list of papers",
		asking: "Sending it to the printer…",
		printing: "Printing the list of papers…",
		ready: "Please take the list of papers",
		elsewhere: (printer) => `Please take the list of papers at another printer: ${printer}`,
		uncertain: "It is not certain that the list was printed. If it is not there, print it again.",
		failed: "The list of papers was not printed.",
		unheard: "The system did not answer. Please press again.",
	},

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
