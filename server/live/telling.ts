import type { Change } from "../../protocol/live.ts";
import type { QueueState } from "../queue/state.ts";
import { counterRoom, phoneRoom } from "./admit.ts";
import { changesOf, isHeardAtOnce } from "./changes.ts";
import type { CounterScreens } from "./counter-screens.ts";
import {
	type History,
	heeds,
	type Noted,
	type SharedViewName,
	sharedViewNames,
} from "./history.ts";
import type { Phones } from "./phones.ts";

/** How long rows wait for more of them: nobody sees a tenth of a second in how many wait. */
export const restMs = 100;
/** Rows do not wait until the history no longer holds what they come from. */
const mostUntold = 500;

/** Who is told together: those at each shared view, all phones, and all screens of counters. */
const audiences = [...sharedViewNames, "phones", "counters"] as const;
export type TellingTo = (typeof audiences)[number];

/**
 * When each audience is told of what happened: at once of what is to be heard, and of rows alone too, unless some were told just before; then
 * a little later, of all that came meanwhile together. So what a busy office costs is that of ten looks a second and not of each event.
 */
export interface Telling {
	/** Makes ready what is due, of events up to this state. Null where every view begins anew. */
	prepare(state: QueueState): Prepared | null;
	/** Sends what was made ready, which is durable now. */
	publish(prepared: Prepared): void;
	/** Tells all that still waits. The state must be durable as it stands. False where every view begins anew. */
	tellRest(state: QueueState): boolean;
	/** The last event of which an audience was told. */
	toldSeq(audience: TellingTo): number;
	/** Nobody is to be told of this event or any before. */
	beginAt(seq: number): void;
	close(): void;
}

export interface Prepared {
	seq: number;
	told: readonly TellingTo[];
	messages: readonly Message[];
}

interface Message {
	room: string;
	change: Change;
}

export interface TellingParts {
	history: History;
	phones: Phones;
	counterScreens: CounterScreens;
	/** Whether somebody is in a room, or is about to be. */
	isHeard(room: string): boolean;
	/** Whether somebody waits to be let in once all is told. */
	isAwaited(): boolean;
	emit(room: string, change: Change): void;
	/** Called where rows have waited long enough: `tellRest` if that can be, else the next `prepare` has all of them. */
	onRested(): void;
}

export function createTelling(parts: TellingParts): Telling {
	const { history, phones, counterScreens, isHeard, isAwaited, emit, onRested } = parts;
	const toldSeqs = new Map<TellingTo, number>();
	let resting: NodeJS.Timeout | null = null;

	const toldSeq = (audience: TellingTo) => toldSeqs.get(audience) ?? 0;

	function prepare(state: QueueState, all: boolean): Prepared | null {
		const { seq } = state;
		const latest = history.take();
		if (!latest) return null;
		const isDue = all || resting === null || isAwaited();
		const told = audiences.filter(
			(one) => isDue || seq - toldSeq(one) >= mostUntold || isUrgent(one, latest),
		);
		const messages: Message[] = [];
		for (const audience of told) {
			const noted = history.between(toldSeq(audience), seq);
			if (!noted) return null;
			messages.push(...messagesTo(audience, state, noted));
		}
		return { seq, told, messages };
	}

	function isUrgent(audience: TellingTo, latest: readonly Noted[]): boolean {
		if (audience === "phones") return latest.some(({ event }) => phones.isOwn(event));
		if (audience === "counters") return latest.some(({ event }) => counterScreens.isOwn(event));
		return latest.some(
			({ about, touched }) =>
				isHeardAtOnce(about.type, heeds[audience]) && touched[audience].length > 0,
		);
	}

	function messagesTo(audience: TellingTo, state: QueueState, noted: readonly Noted[]): Message[] {
		if (noted.length === 0) return [];
		if (audience === "phones") {
			return [...phones.changes(state, noted)].flatMap(([ticketId, changes]) =>
				changes.map((change) => ({ room: phoneRoom(ticketId), change })),
			);
		}
		if (audience === "counters") {
			return [...counterScreens.changes(state, noted)].flatMap(([counterId, changes]) =>
				changes.map((change) => ({ room: counterRoom(counterId), change })),
			);
		}
		if (!isHeard(audience)) return [];
		return changesFor(history, audience, state, noted).map((change) => ({
			room: audience,
			change,
		}));
	}

	function publish({ seq, told, messages }: Prepared): void {
		for (const audience of told) toldSeqs.set(audience, seq);
		for (const { room, change } of messages) emit(room, change);
		if (resting) return;
		if (messages.length > 0) rest();
		// The rest ended while this was on its way.
		else if (told.length < audiences.length) onRested();
	}

	function rest(): void {
		resting = setTimeout(() => {
			resting = null;
			onRested();
		}, restMs);
		resting.unref();
	}

	return {
		prepare: (state) => prepare(state, false),
		publish,
		tellRest(state) {
			if (audiences.every((one) => toldSeq(one) === state.seq)) return true;
			const prepared = prepare(state, true);
			if (prepared) publish(prepared);
			return prepared !== null;
		},
		toldSeq,
		beginAt(seq) {
			counterScreens.forget();
			for (const audience of audiences) toldSeqs.set(audience, seq);
		},
		close() {
			if (resting) clearTimeout(resting);
		},
	};
}

/** What those at a shared view are told of events, with the rows as they stand in this state. */
export function changesFor(
	history: History,
	view: SharedViewName,
	state: QueueState,
	noted: readonly Noted[],
): readonly Change[] {
	const { row } = history.views[view];
	return changesOf(
		noted.map(({ about, touched }) => ({ about, keys: touched[view] })),
		heeds[view],
		(key) => row(state, key),
	);
}
