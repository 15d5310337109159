import type { Clock } from "../protocol/health.ts";
import { Answered } from "./answered.ts";
import { type FoldedDay, foldDay } from "./fold-day.ts";
import type { AnsweredRequest, Ledger } from "./ledger/ledger.ts";
import type { OfficeClock } from "./office-clock.ts";
import type { Command, Context } from "./queue/command.ts";
import { decide } from "./queue/decide.ts";
import type { Event, QueueSettings, StampedEvent } from "./queue/event.ts";
import { evolve } from "./queue/evolve.ts";
import type { Refusal } from "./queue/result.ts";
import { emptyState, type QueueState } from "./queue/state.ts";
import { createRequests, type RequestKey } from "./requests.ts";
import { createSnapshots } from "./snapshots.ts";
import { createTicketIds } from "./ticket-ids.ts";

/** One office as an actor: decides, evolves, appends and publishes one command after the other. */
export interface Hub {
	/**
	 * Does a command and answers when its events are durable. `answer` looks at the state just as the command left it; it is kept beside the
	 * events where the request has a key, so it must be plain JSON.
	 * @param command or what makes it, called only where the request was not answered before; what it throws is thrown
	 * @param by who asks: an account's name, `kiosk:ID`, `lobby` or `hub`
	 * @param key done once however often it comes; refusals, and what changes nothing, are decided anew
	 */
	do<T>(
		command: Command | (() => Command),
		by: string,
		answer: Answer<T>,
		key?: RequestKey<T>,
	): Promise<Outcome<T>>;
	/**
	 * Looks at the newest state, and answers when all of it is durable. `look` must not keep or change what it sees, and may be called again.
	 * @throws {HubUnavailable} where the state had to be folded anew and could not be
	 */
	read<T>(look: (state: QueueState) => T): Promise<T>;
	/** The newest state, which may be ahead of what is durable. */
	readonly state: QueueState;
	/** Names the ledger that the state is a fold of: office and day, and when it was restored from a backup, if it was. */
	readonly epoch: string;
	/** Whether what is asked can be written: not after a write failed until one succeeds, nor while one takes more than 5 s. */
	readonly writable: boolean;
	/** The number of the last durable event of the day. */
	readonly durableSeq: number;
	/** The business day, and whether the clock that would end it can be believed. */
	readonly clock: Clock;
	/** Calls back when that changes. */
	onClock(listener: (clock: Clock) => void): void;
	/** A supervisor says that the wall clock is right: the day it shows begins, if it is a later one. */
	confirmClock(day: string, by: string): Promise<"confirmed" | "clock/other-day" | "clock/behind">;
	/** Lets `observe` see each event right after it was folded in; what it returns is run when the event is durable. */
	observe(observe: Observer): void;
	/** Calls back when events that observers had seen were not made durable: the state is again what the ledger holds. */
	onSetBack(listener: () => void): void;
	/** Takes no more commands, and resolves when what was taken is durable. */
	close(): Promise<void>;
}

export type Answer<T> = (state: QueueState, events: readonly StampedEvent[]) => T;
export type Outcome<T> =
	/** `repeated`: the answer was given before. */
	{ ok: true; value: T; repeated?: true } | { ok: false; refusal: Refusal | HubRefusal };
/** Why the hub itself, and not the queue, refuses. */
export interface HubRefusal {
	code: "ledger/unavailable" | "hub/busy" | "hub/stopping" | "request/key-reused";
	detail?: undefined;
}
export type Observer = (state: QueueState, event: StampedEvent) => () => void;

export interface HubParts {
	office: {
		id: string;
		settings: QueueSettings;
		/** When the ledger was last put back from a backup, ISO 8601: numbers may then stand for other events than before. */
		restoredAt?: string;
	};
	ledger: Ledger;
	clock: OfficeClock;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	/** A clock that nobody sets, milliseconds. */
	monotonic: () => number;
	log: { error(about: object, message: string): void; warn(about: object, message: string): void };
	/** Also sees the day's last thousand records again, before the hub is there; what it returns for those is run at once. */
	observe?: Observer;
}

/** Nothing can be written, or the ledger cannot be read back: whoever asked is told, and asks again later. */
export class HubUnavailable extends Error {
	override name = "HubUnavailable";
}

/** How often the hub looks at the clock: whether the office's day has changed, and whether somebody has set it. */
export const dayCheckMs = 5_000;
/** How often a disk that failed is tried again. */
export const probeMs = 1_000;
/** A write that takes as long counts as failing: whoever comes meanwhile is told at once. */
export const stalledMs = 5_000;
/** How far into a new day a restart still looks for requests of the day before. */
const rememberedAfterMidnightMs = 60 * 60_000;
/** How many commands may wait at a time; a busy hall has a handful. */
export const mostWaiting = 1_000;

/** Folds the ledger's newest day, opens today's where it is due, and takes the office's settings in. */
export async function startHub(parts: HubParts): Promise<Hub> {
	const { office, ledger, clock, now, monotonic, log } = parts;
	const observers: Observer[] = parts.observe ? [parts.observe] : [];
	const setBackListeners: (() => void)[] = [];
	const clockListeners: ((clock: Clock) => void)[] = [];
	const context: Context = { newTicketId: createTicketIds() };
	const snapshots = createSnapshots(ledger, office.id, log);
	/** Events folded in and not yet durable, with what is to be published of them. */
	let pending: { seq: number; publish: (() => void)[] }[] = [];
	let state = emptyState();
	let answered = new Answered();
	/** Yesterday's requests, for those repeated across midnight. */
	let answeredBefore: { day: string; answered: Answered } | null = null;
	let durableSeq = 0;
	/** When the disk last made something durable, or was first asked to; on the monotonic clock. */
	let progressAt = 0;
	let failed = false;
	let closing = false;
	/** Whether the state holds what was not made durable and must be folded anew before anything else. */
	let mustRefold = false;
	let refolding: Promise<void> | null = null;
	let turning: Promise<void> | null = null;
	/** Counts the times the state was set back, so that each failure sets back only what it belongs to. */
	let generation = 0;
	/** Commands that have been taken and not answered. */
	let waiting = 0;
	let probe: NodeJS.Timeout | undefined;
	let clockState: Clock = { state: "right", businessDay: "", wallDay: "" };
	const durabilityWaiters: (() => void)[] = [];
	const requests = createRequests({
		settling: () => (isUncalm() ? calm() : null),
		days: () => [{ day: state.day, answered }, ...(answeredBefore ? [answeredBefore] : [])],
		read: readAnswer,
	});

	ledger.follow(office.id, (record, day) => {
		progressAt = monotonic();
		for (const index of record.events.keys()) {
			const seq = record.seq + index;
			const next = pending[0];
			// What was folded before a failed write is read back from the ledger, not published from here.
			if (day !== state.day || next?.seq !== seq) break;
			if (index === 0) answered.note(record);
			pending.shift();
			durableSeq = seq;
			for (const publish of next.publish) tell(publish);
		}
		wakeDurabilityWaiters();
	});

	await refold((folded, event) => {
		for (const observe of observers) observe(folded, event)();
	});
	answeredBefore = await requestsOfYesterday();
	await startDay();
	const dayCheck = setInterval(() => {
		lookAtClock();
		if (isStalled()) wakeDurabilityWaiters();
		if (!failed && !closing) ready().catch(report);
	}, dayCheckMs);
	dayCheck.unref();

	return {
		get state() {
			return state;
		},
		get epoch() {
			return [office.id, state.day, office.restoredAt].filter(Boolean).join("/");
		},
		get writable() {
			return isWritable();
		},
		get durableSeq() {
			return durableSeq;
		},
		get clock() {
			return lookAtClock();
		},
		onClock: (listener) => clockListeners.push(listener),
		confirmClock,
		observe: (observer) => observers.push(observer),
		onSetBack: (listener) => setBackListeners.push(listener),
		do: (command, by, answer, key) =>
			key
				? requests.once(key, () => doCommand(command, by, answer, key))
				: doCommand(command, by, answer),
		read,
		async close() {
			closing = true;
			clearInterval(dayCheck);
			clearTimeout(probe);
			while (pending.length > 0) await nextDurable();
			if (!failed) await snapshots.takeAtStop(state, answered);
		},
	};

	async function doCommand<T>(
		command: Command | (() => Command),
		by: string,
		answer: Answer<T>,
		key?: RequestKey<T>,
	): Promise<Outcome<T>> {
		if (closing) return { ok: false, refusal: { code: "hub/stopping" } };
		if (!isWritable()) return { ok: false, refusal: { code: "ledger/unavailable" } };
		if (waiting >= mostWaiting) return { ok: false, refusal: { code: "hub/busy" } };
		waiting++;
		try {
			// One look at the clock judges the day and stamps the events: midnight cannot fall between the two.
			let at = now();
			while (isUncalm() || dayIsDue(at)) {
				await ready();
				at = now();
			}
			const decided = decide(state, typeof command === "function" ? command() : command, context);
			if (!decided.ok) return { ok: false, refusal: decided.refusal };
			const events = decided.value;
			if (events.length === 0) return { ok: true, value: await read((seen) => answer(seen, [])) };
			const { value, durable } = write(events, by, at, answer, key);
			await durable;
			return { ok: true, value };
		} catch (error) {
			if (!(error instanceof HubUnavailable)) throw error;
			return { ok: false, refusal: { code: "ledger/unavailable" } };
		} finally {
			waiting--;
		}
	}

	function isWritable(): boolean {
		return !failed && !isStalled();
	}

	function isStalled(): boolean {
		return pending.length > 0 && monotonic() - progressAt > stalledMs;
	}

	/** Comes back when a command can be decided: the state is what the ledger holds, and the day is today. */
	async function ready(): Promise<void> {
		for (;;) {
			await calm();
			if (!dayIsDue()) return;
			await turnDay("hub");
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
	function write<T>(
		events: Event[],
		by: string,
		atMs: number,
		answer: Answer<T>,
		key?: RequestKey<T>,
	): { value: T; durable: Promise<void> } {
		const at = new Date(atMs).toISOString();
		const seq = state.seq + 1;
		const stamped: StampedEvent[] = [];
		if (pending.length === 0) progressAt = monotonic();
		let value: T;
		try {
			for (const one of events) {
				const event: StampedEvent = { ...one, seq: seq + stamped.length, at };
				stamped.push(event);
				evolve(state, event);
				const publish = observers.map((observe) => observe(state, event));
				pending.push({ seq: event.seq, publish });
			}
			value = answer(state, stamped);
		} catch (error) {
			// A fault of ours. Nothing of it was sent to the ledger, so the state is no longer what the ledger will hold.
			forgetPending();
			throw error;
		}
		const answers = key && { scope: key.scope, key: key.key, body: key.body, answer: value };
		const writtenIn = generation;
		const snapshotAfter = snapshots.isDue(state);
		const durable = ledger
			.append({
				office: office.id,
				day: state.day,
				expectedSeq: seq,
				records: [{ seq, at, by, ...(answers && { key: answers }), events }],
				snapshotAfter,
			})
			.catch((error) => setBack(error, writtenIn));
		if (snapshotAfter) snapshots.take(state, answered, durable);
		return { value, durable };
	}

	/** What was not made durable never happened: the state becomes again what the ledger holds. */
	async function setBack(error: unknown, writtenIn: number): Promise<never> {
		if (writtenIn === generation) {
			log.error({ err: error }, "the ledger could not be written; it is tried again every second");
			failed = true;
			forgetPending();
			probeLater();
		}
		// Where this fails too, the next probe tries again.
		await mend().catch(() => undefined);
		throw new HubUnavailable("the ledger could not be written", { cause: error });
	}

	/** The state holds what the ledger will not: it is folded anew before anything else. */
	function forgetPending(): void {
		generation++;
		pending = [];
		mustRefold = true;
		wakeDurabilityWaiters();
	}

	/** Tries the disk until it can be written again; nobody's command has to find out. */
	function probeLater(): void {
		clearTimeout(probe);
		if (closing) return;
		probe = setTimeout(async () => {
			try {
				await ledger.probe(office.id);
				await calm();
				failed = false;
				log.warn({}, "the ledger can be written again");
				await ready();
				await takeSettingsIn();
			} catch (error) {
				log.warn({ err: error }, "the ledger still cannot be written");
				probeLater();
			}
		}, probeMs);
		probe.unref();
	}

	async function mend(): Promise<void> {
		refolding ??= refold(null)
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

	async function refold(
		observe: ((state: QueueState, event: StampedEvent) => void) | null,
	): Promise<void> {
		let folded: FoldedDay | null = null;
		// A day whose first write was cut short has no records, and has not begun.
		for (const day of (await ledger.days(office.id)).reverse()) {
			folded = await foldDay(ledger, office.id, day, observe);
			if (folded.state.seq > 0) break;
		}
		state = folded?.state ?? emptyState();
		answered = folded?.answered ?? new Answered();
		snapshots.beginAt(folded?.snapshotSeq ?? 0);
		durableSeq = state.seq;
		mustRefold = false;
	}

	/** A request of just before midnight may be repeated just after it, also to a hub that was restarted in between. */
	async function requestsOfYesterday(): Promise<typeof answeredBefore> {
		const day = (await ledger.days(office.id)).findLast((one) => one < state.day);
		if (!day) return null;
		for await (const { at } of ledger.read({ office: office.id, day: state.day })) {
			if (now() - Date.parse(at) > rememberedAfterMidnightMs) return null;
			try {
				return { day, answered: (await foldDay(ledger, office.id, day, null)).answered };
			} catch (error) {
				log.warn({ err: error, day }, "requests of the day before are not remembered");
				return null;
			}
		}
		return null;
	}

	/** Where nothing can be written at the start, what was is shown, and the rest waits for the disk. */
	async function startDay(): Promise<void> {
		try {
			if (dayIsDue()) await turnDay("hub");
			await takeSettingsIn();
		} catch (error) {
			if (!(error instanceof HubUnavailable)) throw error;
		}
	}

	/** Where they are those of the day already, nothing happens. */
	function takeSettingsIn(): Promise<void> {
		return writeDecided({ type: "apply-settings", settings: office.settings }, "hub");
	}

	/** A business day never goes back: where the clock does, the day goes on. */
	function dayIsDue(at = now()): boolean {
		return clock.dayOf(at) > state.day && lookAtClock().state === "right";
	}

	function today(): string {
		return clock.dayOf(now());
	}

	function lookAtClock(): Clock {
		const seen: Clock = {
			state: clock.judge(state.day),
			businessDay: state.day,
			wallDay: today(),
		};
		const before = clockState;
		clockState = seen;
		if (seen.state === before.state && seen.businessDay === before.businessDay) return seen;
		if (seen.state !== before.state) {
			if (seen.state === "right") log.warn(seen, "the clock is believed again");
			else log.error(seen, clockAlarm[seen.state]);
		}
		for (const listener of clockListeners) listener(seen);
		return seen;
	}

	async function confirmClock(day: string, by: string) {
		if (day !== today()) return "clock/other-day";
		if (day < state.day) return "clock/behind";
		clock.believe();
		log.warn({ day, by }, "the clock was said to be right");
		lookAtClock();
		await calm();
		if (dayIsDue()) await turnDay(by);
		return "confirmed";
	}

	/**
	 * Ends yesterday (who still waited has expired) and begins today from number 001, with the settings taken in anew. One after the other:
	 * commands and looks wait, and today begins only when yesterday's end is durable.
	 */
	function turnDay(by: string): Promise<void> {
		turning ??= turn(by).finally(() => {
			turning = null;
			wakeDurabilityWaiters();
		});
		return turning;
	}

	async function turn(by: string): Promise<void> {
		// One look at the clock for both: it may be set back while yesterday's end is being written.
		const at = now();
		const day = clock.dayOf(at);
		if (day <= state.day) return;
		if (state.day) await writeDecided({ type: "close-day" }, by, at);
		if (state.day) answeredBefore = { day: state.day, answered };
		state = emptyState();
		state.day = day;
		answered = new Answered();
		snapshots.beginAt(0);
		durableSeq = 0;
		await writeDecided({ type: "open-day", day, settings: office.settings }, by, at);
	}

	async function writeDecided(command: Command, by: string, at = now()): Promise<void> {
		const decided = decide(state, command, context);
		if (!decided.ok || decided.value.length === 0) return;
		await write(decided.value, by, at, () => null).durable;
	}

	async function readAnswer(day: string, seq: number): Promise<AnsweredRequest | undefined> {
		for await (const record of ledger.read({ office: office.id, day, seq })) {
			return record.seq === seq ? record.key : undefined;
		}
		return undefined;
	}

	async function read<T>(look: (state: QueueState) => T): Promise<T> {
		for (;;) {
			if (isUncalm()) await calm();
			const seen = { state, generation, seq: state.seq };
			const isCurrent = () => seen.state === state && seen.generation === generation;
			const value = look(state);
			while (isCurrent() && durableSeq < seen.seq) {
				if (isStalled()) throw new HubUnavailable("what stands there is not durable yet");
				await nextDurable();
			}
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

	/** Whoever publishes is told of faults of their own in the log; the event is durable all the same. */
	function tell(publish: () => void): void {
		try {
			publish();
		} catch (error) {
			log.error({ err: error }, "an event could not be published");
		}
	}

	function report(error: unknown): void {
		log.error({ err: error }, "the ledger could not be written or read");
	}
}

const clockAlarm = {
	held: "the clock was set, or stands beyond the next opening: no new day begins until a supervisor says that it is right",
	behind: "the clock stands before the business day, which never goes back: set the clock right",
};
