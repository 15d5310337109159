import type { LanguageCode } from "../protocol/languages.ts";
import type { PrinterStatus, PrintJob } from "../protocol/printing.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import type { Method } from "../ui/vietnamese/methods.ts";
import {
	type Checklist,
	type ChecklistAction,
	checklistStep,
	checklistWithJob,
} from "./checklist.ts";
import { type Comfort, type ComfortAction, comfortStep, isUsual, usualComfort } from "./comfort.ts";
import { type HeldAction, type HeldTicket, heldStep, heldWithJob } from "./held-ticket.ts";
import { never } from "./never.ts";
import {
	type NumberScreen,
	numberEndsAtMs,
	numberScreen,
	type PaperAction,
	paperStep,
	withJob,
} from "./number-screen.ts";
import { isSameWish, type Order, type SentOrder, type Wish } from "./order.ts";
import { type Printers, printerHeard } from "./printers.ts";
import { type ReadingAction, type Readings, readingStep } from "./reading.ts";
import type { Scan } from "./scan.ts";

/** What the touchscreen shows and since when. Times are of a clock that never jumps, in milliseconds. */
export interface KioskState {
	language: LanguageCode;
	/** The language that everything returns to. */
	firstLanguage: LanguageCode;
	/** What lies over the screen to be chosen from; null where nothing does. */
	panel: Panel | null;
	/** How this person wants the screen. */
	comfort: Comfort;
	/** The way here; the last one is shown. */
	path: readonly [Screen, ...Screen[]];
	touchedAtMs: number;
	/** Since when the screen asks whether anyone is still there; null while it does not. */
	warnedAtMs: number | null;
	order: Order;
	/** What was asked for in this visit and may have been done although no answer came: pressed again, it is the same. */
	unheard: readonly SentOrder[];
	/** The last word heard of each print job, so that one heard before the ticket's own answer is not lost. */
	jobs: { readonly [jobId: string]: PrintJob };
	printers: Printers;
	/** Of the procedure that is shown; null while nobody has asked for it. */
	checklist: Checklist | null;
	/** Services that the number goes on to afterwards, in the order in which they were chosen. */
	visit: readonly string[];
	/** The ticket whose code was read; null while none is shown. */
	held: HeldTicket | null;
	/** What was ticked, opened and counted on pages of procedures. */
	readings: Readings;
	/** How letters compose, as the person chose; null while nobody has. */
	typingBy: Method | null;
	/** Whether this person goes by keys: readers of codes press no Tab. */
	byKeys: boolean;
}

export type Panel = "languages" | "comfort";

export type Screen =
	| { name: "start" }
	| { name: "home" }
	| { name: "find" }
	| { name: "search" }
	| { name: "fields" }
	| { name: "list"; fieldId: string }
	| { name: "event"; eventId: string }
	| { name: "procedure"; code: string }
	| { name: "service" }
	| { name: "priority"; serviceId: string; procedureCode: string | null }
	/** What else is to be done after the service that is being chosen. */
	| { name: "visit"; serviceId: string }
	/** Asks for a code to be held under the reader. `unread`: one was, and means nothing here. */
	| { name: "scan"; unread: boolean }
	/** The ticket that one holds. */
	| { name: "held"; ticketId: string }
	| NumberScreen;

export type Action =
	| { type: "open"; screen: Exclude<Screen, NumberScreen> }
	| { type: "back" }
	| { type: "home" }
	| { type: "start-over" }
	/** Opens it over the screen, in place of another, and closes it again. */
	| { type: "panel-asked"; panel: Panel }
	| { type: "speak"; language: LanguageCode }
	| { type: "office-speaks"; language: LanguageCode }
	/** `key`: the name of the key, where it was one. */
	| { type: "touched"; key: string | null }
	| { type: "stay" }
	| { type: "tick" }
	| { type: "order-sent"; sent: SentOrder }
	/** `mayBeDone`: the hub said nothing of whether there is a ticket now. */
	| { type: "order-refused"; detail: string | null; mayBeDone: boolean }
	| { type: "order-answered"; answer: TicketAnswer }
	/** What no answer came for was not done, and will not be. */
	| { type: "order-withdrawn"; key: string }
	/** What was refused for want of an answer had been done. */
	| { type: "order-found"; answer: TicketAnswer }
	| { type: "job"; job: PrintJob }
	| { type: "printer"; status: PrinterStatus }
	| { type: "visit-toggled"; serviceId: string }
	| { type: "type-by"; method: Method }
	/** The reader has read something, on whatever screen. */
	| { type: "scanned"; scan: Scan }
	| ComfortAction
	| PaperAction
	| ChecklistAction
	| HeldAction
	| ReadingAction;

/** Idle this long, the screen asks; unanswered this long, everything starts over. */
const idleMs = 60_000;
const warningMs = 30_000;
/** Whoever needs the screen another way has this long after each touch before a number is taken off it. */
const moreTimeMs = 15_000;

/** The touchscreen as nobody has touched it. */
export function untouched(language: LanguageCode, nowMs: number): KioskState {
	return {
		language,
		firstLanguage: language,
		panel: null,
		comfort: usualComfort,
		path: [{ name: "start" }],
		touchedAtMs: nowMs,
		warnedAtMs: null,
		order: { state: "none" },
		unheard: [],
		jobs: {},
		printers: {},
		checklist: null,
		visit: [],
		held: null,
		readings: {},
		typingBy: null,
		byKeys: false,
	};
}

/**
 * What comes of an action. The same object comes back where nothing changes.
 * While a ticket is being asked for, nothing leads away from the answer: neither a touch nor the clock.
 */
export function step(state: KioskState, action: Action, nowMs: number): KioskState {
	const underWay = state.order.state === "under-way";
	switch (action.type) {
		case "open":
			return underWay ? state : moved(state, [...state.path, action.screen], nowMs);
		case "back": {
			if (state.panel !== null) return { ...state, panel: null, touchedAtMs: nowMs };
			const [first, ...rest] = state.path;
			return underWay || rest.length === 0
				? state
				: wentBack(state, [first, ...rest.slice(0, -1)], nowMs);
		}
		case "home":
			return underWay
				? state
				: { ...moved(state, [{ name: "start" }, { name: "home" }], nowMs), visit: [] };
		case "start-over":
			return underWay ? state : startedOver(state, nowMs);
		case "speak":
			return underWay ? state : spoken(state, action.language, nowMs);
		case "panel-asked": {
			const panel = state.panel === action.panel ? null : action.panel;
			return underWay ? state : { ...state, panel, touchedAtMs: nowMs };
		}
		case "text-sized":
		case "comfort-switched":
		case "comfort-reset":
			return { ...state, comfort: comfortStep(state.comfort, action), touchedAtMs: nowMs };
		case "office-speaks":
			return officeSpeaks(state, action.language);
		case "touched":
			// While the screen asks, a touch is the answer to that and is told as "stay".
			return state.warnedAtMs === null
				? { ...state, touchedAtMs: nowMs, byKeys: action.key === "Tab" || state.byKeys }
				: state;
		case "stay":
			return { ...state, touchedAtMs: nowMs, warnedAtMs: null };
		case "tick":
			return underWay ? state : ticked(state, nowMs);
		case "order-sent":
			return underWay ? state : { ...state, order: { state: "under-way", sent: action.sent } };
		case "order-refused":
			return refused(state, action, nowMs);
		case "order-answered":
			return underWay ? answered(state, action.answer, nowMs) : state;
		case "order-withdrawn":
			return { ...state, unheard: state.unheard.filter(({ key }) => key !== action.key) };
		case "order-found":
			return state.order.state === "refused" ? answered(state, action.answer, nowMs) : state;
		case "job":
			return jobHeard(state, action.job, nowMs);
		case "printer":
			return { ...state, printers: printerHeard(state.printers, action.status, nowMs) };
		case "visit-toggled":
			return underWay ? state : { ...state, visit: toggled(state.visit, action.serviceId) };
		case "type-by":
			return { ...state, typingBy: action.method, touchedAtMs: nowMs };
		case "scanned":
			return underWay ? state : scanned(state, action.scan, nowMs);
		case "held-told":
		case "held-refused":
		case "held-act":
			return { ...state, held: heldStep(state.held, action, state.jobs) };
		case "slip-taken":
		case "reprint-asked":
		case "reprint-refused":
		case "reprint-answered":
			return onPaper(state, action, nowMs);
		case "checklist-asked":
		case "checklist-refused":
		case "checklist-answered":
			return { ...state, checklist: checklistStep(state.checklist, action, state.jobs) };
		case "paper-ticked":
		case "part-opened":
		case "fee-counted":
			return { ...state, readings: readingStep(state.readings, action) };
		default:
			return never(action);
	}
}

/** A wish that was sent in this visit and may have been done; null where it was not, or where the hub has said no. */
export function sentBefore({ unheard }: KioskState, wish: Wish): SentOrder | null {
	return unheard.find((sent) => isSameWish(sent.wish, wish)) ?? null;
}

/** The services that a number of `serviceId` goes on to afterwards. */
export function visitAfter(visit: readonly string[], serviceId: string): string[] {
	return visit.filter((id) => id !== serviceId);
}

/** The screen that is shown. */
export function shown(state: KioskState): Screen {
	return state.path[state.path.length - 1] ?? state.path[0];
}

/** Whether the screen is as everybody finds it: nobody has begun. */
export function isAsFound(state: KioskState): boolean {
	const { language, firstLanguage, panel, comfort } = state;
	const isPlain = language === firstLanguage && panel === null && isUsual(comfort);
	return isPlain && shown(state).name === "start";
}

/** Whole seconds until the screen starts over by itself; null where it does not count. */
export function secondsLeft(state: KioskState, nowMs: number): number | null {
	const screen = shown(state);
	const endsAtMs =
		screen.name === "number"
			? numberGoesAtMs(state, screen)
			: state.warnedAtMs === null
				? null
				: state.warnedAtMs + warningMs;
	return endsAtMs === null ? null : Math.max(0, Math.ceil((endsAtMs - nowMs) / 1000));
}

/** Fifteen seconds are short for one who reads slowly or listens: each of their touches begins them anew. */
function numberGoesAtMs(state: KioskState, screen: NumberScreen): number {
	const { comfort, panel, byKeys, touchedAtMs } = state;
	const endsAtMs = numberEndsAtMs(screen);
	return isUsual(comfort) && panel === null && !byKeys
		? endsAtMs
		: Math.max(endsAtMs, touchedAtMs + moreTimeMs);
}

function moved(state: KioskState, path: KioskState["path"], nowMs: number): KioskState {
	return {
		...state,
		path,
		touchedAtMs: nowMs,
		warnedAtMs: null,
		panel: null,
		order: { state: "none" },
		checklist: null,
		held: null,
	};
}

/** The screen one is on stays. */
function spoken(state: KioskState, language: LanguageCode, nowMs: number): KioskState {
	return { ...state, language, panel: null, touchedAtMs: nowMs };
}

/** Whoever goes back as far as the start has gone; the next one there may be somebody else. */
function wentBack(state: KioskState, path: KioskState["path"], nowMs: number): KioskState {
	const back = moved(state, path, nowMs);
	if (path.length > 1) return back;
	return {
		...back,
		comfort: usualComfort,
		unheard: [],
		visit: [],
		readings: {},
		typingBy: null,
		byKeys: false,
	};
}

/** Whatever was read answers to a person who has begun; a number that is shown has been seen by then. */
function scanned(state: KioskState, scan: Scan, nowMs: number): KioskState {
	const before: KioskState["path"] =
		shown(state).name === "start" || shown(state).name === "number"
			? [{ name: "start" }, { name: "home" }]
			: withoutScans(state.path);
	switch (scan.is) {
		case "ticket": {
			const { ticketId } = scan;
			const at = moved(state, [...before, { name: "held", ticketId }], nowMs);
			return { ...at, held: { ticketId, state: "asking" } };
		}
		case "procedure":
			return moved(state, [...before, { name: "procedure", code: scan.code }], nowMs);
		case "unread":
			return moved(state, [...before, { name: "scan", unread: true }], nowMs);
		default:
			return never(scan);
	}
}

/** One who reads one code after the other goes back to where they were before the first. */
function withoutScans([first, ...rest]: KioskState["path"]): KioskState["path"] {
	return [first, ...rest.filter(({ name }) => name !== "scan" && name !== "held")];
}

function toggled(visit: readonly string[], serviceId: string): readonly string[] {
	return visit.includes(serviceId) ? visit.filter((id) => id !== serviceId) : [...visit, serviceId];
}

function startedOver(state: KioskState, nowMs: number): KioskState {
	const { firstLanguage, jobs, printers } = state;
	return { ...untouched(firstLanguage, nowMs), jobs, printers };
}

/** The office's own language takes hold at once only where nobody has begun. */
function officeSpeaks(state: KioskState, language: LanguageCode): KioskState {
	if (state.firstLanguage === language) return state;
	const begun = shown(state).name !== "start" || state.language !== state.firstLanguage;
	return { ...state, firstLanguage: language, language: begun ? state.language : language };
}

function ticked(state: KioskState, nowMs: number): KioskState {
	const screen = shown(state);
	if (screen.name === "number") {
		return nowMs >= numberGoesAtMs(state, screen) ? startedOver(state, nowMs) : state;
	}
	if (state.warnedAtMs !== null) {
		return nowMs - state.warnedAtMs >= warningMs ? startedOver(state, nowMs) : state;
	}
	if (nowMs - state.touchedAtMs < idleMs) return state;
	if (screen.name !== "start") return { ...state, warnedAtMs: nowMs };
	return isAsFound(state) ? state : startedOver(state, nowMs);
}

function refused(
	state: KioskState,
	{ detail, mayBeDone }: Extract<Action, { type: "order-refused" }>,
	nowMs: number,
): KioskState {
	if (state.order.state !== "under-way") return state;
	const { sent } = state.order;
	const others = state.unheard.filter(({ wish }) => !isSameWish(wish, sent.wish));
	return {
		...state,
		order: { state: "refused", detail },
		unheard: mayBeDone ? [...others, sent] : others,
		touchedAtMs: nowMs,
	};
}

function answered(state: KioskState, answer: TicketAnswer, nowMs: number): KioskState {
	const told = answer.print === null ? null : (state.jobs[answer.print.jobId] ?? answer.print);
	const screen = numberScreen(answer, told, nowMs);
	return { ...moved(state, [{ name: "start" }, screen], nowMs), unheard: [], visit: [] };
}

function jobHeard(state: KioskState, job: PrintJob, nowMs: number): KioskState {
	const jobs = Object.fromEntries([
		...Object.entries(state.jobs)
			.filter(([jobId]) => jobId !== job.jobId)
			.slice(1 - jobsKept),
		[job.jobId, job],
	]);
	const heard = {
		...state,
		jobs,
		checklist: checklistWithJob(state.checklist, job),
		held: heldWithJob(state.held, job),
	};
	const screen = shown(state);
	if (screen.name !== "number") return heard;
	const next = withJob(screen, job, nowMs);
	return next === screen ? heard : { ...heard, path: [{ name: "start" }, next] };
}

/** What a person does about the paper, or what comes of it; nothing where the number is no longer shown. */
function onPaper(state: KioskState, action: PaperAction, nowMs: number): KioskState {
	const screen = shown(state);
	if (screen.name !== "number") return state;
	const known =
		action.type === "reprint-answered"
			? { ...action, print: state.jobs[action.print.jobId] ?? action.print }
			: action;
	const next = paperStep(screen, known, nowMs);
	return next === screen ? state : { ...state, path: [{ name: "start" }, next] };
}

/** A kiosk hears of each job of its own; one that is long done is of no use to the screen. */
const jobsKept = 20;
