import type { StampedEvent } from "../queue/event.ts";

/** What a day came to, out of its events and nothing else. */
export interface DayFigures {
	/** Takes the day's events in order. */
	saw(event: StampedEvent): void;
	/**
	 * What came of it up to now, also where more is seen before it is reckoned.
	 * @param hourOf the office's hour, 0 to 23, of an instant in milliseconds since 1970
	 * @param rest waited for now and then, so that nobody else waits for the whole
	 */
	standing(hourOf: (atMs: number) => number, rest?: () => Promise<void>): Promise<Standing>;
}

export interface Standing {
	/** Whether the day is over: who still waited then has waited for nothing. */
	isOver: boolean;
	total: Tally;
	/** By the service where it was; numbers by the one for which they were given. */
	services: Map<string, Tally>;
	/** By the counter where it was done; numbers are given at none. */
	counters: Map<string, Tally>;
	/** By the hour in which it was. Who is still open, or was when the day ended, is in none. */
	hours: Map<number, Tally>;
	/** By the class of the number; null: none. */
	classes: Map<string | null, Tally>;
}

export interface Tally {
	/** Numbers that were given. */
	issued: number;
	/** Calls that began a visit to the counter; a recall is none. */
	called: number;
	/** How often somebody was served to the end. A number with three services counts once in each of them. */
	served: number;
	/** How numbers stand: called and not come, given up, left when the day ended, or still waiting or at a counter. */
	missed: number;
	cancelled: number;
	expired: number;
	open: number;
	/** Milliseconds from the number, or from the coming from another service, to the first call there. */
	waitsMs: number[];
	/** Milliseconds from the start, or where nobody said that it began from the call, to the end. */
	servicesMs: number[];
}

interface Called {
	serviceId: string;
	counterId: string;
	atMs: number;
	/** Since when it had waited in that line, where this is its first call there. */
	waitMs: number | null;
}

interface Served {
	serviceId: string;
	/** Null where it was on paper and nobody knows. */
	counterId: string | null;
	atMs: number;
	/** Null where it was on paper and nobody wrote when it began. */
	ms: number | null;
}

/** One number, never changed: an act that is undone is the number as it was before. */
interface Stay {
	readonly priorityClass: string | null;
	readonly forServiceId: string;
	readonly issuedMs: number;
	/** Where it is now, and since when it is in that line. */
	readonly serviceId: string;
	readonly sinceMs: number;
	readonly wasCalledHere: boolean;
	readonly calls: readonly Called[];
	readonly served: readonly Served[];
	/** Where it is at a counter: since when, and since when it is being served there. */
	readonly at: { counterId: string; calledMs: number; startedMs: number | null } | null;
	/** What it was served so far before it was put aside. */
	readonly servedMs: number;
	readonly state: "open" | "done" | "missed" | "cancelled" | "expired";
	readonly endedMs: number | null;
	readonly endedAt: string | null;
}

/** So many numbers are counted in well under a millisecond. */
const atOnce = 250;

type OfTicket = Extract<StampedEvent, { ticketId: string }>;
type Changing = Exclude<OfTicket, { type: "ticket-issued" | "ticket-set-back" | "slip-withdrawn" }>;

export function dayFigures(): DayFigures {
	const stays = new Map<string, Stay>();
	/** How the numbers stood before the last act at each counter, as `undo` sets them back. */
	const lastActs = new Map<string, readonly (readonly [ticketId: string, before: Stay])[]>();
	let isOver = false;

	function saw(event: StampedEvent): void {
		if (event.type === "day-closed") closeDay(Date.parse(event.at));
		if (!("ticketId" in event)) return;
		if (event.type === "ticket-issued") {
			isOver = false;
			stays.set(event.ticketId, begun(event));
			return;
		}
		const stay = stays.get(event.ticketId);
		if (!stay) return;
		if (event.type === "slip-withdrawn") stays.delete(event.ticketId);
		else if (event.type === "ticket-set-back") setBack(event.counterId, event.ticketId);
		else {
			remember(event, stay);
			stays.set(event.ticketId, changed(stay, event, Date.parse(event.at)));
		}
	}

	function closeDay(atMs: number): void {
		isOver = true;
		for (const [ticketId, stay] of stays) {
			if (stay.state !== "open") continue;
			stays.set(ticketId, { ...stay, state: "expired", at: null, endedMs: atMs });
		}
	}

	/** A call and the end of the one before it are one act; what its holder did is not an officer's to undo. */
	function remember(event: Changing, stay: Stay): void {
		if (event.counterId === null || event.type === "slip-settled") return;
		if (event.type === "ticket-cancelled" && event.by === "holder") return;
		const isSameAct = event.type === "ticket-called" && event.endedCurrent === true;
		const before = isSameAct ? (lastActs.get(event.counterId) ?? []) : [];
		lastActs.set(event.counterId, [...before, [event.ticketId, stay]]);
	}

	function setBack(counterId: string, ticketId: string): void {
		const act = lastActs.get(counterId) ?? [];
		const last = act.findLast(([id]) => id === ticketId);
		if (!last) return;
		stays.set(ticketId, last[1]);
		lastActs.set(
			counterId,
			act.filter((one) => one !== last),
		);
	}

	return {
		saw,
		async standing(hourOf, rest) {
			const all = [...stays.values()];
			const standing: Standing = {
				isOver,
				total: emptyTally(),
				services: new Map(),
				counters: new Map(),
				hours: new Map(),
				classes: new Map(),
			};
			for (const [index, stay] of all.entries()) {
				if (rest && index % atOnce === atOnce - 1) await rest();
				count(standing, stay, hourOf);
			}
			return standing;
		},
	};
}

function begun(event: Extract<StampedEvent, { type: "ticket-issued" }>): Stay {
	const { serviceId, priorityClass, slip, at } = event;
	const issuedMs = Date.parse(slip?.takenAt ?? at);
	return {
		priorityClass,
		forServiceId: serviceId,
		issuedMs,
		serviceId,
		sinceMs: issuedMs,
		wasCalledHere: false,
		calls: [],
		served: [],
		at: null,
		servedMs: 0,
		state: "open",
		endedMs: null,
		endedAt: null,
	};
}

function changed(stay: Stay, event: Changing, atMs: number): Stay {
	switch (event.type) {
		case "ticket-called": {
			const { counterId } = event;
			const { serviceId, sinceMs, wasCalledHere } = stay;
			const waitMs = wasCalledHere ? null : Math.max(0, atMs - sinceMs);
			return {
				...stay,
				state: "open",
				endedMs: null,
				endedAt: null,
				wasCalledHere: true,
				calls: [...stay.calls, { serviceId, counterId, atMs, waitMs }],
				at: { counterId, calledMs: atMs, startedMs: null },
			};
		}
		case "ticket-started":
			return stay.at === null ? stay : { ...stay, at: { ...stay.at, startedMs: atMs } };
		case "ticket-finished":
			return ended(servedTo(stay, event.counterId, atMs), "done", atMs, event.counterId);
		case "ticket-transferred": {
			const { by, serviceId, counterId } = event;
			const left = by === "visit" ? servedTo(stay, counterId, atMs) : { ...stay, at: null };
			// To a counter of the same service: it is still the same wait that was over with the first call.
			if (serviceId === stay.serviceId) return left;
			return { ...left, serviceId, sinceMs: atMs, wasCalledHere: false, servedMs: 0 };
		}
		case "ticket-parked":
			return { ...stay, at: null, servedMs: stay.servedMs + heldMs(stay, atMs) };
		case "ticket-returned":
			return { ...stay, at: null };
		case "ticket-restored":
			return { ...stay, state: "open", endedMs: null, endedAt: null };
		case "ticket-missed":
			return ended({ ...stay, at: null }, "missed", atMs, event.counterId);
		case "ticket-cancelled":
			return ended({ ...stay, at: null }, "cancelled", atMs, event.counterId);
		case "slip-settled":
			return settled(stay, event);
		case "ticket-recalled":
		case "ticket-unparked":
			return stay;
	}
}

/** What was on paper: its wait and its service as far as the times were written down. */
function settled(stay: Stay, event: Extract<Changing, { type: "slip-settled" }>): Stay {
	const { as, counterId, startedAt, endedAt } = event;
	const atMs = Date.parse(endedAt);
	if (as === "left") return ended(stay, "cancelled", atMs, counterId);
	const startedMs = startedAt === undefined ? null : Date.parse(startedAt);
	const { serviceId } = stay;
	const ms = startedMs === null ? null : atMs - startedMs;
	const served = [...stay.served, { serviceId, counterId, atMs, ms }];
	const waitMs = startedMs === null ? null : startedMs - stay.sinceMs;
	const calls =
		counterId === null || startedMs === null
			? stay.calls
			: [...stay.calls, { serviceId, counterId, atMs: startedMs, waitMs }];
	return ended({ ...stay, served, calls }, "done", atMs, counterId);
}

function servedTo(stay: Stay, counterId: string, atMs: number): Stay {
	const ms = stay.servedMs + heldMs(stay, atMs);
	const served = [...stay.served, { serviceId: stay.serviceId, counterId, atMs, ms }];
	return { ...stay, at: null, served };
}

function heldMs({ at }: Stay, atMs: number): number {
	return at === null ? 0 : Math.max(0, atMs - (at.startedMs ?? at.calledMs));
}

function ended(
	stay: Stay,
	state: "done" | "missed" | "cancelled",
	atMs: number,
	counterId: string | null,
): Stay {
	return { ...stay, state, endedMs: atMs, endedAt: counterId };
}

/** Of nobody. */
export function emptyTally(): Tally {
	return {
		issued: 0,
		called: 0,
		served: 0,
		missed: 0,
		cancelled: 0,
		expired: 0,
		open: 0,
		waitsMs: [],
		servicesMs: [],
	};
}

function of<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
	const known = tallies.get(key);
	if (known) return known;
	const tally = emptyTally();
	tallies.set(key, tally);
	return tally;
}

function count(standing: Standing, stay: Stay, hourOf: (atMs: number) => number): void {
	const { total, services, counters, hours, classes } = standing;
	const ofClass = of(classes, stay.priorityClass);
	for (const tally of [total, ofClass, of(services, stay.forServiceId)]) tally.issued++;
	of(hours, hourOf(stay.issuedMs)).issued++;
	for (const { serviceId, counterId, atMs, waitMs } of stay.calls) {
		const all = [total, ofClass, of(services, serviceId), of(counters, counterId)];
		for (const tally of [...all, of(hours, hourOf(atMs))]) {
			tally.called++;
			if (waitMs !== null) tally.waitsMs.push(waitMs);
		}
	}
	for (const { serviceId, counterId, atMs, ms } of stay.served) {
		const all = [total, ofClass, of(services, serviceId), of(hours, hourOf(atMs))];
		for (const tally of counterId === null ? all : [...all, of(counters, counterId)]) {
			tally.served++;
			if (ms !== null) tally.servicesMs.push(ms);
		}
	}
	if (stay.state === "done") return;
	for (const tally of [total, ofClass, of(services, stay.serviceId)]) tally[stay.state]++;
	if (stay.state === "open" || stay.state === "expired") return;
	if (stay.endedMs !== null) of(hours, hourOf(stay.endedMs))[stay.state]++;
	if (stay.endedAt !== null) of(counters, stay.endedAt)[stay.state]++;
}
