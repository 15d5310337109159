import type { Clock } from "../protocol/health.ts";
import type { Answered } from "./answered.ts";
import { watchBusinessDay } from "./business-day.ts";
import { foldDay } from "./fold-day.ts";
import type { Ledger, LedgerRecord } from "./ledger/ledger.ts";
import type { OfficeClock } from "./office-clock.ts";
import { type Answer, HubUnavailable, type Log, type Observer, startPipeline } from "./pipeline.ts";
import type { Command, Context } from "./queue/command.ts";
import { decide } from "./queue/decide.ts";
import type { QueueSettings, StampedEvent } from "./queue/event.ts";
import type { Refusal } from "./queue/result.ts";
import type { QueueState } from "./queue/state.ts";
import { createRequests, type RequestKey } from "./requests.ts";
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
	/** Lets `observer` see what happens from now on. */
	observe(observer: Observer): void;
	/** Calls back when events that observers had seen were not made durable: the state is again what the ledger holds. */
	onSetBack(listener: () => void): void;
	/** Takes no more commands, and resolves when what was taken is durable. */
	close(): Promise<void>;
}

export type Outcome<T> =
	/** `events`: what was done. `repeated`: it was done, and answered, before. */
	| { ok: true; value: T; events: readonly StampedEvent[]; repeated?: true }
	| { ok: false; refusal: Refusal | HubRefusal };
/** Why the hub itself, and not the queue, refuses. */
export interface HubRefusal {
	code: "ledger/unavailable" | "hub/busy" | "hub/stopping" | "request/key-reused";
	detail?: undefined;
}

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
	log: Log;
	/** Sees each event right after it was folded in, and before the hub is there the day's last thousand records again. */
	saw?: NonNullable<Observer["saw"]>;
}

/** How often the hub looks at the clock: whether the office's day has changed, and whether somebody has set it. */
export const dayCheckMs = 5_000;
/** How far into a new day a restart still looks for requests of the day before. */
const rememberedAfterMidnightMs = 60 * 60_000;
/** How many commands may wait at a time; a busy hall has a handful. */
export const mostWaiting = 1_000;

/** Folds the ledger's newest day, opens today's where it is due, and takes the office's settings in. */
export async function startHub(parts: HubParts): Promise<Hub> {
	const { office, ledger, clock, now, monotonic, log, saw } = parts;
	const newTicketId = createTicketIds();
	const contextAt = (atMs: number): Context => ({ newTicketId, now: atMs });
	/** Yesterday's requests, for those repeated across midnight. */
	let answeredBefore: { day: string; answered: Answered } | null = null;
	let turning: Promise<void> | null = null;
	let closing = false;
	/** Commands that have been taken and not answered. */
	let waiting = 0;
	const pipeline = await startPipeline({
		office: office.id,
		ledger,
		monotonic,
		log,
		...(saw && { saw }),
		async onWritable() {
			await ready();
			await takeSettingsIn();
		},
	});
	const businessDay = watchBusinessDay({ clock, now, log, day: () => pipeline.state.day });
	const requests = createRequests({
		settling: () => (isUncalm() ? calm() : null),
		days: () => [
			{ day: pipeline.state.day, answered: pipeline.answered },
			...(answeredBefore ? [answeredBefore] : []),
		],
		read: recordAt,
	});

	answeredBefore = await requestsOfYesterday();
	await startDay();
	const dayCheck = setInterval(() => {
		businessDay.look();
		if (pipeline.isStalled) pipeline.wake();
		if (pipeline.failed || closing) return;
		lookAtLines().catch((error) =>
			log.error({ err: error }, "the ledger could not be written or read"),
		);
	}, dayCheckMs);
	dayCheck.unref();

	return {
		get state() {
			return pipeline.state;
		},
		get epoch() {
			return [office.id, pipeline.state.day, office.restoredAt].filter(Boolean).join("/");
		},
		get writable() {
			return pipeline.writable;
		},
		get durableSeq() {
			return pipeline.durableSeq;
		},
		get clock() {
			return businessDay.look();
		},
		onClock: businessDay.onChange,
		async confirmClock(day, by) {
			const confirmed = businessDay.confirm(day, by);
			if (confirmed !== "confirmed") return confirmed;
			await calm();
			if (businessDay.isDue()) await turnDay(by);
			return confirmed;
		},
		observe: pipeline.observe,
		onSetBack: pipeline.onSetBack,
		do: (command, by, answer, key) =>
			key
				? requests.once(key, () => doCommand(command, by, answer, key))
				: doCommand(command, by, answer),
		read,
		async close() {
			closing = true;
			clearInterval(dayCheck);
			while (turning) await turning.catch(() => undefined);
			await pipeline.close();
		},
	};

	async function doCommand<T>(
		command: Command | (() => Command),
		by: string,
		answer: Answer<T>,
		key?: RequestKey<T>,
	): Promise<Outcome<T>> {
		if (closing) return { ok: false, refusal: { code: "hub/stopping" } };
		if (!pipeline.writable) return { ok: false, refusal: { code: "ledger/unavailable" } };
		if (waiting >= mostWaiting) return { ok: false, refusal: { code: "hub/busy" } };
		waiting++;
		try {
			// One look at the clock judges the day and stamps the events: midnight cannot fall between the two.
			let atMs = now();
			while (isUncalm() || businessDay.isDue(atMs)) {
				await ready();
				atMs = now();
			}
			const asked = typeof command === "function" ? command() : command;
			const decided = decide(pipeline.state, asked, contextAt(atMs));
			if (!decided.ok) return { ok: false, refusal: decided.refusal };
			const events = decided.value;
			if (events.length === 0) {
				return { ok: true, value: await read((seen) => answer(seen, [])), events: [] };
			}
			const written = pipeline.write(events, { by, atMs, answer, key });
			await written.durable;
			return { ok: true, value: written.value, events: written.events };
		} catch (error) {
			if (!(error instanceof HubUnavailable)) throw error;
			return { ok: false, refusal: { code: "ledger/unavailable" } };
		} finally {
			waiting--;
		}
	}

	async function read<T>(look: (state: QueueState) => T): Promise<T> {
		for (;;) {
			if (isUncalm()) await calm();
			const { state, generation } = pipeline;
			const { seq } = state;
			const isCurrent = () => pipeline.state === state && pipeline.generation === generation;
			const value = look(state);
			while (isCurrent() && pipeline.durableSeq < seq) {
				if (pipeline.isStalled) throw new HubUnavailable("what stands there is not durable yet");
				await pipeline.progress();
			}
			if (isCurrent()) return value;
		}
	}

	/** Begins a new day where it is due, and says where time alone has changed the order of a line. */
	async function lookAtLines(): Promise<void> {
		await ready();
		await doByItself({ type: "pass-time" }, "hub");
	}

	/** Comes back when a command can be decided: the state is what the ledger holds, and the day is today. */
	async function ready(): Promise<void> {
		for (;;) {
			await calm();
			if (!businessDay.isDue()) return;
			await turnDay("hub");
		}
	}

	function isUncalm(): boolean {
		return pipeline.isSetBack || turning !== null;
	}

	/** Comes back when the state is being neither folded anew nor turned to another day. */
	async function calm(): Promise<void> {
		while (isUncalm()) {
			if (pipeline.isSetBack) await pipeline.mend();
			else await turning?.catch(() => undefined);
		}
	}

	/** A request of just before midnight may be repeated just after it, also to a hub that was restarted in between. */
	async function requestsOfYesterday(): Promise<typeof answeredBefore> {
		const today = pipeline.state.day;
		const day = (await ledger.days(office.id)).findLast((one) => one < today);
		if (!day) return null;
		for await (const { at } of ledger.read({ office: office.id, day: today })) {
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
			if (businessDay.isDue()) await turnDay("hub");
			await takeSettingsIn();
		} catch (error) {
			if (!(error instanceof HubUnavailable)) throw error;
		}
	}

	/** Where they are those of the day already, nothing happens. */
	function takeSettingsIn(): Promise<void> {
		return doByItself({ type: "apply-settings", settings: office.settings }, "hub");
	}

	/**
	 * Ends yesterday (who still waited has expired) and begins today from number 001, with the settings taken in anew. One after the other:
	 * commands and looks wait, and today begins only when yesterday's end is durable.
	 */
	function turnDay(by: string): Promise<void> {
		turning ??= turn(by).finally(() => {
			turning = null;
			pipeline.wake();
		});
		return turning;
	}

	async function turn(by: string): Promise<void> {
		// One look at the clock for both: it may be set back while yesterday's end is being written.
		const at = now();
		const day = clock.dayOf(at);
		const yesterday = pipeline.state.day;
		if (day <= yesterday) return;
		if (yesterday) {
			await doByItself({ type: "close-day" }, by, at);
			if (pipeline.isSetBack) await pipeline.mend();
			answeredBefore = { day: yesterday, answered: pipeline.answered };
		}
		pipeline.beginDay(day);
		await doByItself({ type: "open-day", day, settings: office.settings }, by, at);
	}

	/** What the hub does of itself; what is refused or changes nothing is left. */
	async function doByItself(command: Command, by: string, atMs = now()): Promise<void> {
		const decided = decide(pipeline.state, command, contextAt(atMs));
		if (!decided.ok || decided.value.length === 0) return;
		await pipeline.write(decided.value, { by, atMs, answer: () => null }).durable;
	}

	async function recordAt(day: string, seq: number): Promise<LedgerRecord | undefined> {
		for await (const record of ledger.read({ office: office.id, day, seq })) {
			return record.seq === seq ? record : undefined;
		}
		return undefined;
	}
}
