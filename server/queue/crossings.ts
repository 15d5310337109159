import { minuteMs } from "./choose.ts";
import { stoppedMs } from "./hall.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/** A moment at which a ticket that waits comes to stand elsewhere without anybody doing anything. */
export interface Crossing {
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly ticketId: string;
}

/** Notes when a ticket that has begun to wait will have waited too long, and when its appointment will be due. */
export function noteCrossings(state: QueueState, ticket: Ticket): void {
	for (const atMs of momentsOf(state, ticket)) {
		if (atMs > state.clockMs) push(state.crossings, { atMs, ticketId: ticket.id });
	}
}

/** Notes them anew for all who wait, since the office's rules are others. */
export function noteAllCrossings(state: QueueState): void {
	state.crossings = [];
	for (const ticket of state.tickets.values()) {
		if (ticket.state === "waiting") noteCrossings(state, ticket);
	}
}

/** Forgets what is past by the state's clock. */
export function forgetPast({ crossings, clockMs }: QueueState): void {
	for (let next = crossings[0]; next && next.atMs <= clockMs; next = crossings[0]) pop(crossings);
}

/** Whether a line's order will have changed by then. Who has been called meanwhile changes nothing. */
export function isCrossedBy(state: QueueState, nowMs: number, at = 0): boolean {
	const crossing = state.crossings[at];
	if (!crossing || crossing.atMs > nowMs) return false;
	const ticket = state.tickets.get(crossing.ticketId);
	const isStill = ticket?.state === "waiting" && momentsOf(state, ticket).includes(crossing.atMs);
	return isStill || isCrossedBy(state, nowMs, 2 * at + 1) || isCrossedBy(state, nowMs, 2 * at + 2);
}

function momentsOf({ policy, hall }: QueueState, { place, appointmentAt }: Ticket): number[] {
	const moments: number[] = [];
	if (policy.maxWaitMinutes !== null && !hall.stopped) {
		const stopped = stoppedMs(hall, place, Number.POSITIVE_INFINITY);
		moments.push(place + policy.maxWaitMinutes * minuteMs + stopped);
	}
	if (policy.appointments && appointmentAt !== null) {
		moments.push(place - policy.appointments.earlyMinutes * minuteMs);
	}
	return moments;
}

/** A binary heap, the earliest first: behind place n come 2n + 1 and 2n + 2. */
function push(heap: Crossing[], crossing: Crossing): void {
	let at = heap.length;
	while (at > 0) {
		const parentAt = (at - 1) >>> 1;
		const parent = heap[parentAt];
		if (!parent || parent.atMs <= crossing.atMs) break;
		heap[at] = parent;
		at = parentAt;
	}
	heap[at] = crossing;
}

function pop(heap: Crossing[]): void {
	const last = heap.pop();
	if (!last || heap.length === 0) return;
	let at = 0;
	for (;;) {
		const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
		const isRight = left !== undefined && right !== undefined && right.atMs < left.atMs;
		const child = isRight ? right : left;
		if (!child || child.atMs >= last.atMs) break;
		heap[at] = child;
		at = 2 * at + (isRight ? 2 : 1);
	}
	heap[at] = last;
}
