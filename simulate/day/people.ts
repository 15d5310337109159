import { chooseNext } from "../../server/queue/order.ts";
import { afterMsWithin } from "../calendar.ts";
import { drawCrowd, drawErrand, type Errand, nextArrivalMs } from "../laws/arrivals.ts";
import { drawUntil, momentSince, secondMs } from "../laws/draws.ts";
import { drawNoticeMs } from "../laws/officers.ts";
import { drawMendingMs, drawPatience, drawWalkMs } from "../laws/people.ts";
import { actsAt, type OfficerAt, type Person, put, turnTo, type World } from "./world.ts";

/** Enters when the next person comes in from the street: nobody knows of whoever came before. */
export function expectNext(world: World): void {
	const { agenda, random, laws, nowMs } = world;
	agenda.enter(nextArrivalMs(random, laws.quarters, nowMs), { type: "comes" });
}

export function expectCrowds(world: World): void {
	for (const [place, { atMs }] of world.laws.crowds.entries()) {
		if (atMs > world.nowMs) world.agenda.enter(atMs, { type: "door-opens", place });
	}
}

/** They take numbers one after the other. */
export function openDoor(world: World, place: number): void {
	const crowd = world.laws.crowds[place];
	if (!crowd) return;
	if (world.crowd === 0) world.crowdSinceMs = world.nowMs;
	world.crowd += drawCrowd(world.random, crowd);
	expectCrowd(world);
}

export function expectCrowd(world: World): void {
	const { crowd, crowdSinceMs, nowMs, random } = world;
	if (crowd === 0) return;
	const atMs = momentSince(crowdSinceMs, nowMs, () => (7 + 12 * random.next()) * secondMs);
	world.agenda.enter(atMs, { type: "crowd-comes" });
}

export function crowdComes(world: World): void {
	if (world.crowd === 0) return;
	world.crowd--;
	world.crowdSinceMs = world.nowMs;
	comes(world);
	expectCrowd(world);
}

/** Somebody asks for a number. */
export function comes(world: World): void {
	const { laws, place, nowMs } = world;
	const { rules, policy } = place.settings;
	const random = world.random.fork(`person/${++world.came}`);
	const errand = drawErrand(random, laws, nowMs, {
		maxFiles: rules?.maxFiles ?? 1,
		hasAppointments: (policy?.appointments ?? null) !== null,
	});
	const isLate = errand !== null && world.hours?.servedToday(errand.serviceId) === false;
	const ticketId = errand && !isLate ? issue(world, errand) : null;
	if (ticketId === null) {
		world.turnedAway++;
		return;
	}
	const person: Person = {
		ticketId,
		random,
		turn: 0,
		sinceMs: nowMs,
		waitedSinceMs: nowMs,
		hasLeft: false,
		isBack: false,
	};
	world.people.set(ticketId, person);
	world.issuedId = ticketId;
	waits(world, person);
}

/** Somebody waits from now on; officers who have nobody look up. */
export function waits(world: World, person: Person): void {
	person.turn++;
	person.sinceMs = world.nowMs;
	expectLeaving(world, person);
	for (const officer of world.officers) {
		if (officer.phase === "idle" && canCall(world, officer)) noticed(world, officer);
	}
}

/** Draws until when somebody waits who does now, given that they have not said that they go. */
export function expectLeaving(world: World, person: Person): void {
	const { ticketId, turn } = person;
	const { leavesMs, saysSo } = patienceGiven(world, person, person.sinceMs, world.nowMs);
	person.hasLeft = leavesMs < world.nowMs;
	if (!person.hasLeft) world.agenda.enter(leavesMs, { type: "leaves", ticketId, turn, saysSo });
}

export function leaves(world: World, person: Person, saysSo: boolean): void {
	if (!saysSo) {
		person.hasLeft = true;
		return;
	}
	put(world, { type: "give-up", ticketId: person.ticketId });
	world.people.delete(person.ticketId);
}

/** Somebody has been called and sets out, unless they are no longer there. */
export function isCalled(world: World, person: Person): void {
	person.turn++;
	person.waitedSinceMs = person.sinceMs;
	person.sinceMs = world.nowMs;
	if (person.hasLeft) return;
	answersAt(world, person, world.nowMs + drawWalkMs(person.random, world.laws));
}

/** Draws when somebody comes who was called, given that nobody has come yet: perhaps they had left before. */
export function expectAnswer(world: World, person: Person): void {
	const { sinceMs, waitedSinceMs, random } = person;
	const drawn = drawUntil(
		() => {
			const patience = patienceGiven(world, person, waitedSinceMs, sinceMs);
			const hasLeft = patience.leavesMs < sinceMs;
			const walkMs = hasLeft ? Number.POSITIVE_INFINITY : drawWalkMs(random, world.laws);
			return { hasLeft, answersMs: sinceMs + walkMs };
		},
		({ answersMs }) => answersMs > world.nowMs,
	);
	person.hasLeft = drawn.hasLeft;
	if (!drawn.hasLeft) answersAt(world, person, Math.max(world.nowMs, drawn.answersMs));
}

/** Somebody who was missed comes after all, and asks to be put back into the line. */
export function comesLate(world: World, person: Person): void {
	const { ticketId } = person;
	const officer = anyOfficer(world, ticketId);
	const restored = officer && put(world, { type: "restore", ticketId, ...standsAt(officer) });
	if (restored) waits(world, person);
	else world.people.delete(ticketId);
}

/** Somebody mends a form from now on. */
export function mends(world: World, person: Person): void {
	person.turn++;
	person.sinceMs = world.nowMs;
	expectReturn(world, person);
}

export function expectReturn(world: World, person: Person): void {
	const { ticketId, turn, sinceMs, random } = person;
	const atMs = momentSince(sinceMs, world.nowMs, () => drawMendingMs(random, world.laws.people));
	world.agenda.enter(atMs, { type: "returns", ticketId, turn });
}

export function returns(world: World, person: Person): void {
	const { ticketId } = person;
	person.isBack = true;
	const officer = anyOfficer(world, ticketId);
	const back = officer && put(world, { type: "unpark", ticketId, ...standsAt(officer) });
	if (back) waits(world, person);
	else world.people.delete(ticketId);
}

/** Where an officer stands, as commands say it. */
export function standsAt({ counterId, law: { username, name } }: OfficerAt) {
	return { counterId, officer: { username, name } };
}

/** Whether somebody waits whom this officer may call. */
export function canCall({ state, nowMs, place }: World, officer: OfficerAt): boolean {
	const counter = state.counters.get(officer.counterId);
	const services = place.settings.counters[officer.place]?.services;
	if (!counter || !services) return false;
	const { id: counterId, turns } = counter;
	return chooseNext(state, { services, turns, counterId }, nowMs) !== null;
}

function noticed(world: World, officer: OfficerAt): void {
	turnTo(world, officer, "noticing");
	officer.freeMs = world.nowMs;
	actsAt(world, officer, world.nowMs + drawNoticeMs(officer.random));
}

function issue(world: World, errand: Errand): string | null {
	const { appointmentAtMs, ...asked } = errand;
	const events = put(world, {
		type: "issue-ticket",
		...asked,
		procedureCode: null,
		language: "vi",
		kioskId: null,
		...(appointmentAtMs !== null && { appointmentAt: new Date(appointmentAtMs).toISOString() }),
	});
	const issued = events?.find((event) => event.type === "ticket-issued");
	return issued?.ticketId ?? null;
}

/** Draws how long somebody has the patience to wait, in the office's hours, given that they had not said by then that they go. */
function patienceGiven({ laws }: World, { random }: Person, sinceMs: number, byMs: number) {
	return drawUntil(
		() => {
			const { lastsMs, saysSo } = drawPatience(random, laws);
			return { saysSo, leavesMs: afterMsWithin(laws.calendar.counters, sinceMs, lastsMs) };
		},
		({ saysSo, leavesMs }) => !saysSo || leavesMs >= byMs,
	);
}

function answersAt({ agenda }: World, { ticketId, turn }: Person, atMs: number): void {
	agenda.enter(atMs, { type: "answers", ticketId, turn });
}

/** The officer to whom somebody turns who was at a counter before: that one, else any who has the service. */
function anyOfficer({ state, officers, place }: World, ticketId: string): OfficerAt | undefined {
	const ticket = state.tickets.get(ticketId);
	if (!ticket) return undefined;
	const there = officers.filter(({ counterId, law }) => {
		const counter = state.counters.get(counterId);
		return counter?.officer?.username === law.username;
	});
	return (
		there.find(({ counterId }) => counterId === ticket.counterId) ??
		there.find((one) => place.settings.counters[one.place]?.services.includes(ticket.serviceId))
	);
}
