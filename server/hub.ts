import { randomBytes } from "node:crypto";
import { localDay } from "../words/numbers.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Command, Context } from "./queue/command.ts";
import { decide } from "./queue/decide.ts";
import type { Event, QueueSettings, StampedEvent } from "./queue/event.ts";
import { evolve } from "./queue/evolve.ts";
import type { Refusal } from "./queue/result.ts";
import { emptyState, type QueueState } from "./queue/state.ts";

/** One office as an actor: decides, evolves, appends and publishes one command after the other. */
export interface Hub {
	/**
	 * Does a command and answers when its events are durable. `answer` looks at the state just as the command left it.
	 * @param by who asks: an account's name, `kiosk:ID`, or `hub`
	 */
	do<T>(command: Command, by: string, answer: Answer<T>): Promise<Outcome<T>>;
	/**
	 * Looks at the newest state, and answers when all of it is durable. `look` must not keep or change what it sees, and may be called again.
	 * @throws {HubUnavailable} where the state had to be folded anew and could not be
	 */
	read<T>(look: (state: QueueState) => T): Promise<T>;
	/** The newest state, which may be ahead of what is durable. */
	readonly state: QueueState;
	/** Names the ledger that the state is a fold of: office and day. */
	readonly epoch: string;
	/** Whether the last write succeeded. */
	readonly writable: boolean;
	/** The number of the last durable event of the day. */
	readonly durableSeq: number;
	/** Lets `observe` see each event right after it was folded in; what it returns is run when the event is durable. */
	observe(observe: Observer): void;
	/** Calls back when events that observers had seen were not made durable: the state is again what the ledger holds. */
	onSetBack(listener: () => void): void;
	close(): Promise<void>;
}

export type Answer<T> = (state: QueueState, events: readonly StampedEvent[]) => T;
export type Outcome<T> =
	| { ok: true; value: T }
	| { ok: false; refusal: Refusal | { code: "ledger/unavailable"; detail?: undefined } };
export type Observer = (state: QueueState, event: StampedEvent) => () => void;

export interface HubParts {
	office: { id: string; timeZone: string; settings: QueueSettings };
	ledger: Ledger;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	log: { error(about: object, message: string): void; warn(message: string): void };
}

/** Nothing can be written, or the ledger cannot be read back: whoever asked is told, and the next command tries again. */
export class HubUnavailable extends Error {
	override name = "HubUnavailable";
}

/** How often the hub looks whether the office's day has changed. */
const dayCheckMs = 5_000;

/** Folds the ledger's newest day, opens today's where it is due, and takes the office's settings in. */
export async function startHub({ office, ledger, now, log }: HubParts): Promise<Hub> {
	const observers: Observer[] = [];
	const setBackListeners: (() => void)[] = [];
	const context: Context = { newTicketId: () => randomBytes(16).toString("base64url") };
	/** Events folded in and not yet durable, with what is to be published of them. */
	let pending: { seq: number; publish: (() => void)[] }[] = [];
	let state = emptyState();
	let durableSeq = 0;
	let writable = true;
	/** Whether the state holds what was not made durable and must be folded anew before anything else. */
	let mustRefold = false;
	let refolding: Promise<void> | null = null;
	let turning: Promise<void> | null = null;
	/** Counts the times the state was set back, so that each failure sets back only what it belongs to. */
	let generation = 0;
	const durabilityWaiters: (() => void)[] = [];

	ledger.follow(office.id, (record, day) => {
		for (const index of record.events.keys()) {
			const seq = record.seq + index;
			const next = pending[0];
			// What was folded before a failed write is read back from the ledger, not published from here.
			if (day !== state.day || next?.seq !== seq) break;
			pending.shift();
			durableSeq = seq;
			for (const publish of next.publish) publish();
		}
		wakeDurabilityWaiters();
	});

	await refold();
	await startDay();
	const dayCheck = setInterval(() => {
		ready().catch(report);
	}, dayCheckMs);
	dayCheck.unref();

	return {
		get state() {
			return state;
		},
		get epoch() {
			return `${office.id}/${state.day}`;
		},
		get writable() {
			return writable;
		},
		get durableSeq() {
			return durableSeq;
		},
		observe: (observer) => observers.push(observer),
		onSetBack: (listener) => setBackListeners.push(listener),
		do: doCommand,
		read,
		async close() {
			clearInterval(dayCheck);
			while (pending.length > 0) await nextDurable();
		},
	};

	async function doCommand<T>(
		command: Command,
		by: string,
		answer: Answer<T>,
	): Promise<Outcome<T>> {
		try {
			if (isUncalm() || dayIsDue()) await ready();
			const decided = decide(state, command, context);
			if (!decided.ok) return { ok: false, refusal: decided.refusal };
			const events = decided.value;
			if (events.length === 0) return { ok: true, value: await read((seen) => answer(seen, [])) };
			const { stamped, durable } = write(events, by);
			const value = answer(state, stamped);
			await durable;
			return { ok: true, value };
		} catch (error) {
			if (!(error instanceof HubUnavailable)) throw error;
			return { ok: false, refusal: { code: "ledger/unavailable" } };
		}
	}

	/** Comes back when a command can be decided: the state is what the ledger holds, and the day is today. */
	async function ready(): Promise<void> {
		for (;;) {
			await calm();
			if (!dayIsDue()) return;
			await turnDay();
		}
	}

	function isUncalm(): boolean {
		return mustRefold || turning !== null;
	}

	/** Comes back when the state is being neither folded anew nor turned to another day. */
	async function calm(): Promise<void> {
		while (isUncalm()) {
			if (mustRefold) await mend();
			else await turning?.catch(() => undefined);
		}
	}

	/** Folds the events in at once, so that the next command sees them, and sends them to the ledger. */
	function write(events: Event[], by: string): { stamped: StampedEvent[]; durable: Promise<void> } {
		const at = new Date(now()).toISOString();
		const seq = state.seq + 1;
		const stamped = events.map(
			(event, index): StampedEvent => ({ ...event, seq: seq + index, at }),
		);
		for (const event of stamped) {
			evolve(state, event);
			const publish = observers.map((observe) => observe(state, event));
			pending.push({ seq: event.seq, publish });
		}
		const writtenIn = generation;
		const durable = ledger
			.append({
				office: office.id,
				day: state.day,
				expectedSeq: seq,
				records: [{ seq, at, by, events }],
			})
			.then(
				() => {
					writable = true;
				},
				(error) => setBack(error, writtenIn),
			);
		return { stamped, durable };
	}

	/** What was not made durable never happened: the state becomes again what the ledger holds. */
	async function setBack(error: unknown, writtenIn: number): Promise<never> {
		if (writtenIn === generation) {
			generation++;
			report(error);
			writable = false;
			pending = [];
			mustRefold = true;
			wakeDurabilityWaiters();
		}
		// Where this fails too, whoever comes next tries again.
		await mend().catch(() => undefined);
		throw new HubUnavailable("the ledger could not be written", { cause: error });
	}

	async function mend(): Promise<void> {
		refolding ??= refold()
			.then(
				() => {
					for (const listener of setBackListeners) listener();
				},
				(cause) => {
					report(cause);
					throw new HubUnavailable("the ledger could not be read back", { cause });
				},
			)
			.finally(() => {
				refolding = null;
			});
		await refolding;
	}

	async function refold(): Promise<void> {
		const day = (await ledger.days(office.id)).at(-1);
		const folded = emptyState();
		if (day) {
			for await (const { seq, at, events } of ledger.read({ office: office.id, day })) {
				for (const [index, event] of events.entries()) {
					evolve(folded, { ...event, seq: seq + index, at });
				}
			}
		}
		state = folded;
		durableSeq = folded.seq;
		mustRefold = false;
	}

	async function startDay(): Promise<void> {
		if (dayIsDue()) return turnDay();
		await writeDecided({ type: "apply-settings", settings: office.settings });
	}

	/** A business day never goes back: where the clock does, the day goes on. */
	function dayIsDue(): boolean {
		return today() > state.day;
	}

	function today(): string {
		return localDay(new Date(now()).toISOString(), office.timeZone);
	}

	/**
	 * Ends yesterday (who still waited has expired) and begins today from number 001, with the settings taken in anew. One after the other:
	 * commands and looks wait, and today begins only when yesterday's end is durable.
	 */
	function turnDay(): Promise<void> {
		turning ??= turn().finally(() => {
			turning = null;
			wakeDurabilityWaiters();
		});
		return turning;
	}

	async function turn(): Promise<void> {
		if (state.day) await writeDecided({ type: "close-day" });
		const day = today();
		state = emptyState();
		state.day = day;
		durableSeq = 0;
		await writeDecided({ type: "open-day", day, settings: office.settings });
	}

	async function writeDecided(command: Command): Promise<void> {
		const decided = decide(state, command, context);
		if (decided.ok && decided.value.length > 0) await write(decided.value, "hub").durable;
	}

	async function read<T>(look: (state: QueueState) => T): Promise<T> {
		for (;;) {
			if (isUncalm()) await calm();
			const seen = { state, generation, seq: state.seq };
			const isCurrent = () => seen.state === state && seen.generation === generation;
			const value = look(state);
			while (isCurrent() && durableSeq < seen.seq) await nextDurable();
			if (isCurrent()) return value;
		}
	}

	function nextDurable(): Promise<void> {
		return new Promise((wake) => {
			durabilityWaiters.push(wake);
		});
	}

	function wakeDurabilityWaiters(): void {
		for (const wake of durabilityWaiters.splice(0)) wake();
	}

	function report(error: unknown): void {
		log.error({ err: error }, "the ledger could not be written or read");
	}
}
