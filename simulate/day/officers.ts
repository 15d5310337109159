import { drawUntil, momentSince } from "../laws/draws.ts";
import {
	drawCoffeeMs,
	drawErrandMs,
	drawNoticeMs,
	drawPlan,
	drawRecallMs,
	drawTurnaroundMs,
	type Plan,
} from "../laws/officers.ts";
import { drawServed, drawServingMs } from "../laws/serving.ts";
import { canCall, isCalled, mends, standsAt, waits } from "./people.ts";
import { actsAt, type OfficerAt, type Person, put, turnTo, type World } from "./world.ts";

/** Draws what an officer does in the half of the day that is next for them, and waits for it. */
export function beginPeriod(world: World, officer: OfficerAt): void {
	const plan = planOf(world, officer);
	if (!plan) return;
	officer.plan = plan;
	officer.had = { coffee: false, errand: false };
	officer.freeMs = 0;
	expectAct(world, officer);
}

/** An officer does what is due now. */
export function act(world: World, officer: OfficerAt): void {
	switch (officer.phase) {
		case "out":
		case "break":
		case "errand":
			open(world, officer);
			return;
		case "ready":
		case "idle":
		case "noticing":
			goOn(world, officer);
			return;
		case "calling":
			recall(world, officer);
			return;
		case "serving":
			served(world, officer);
	}
}

/** Somebody called stands at the counter. */
export function beginServing(world: World, officer: OfficerAt, person: Person): void {
	if (officer.law.pressesStart) put(world, { type: "start", ...standsAt(officer) });
	person.turn++;
	turnTo(world, officer, "serving");
	expectAct(world, officer);
}

/** The officer who has called this ticket and still waits for its holder. */
export function whoCalled({ officers }: World, ticketId: string): OfficerAt | undefined {
	return officers.find((one) => one.ticketId === ticketId && one.phase === "calling");
}

/** Draws when an officer acts next, given what they have been doing since when. */
export function expectAct(world: World, officer: OfficerAt): void {
	const { law, random, sinceMs, plan, phase } = officer;
	const since = (draw: () => number) =>
		actsAt(world, officer, momentSince(sinceMs, world.nowMs, draw));
	switch (phase) {
		case "out":
			// Whoever was kept by somebody over noon goes straight on.
			actsAt(world, officer, Math.max(world.nowMs, plan.opensMs));
			return;
		case "ready":
			since(() => drawTurnaroundMs(random, law));
			return;
		case "idle":
			actsAt(world, officer, Math.max(world.nowMs, dueMs(world, officer)));
			return;
		case "noticing":
			since(() => drawNoticeMs(random));
			return;
		case "calling":
			since(() => drawRecallMs(random, law));
			return;
		case "break":
			since(() => drawCoffeeMs(random));
			return;
		case "errand":
			since(() => drawErrandMs(random));
			return;
		case "serving": {
			const ticket = world.state.tickets.get(officer.ticketId ?? "");
			const person = world.people.get(officer.ticketId ?? "");
			if (!ticket || !person) throw new Error(`nobody is served at ${officer.counterId}`);
			since(() => drawServingMs(person.random, world.laws, law, ticket, sinceMs));
		}
	}
}

/** Draws an officer's plan anew, given what of it has not happened yet. What came due while somebody is at the counter happens afterwards. */
export function planGiven(world: World, officer: OfficerAt): Plan {
	const { plan, had, phase, freeMs } = officer;
	const drawn = () => planOf(world, officer) ?? plan;
	if (phase === "out") return drawUntil(drawn, ({ opensMs }) => opensMs > world.nowMs);
	const isFree = phase === "idle";
	const fromMs = isFree ? world.nowMs : freeMs;
	const { coffeeMs, errandMs, leavesMs } = drawUntil(
		drawn,
		(one) =>
			(had.coffee || one.coffeeMs >= fromMs) &&
			(had.errand || one.errandMs >= fromMs) &&
			one.leavesMs >= fromMs,
	);
	return { opensMs: plan.opensMs, coffeeMs, errandMs, leavesMs };
}

function planOf({ laws }: World, { random, law, period }: OfficerAt): Plan | null {
	const { counters } = laws.calendar;
	const span = counters[period];
	return span ? drawPlan(random, law, span, period === counters.length - 1) : null;
}

/** Takes the counter, or goes on at it. */
function open(world: World, officer: OfficerAt): void {
	put(world, {
		type: "open-counter",
		...standsAt(officer),
		holdsMany: false,
		takeOver: false,
	});
	beReady(world, officer);
}

/** Leaves, has a break or calls the next: whatever is due. */
function goOn(world: World, officer: OfficerAt): void {
	const { plan, had } = officer;
	const { nowMs } = world;
	officer.freeMs = nowMs;
	const isClosing = nowMs >= closesMs(world, officer);
	if (nowMs >= plan.leavesMs || (isClosing && !canCall(world, officer))) {
		leave(world, officer);
		return;
	}
	if (!had.coffee && nowMs >= plan.coffeeMs && !isClosing) {
		letGo(world, officer);
		put(world, { type: "pause-counter", ...standsAt(officer) });
		turnTo(world, officer, "break");
		had.coffee = true;
	} else if (!had.errand && nowMs >= plan.errandMs && !isClosing) {
		letGo(world, officer);
		put(world, { type: "close-counter", ...standsAt(officer) });
		turnTo(world, officer, "errand");
		had.errand = true;
	} else callNext(world, officer);
	expectAct(world, officer);
}

function callNext(world: World, officer: OfficerAt): void {
	const before = officer.ticketId;
	const events = put(world, { type: "call-next", ...standsAt(officer) });
	const called = events?.find((event) => event.type === "ticket-called");
	if (before !== null) hasGone(world, before);
	officer.ticketId = called?.ticketId ?? null;
	turnTo(world, officer, called ? "calling" : "idle");
	const person = called && world.people.get(called.ticketId);
	if (person) isCalled(world, person);
}

function leave(world: World, officer: OfficerAt): void {
	letGo(world, officer);
	put(world, { type: "close-counter", ...standsAt(officer) });
	turnTo(world, officer, "out");
	officer.period++;
	beginPeriod(world, officer);
}

/** Calls again, until that was often enough. */
function recall(world: World, officer: OfficerAt): void {
	const ticket = world.state.tickets.get(officer.ticketId ?? "");
	if (ticket?.state !== "called") throw new Error(`nobody is called to ${officer.counterId}`);
	const { rules } = world.state;
	// Where the office says nothing, officers call three times in all.
	const isEnough = rules.recallsUntilMissed === null && ticket.recalls >= 2;
	put(world, { type: isEnough ? "miss" : "recall", ...standsAt(officer) });
	if (ticket.state === "called") {
		turnTo(world, officer, "calling");
		expectAct(world, officer);
		return;
	}
	officer.ticketId = null;
	beReady(world, officer);
}

function served(world: World, officer: OfficerAt): void {
	const ticket = world.state.tickets.get(officer.ticketId ?? "");
	const person = world.people.get(officer.ticketId ?? "");
	if (!ticket || !person) throw new Error(`nobody is served at ${officer.counterId}`);
	const { random, isBack } = person;
	const outcome = drawServed(random, world.laws, ticket.serviceId, isBack);
	if (outcome.as === "finish" && !officer.law.pressesFinish) {
		// The next call ends it.
		beReady(world, officer);
		return;
	}
	const { as, ...where } = outcome;
	put(world, { type: as, ...where, ...standsAt(officer) });
	officer.ticketId = null;
	if (as === "park") mends(world, person);
	else hasGone(world, ticket.id);
	beReady(world, officer);
}

function beReady(world: World, officer: OfficerAt): void {
	turnTo(world, officer, "ready");
	expectAct(world, officer);
}

/** Ends whom the officer has served and not said so. */
function letGo(world: World, officer: OfficerAt): void {
	if (officer.ticketId === null) return;
	put(world, { type: "finish", ...standsAt(officer) });
	hasGone(world, officer.ticketId);
	officer.ticketId = null;
}

/** Out of the house, or on to wait for the next service of a visit. */
function hasGone(world: World, ticketId: string): void {
	const person = world.people.get(ticketId);
	const state = world.state.tickets.get(ticketId)?.state;
	if (person && state === "waiting") waits(world, person);
	else if (state === "done") world.people.delete(ticketId);
}

/** When somebody who has nobody to call does something else. */
function dueMs(world: World, { plan, had, ...officer }: OfficerAt): number {
	return Math.min(
		had.coffee ? Number.POSITIVE_INFINITY : plan.coffeeMs,
		had.errand ? Number.POSITIVE_INFINITY : plan.errandMs,
		plan.leavesMs,
		closesMs(world, officer),
	);
}

function closesMs({ laws }: World, { period }: Pick<OfficerAt, "period">): number {
	return laws.calendar.counters[period]?.to ?? 0;
}
