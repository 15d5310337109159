import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { PrintJob } from "../../protocol/printing.ts";
import type { Answer } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { type ConsoleWords, consoleWords } from "../../words/console.ts";
import { staffWords } from "../../words/staff.ts";
import { followPrint, notPrinted } from "../print-outcome.ts";
import { refusalIn } from "../refusal.ts";
import type { Act, Action, Did } from "./actions.ts";
import { isStillMeant, newPress, type Press } from "./press.ts";
import type { Question } from "./question.ts";
import type { Held, Off, Seat } from "./seat.ts";
import type { Done, Send } from "./send.ts";
import type { TicketAct } from "./ticket-acts.ts";
import { type KeptUndo, keepUndoOffer, type Undoable } from "./undo-offer.ts";

/** What is said of the last act, where one looks: beside the buttons, or in the question that is open. */
export interface Notice {
	kind: "wrong" | "calm";
	text: string;
}

/** Why whoever is at the counter was called, where it was not simply their turn. */
export interface Why {
	ticketId: string;
	detail: { vi: string; en: string };
}

/** An officer's acts, one after the other: pressed, asked about, sent, told. */
export interface Work {
	/** A request is under way: nothing else is sent beside it. */
	busy: ReadonlySignal<boolean>;
	notice: Signal<Notice | null>;
	undoable: ReadonlySignal<Undoable | null>;
	why: ReadonlySignal<Why | null>;
	/** What is being asked, or looked at. */
	asking: Signal<Question | null>;
	/** A button or key of the counter. */
	press(action: Action): Promise<void>;
	/** A button or key of a ticket that is looked at. */
	pressOn(act: TicketAct, ticket: Held): Promise<void>;
	/** Does what a question asked about; closes it where that was done. */
	answer(act: Act, did: { did: Did; number: string } | null): Promise<boolean>;
	/** Says what became of something that this has not sent itself. */
	say(notice: Notice | null): void;
	/** Nobody listens any more. */
	stop(): void;
}

export interface WorkOptions {
	/** The counter as it stands now, also after a wait. */
	seat: () => Seat;
	send: Send;
	/** For how long the hub sets back what was done last. */
	undoMs: () => number;
	onSessionOver: () => void;
	/** Milliseconds of a steady clock; the page's own. */
	nowMs?: () => number;
	/** Where what can be undone outlives a reload of the page; nowhere, unless given. */
	kept?: KeptUndo;
	/** What is done on this machine alone. */
	onMachine?: (name: Action["name"]) => void;
}

export function keepWork(options: WorkOptions): Work {
	const { seat, send, undoMs, onSessionOver, onMachine, kept } = options;
	const nowMs = options.nowMs ?? (() => performance.now());
	const busy = signal(false);
	const notice = signal<Notice | null>(null);
	const undo = keepUndoOffer({ undoMs, nowMs, kept });
	const why = signal<Why | null>(null);
	const asking = signal<Question | null>(null);
	let last: Press | null = null;
	/** Presses during a request, in order, and whom the officer saw at each: nothing is ever done to somebody else. */
	let pressedNext: { action: Action; atMs: number; ticketId: string | null }[] = [];
	let isStopped = false;
	return {
		busy,
		notice,
		undoable: undo.undoable,
		why,
		asking,
		press,
		pressOn,
		answer,
		say(said) {
			notice.value = said;
		},
		stop() {
			isStopped = true;
			undo.stop();
		},
	};

	async function press(action: Action): Promise<void> {
		const pressedAtMs = nowMs();
		if (busy.value) {
			pressedNext.push({ action, atMs: pressedAtMs, ticketId: whoIsHere() });
			return;
		}
		const seen = seat();
		if (refuse(action.off(seen))) return;
		const question = action.asks?.(seen);
		if (question) {
			notice.value = null;
			asking.value = question;
			return;
		}
		const counts = newPress(last, action.name, pressedAtMs);
		if (!counts) return;
		last = counts;
		if (!action.perform) {
			onMachine?.(action.name);
			return;
		}
		const number = seen.counter.current?.number ?? null;
		const got = await sendNow(seen, action.perform(seen));
		const waiting = pressedNext;
		pressedNext = [];
		if (!got) return;
		if (!got.ok) {
			if (action.name === "undo" && got.status === 409) undo.forget();
			tellRefused(got, action.name === "print" ? number : null);
			return;
		}
		if (action.name === "undo") tellUndone();
		else if (action.name === "call-next") tellCalled(got.value, number, pressedAtMs);
		else if (got.value.print && number) tellPrint(number, got.value.print);
		else if (action.did && number) tellDone(action.did, number, got.value, pressedAtMs);
		for (const { action: next, atMs, ticketId } of waiting) {
			const meant = { name: next.name, atMs };
			if (ticketId !== whoIsHere() || !isStillMeant(meant, counts, nowMs())) return;
			await press(next);
		}
	}

	async function pressOn(act: TicketAct, ticket: Held): Promise<void> {
		if (busy.value) return;
		const seen = seat();
		if (refuse(act.off(seen, ticket))) return;
		const question = act.asks?.(ticket);
		if (question) {
			notice.value = null;
			asking.value = question;
			return;
		}
		if (!act.perform) return;
		const pressedAtMs = nowMs();
		const asked = asking.value;
		const got = await sendNow(seen, act.perform(seen, ticket));
		if (!got) return;
		if (!got.ok) {
			if (got.problem?.code === "ticket/reason-needed" && act.needsReason) {
				goOn(asked, act.needsReason(ticket));
				return;
			}
			tellRefused(got, act.name === "print" ? ticket.number : null);
			return;
		}
		goOn(asked, null);
		if (got.value.print) tellPrint(ticket.number, got.value.print);
		else if (act.did) tellDone(act.did, ticket.number, got.value, pressedAtMs);
		keepWhy(got.value);
	}

	async function answer(act: Act, about: { did: Did; number: string } | null): Promise<boolean> {
		if (busy.value) return false;
		const seen = seat();
		if (seen.away) {
			refuse("away");
			return false;
		}
		const pressedAtMs = nowMs();
		const asked = asking.value;
		const got = await sendNow(seen, act);
		if (!got) return false;
		if (!got.ok) {
			tellRefused(got, null);
			return false;
		}
		goOn(asked, null);
		if (about) tellDone(about.did, about.number, got.value, pressedAtMs);
		keepWhy(got.value);
		return true;
	}

	/** From what was open at the press to what comes next. Whoever has left it meanwhile, or opened something else, stays where they are. */
	function goOn(asked: Question | null, next: Question | null): void {
		if (asking.value === asked) asking.value = next;
	}

	/** Null where nobody is signed in any more, or nobody listens. */
	async function sendNow(seen: Seat, act: Act): Promise<Answer<Done> | null> {
		busy.value = true;
		notice.value = null;
		const got = await send(seen.counter, act);
		busy.value = false;
		if (isStopped) return null;
		if (!got.ok && got.status === 401) {
			onSessionOver();
			return null;
		}
		return got;
	}

	/** Why a press does nothing is said as well: whoever presses thinks that it does. */
	function refuse(off: Off | null): boolean {
		if (off === null) return false;
		notice.value = { kind: "calm", text: words().off[off] };
		return true;
	}

	function tellRefused(got: Extract<Answer<Done>, { ok: false }>, printed: string | null): void {
		const text =
			printed === null ? refusalIn(got, staffWords[language.value]) : notPrinted(printed, got);
		notice.value = { kind: "wrong", text };
	}

	function tellCalled(done: Done, finished: string | null, pressedAtMs: number): void {
		keepWhy(done);
		if (done.ticket) {
			tellDone("call-next", done.ticket.number, done, pressedAtMs);
			return;
		}
		notice.value = {
			kind: "calm",
			text: finished ? words().finishedNobodyWaits(finished) : words().nobodyWaits,
		};
		if (finished) undo.offer(words().did["finish-only"](finished), null, pressedAtMs);
	}

	function tellDone(did: Did, number: string, done: Done, pressedAtMs: number): void {
		const what = words().did[did](number);
		notice.value = { kind: "calm", text: words().done(what) };
		undo.offer(what, done.act ?? null, pressedAtMs);
	}

	function tellUndone(): void {
		const what = undo.undoable.value?.what ?? "";
		notice.value = { kind: "calm", text: words().undone(what) };
		undo.forget();
	}

	function keepWhy({ ticket, why: said }: Done): void {
		if (!ticket || !said) return;
		why.value = said.rule === "first-come" ? null : { ticketId: ticket.id, detail: said.detail };
	}

	/** Says what becomes of a slip, until something else is said here. */
	function tellPrint(number: string, print: PrintJob): void {
		let said: Notice | null = null;
		void followPrint(number, print, ({ wrong, text }) => {
			if (isStopped || (said !== null && notice.value !== said)) return false;
			said = { kind: wrong ? "wrong" : "calm", text };
			notice.value = said;
			return true;
		});
	}

	function whoIsHere(): string | null {
		return seat().counter.current?.id ?? null;
	}

	function words(): ConsoleWords {
		return consoleWords[language.value];
	}
}
