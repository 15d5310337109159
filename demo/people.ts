import { drawErrand } from "../simulate/laws/arrivals.ts";
import { chance, exponential } from "../simulate/laws/draws.ts";
import { drawMendingMs, drawPatience } from "../simulate/laws/people.ts";
import type { OfficerAt, Person, World } from "./world.ts";

/** How many wait at a counter where as many come as it serves. */
const usualLine = 3;
/** Where nobody waits, so many times as many people come. */
const mostKeen = 2;

/** Enters when somebody looks in next: as often as if nobody waited. Whether they stay is seen at the door. */
export function expectNext(world: World, { place, perMs }: OfficerAt): void {
	const inMs = exponential(world.random, 1 / (perMs * mostKeen));
	world.agenda.enter(world.nowMs + inMs, { type: "comes", place, isSure: false });
}

/** Looks in and takes a number, unless the line is too long: with twice the usual one nobody stays, so that no hall fills for ever. */
export async function comes(world: World, officer: OfficerAt, isSure: boolean): Promise<void> {
	const { random, laws, nowMs, waiting, maxFiles } = world;
	const { services } = officer;
	const line = [...waiting.values()].filter((id) => services.includes(id)).length;
	if (!isSure && !chance(random, (2 - line / usualLine) / mostKeen)) return;
	const wants = laws.wants.map(({ id }) => ({ id, share: services.includes(id) ? 1 : 1e-3 }));
	const errand = drawErrand(random, { ...laws, wants }, nowMs, {
		maxFiles,
		hasAppointments: false,
	});
	if (!errand) return;
	const { serviceId, priorityClass, files, visit } = errand;
	const took = await world.hall.take({
		serviceId,
		priorityClass,
		...(files > 1 && { files }),
		...(visit.length > 0 && { visit }),
		...world.wish(random, serviceId),
	});
	// Whoever gets no number goes home again.
	if (!took.ok) return;
	newPerson(world, took.value.id, false);
	waits(world, took.value.id, serviceId);
}

/** Somebody waits from now on, with new patience. */
export function waits(world: World, ticketId: string, serviceId: string): void {
	const person = personWith(world, ticketId);
	world.waiting.set(ticketId, serviceId);
	const turn = ++person.turn;
	if (person.isOther) return;
	const { lastsMs, saysSo } = drawPatience(person.random, world.laws);
	world.agenda.enter(world.nowMs + lastsMs, { type: "leaves", ticketId, turn, saysSo });
}

function personWith(world: World, ticketId: string): Person {
	return world.people.get(ticketId) ?? newPerson(world, ticketId, true);
}

function newPerson({ people, random }: World, ticketId: string, isOther: boolean): Person {
	const own = random.fork(ticketId);
	const person = { random: own, turn: 0, isOther, hasLeft: false, isBack: false };
	people.set(ticketId, person);
	return person;
}

/** Gives the number up, or goes without a word and is called in vain. */
export async function leaves(world: World, ticketId: string, saysSo: boolean): Promise<void> {
	const person = world.people.get(ticketId);
	// At a counter that somebody real has opened: who is served does not walk away.
	if (!person || !world.waiting.has(ticketId)) return;
	if (!saysSo) {
		person.hasLeft = true;
		return;
	}
	await world.hall.giveUp(ticketId);
	isGone(world, ticketId);
}

/** Mends what is missing, from now on. */
export function mends(world: World, ticketId: string): void {
	const { laws, nowMs } = world;
	const person = personWith(world, ticketId);
	const mendingMs = person.isOther ? laws.people.mendMs : drawMendingMs(person.random, laws.people);
	const turn = ++person.turn;
	world.agenda.enter(nowMs + mendingMs, { type: "returns", ticketId, turn, act: "unpark" });
}

/** Was missed, and is still on the way. */
export function isLate(world: World, ticketId: string, answersMs: number): void {
	if (answersMs === Number.POSITIVE_INFINITY) {
		isGone(world, ticketId);
		return;
	}
	const person = personWith(world, ticketId);
	const turn = ++person.turn;
	const atMs = Math.max(world.nowMs, answersMs);
	world.agenda.enter(atMs, { type: "returns", ticketId, turn, act: "restore" });
}

/** Asks any officer who is there to be put back into the line. */
export async function returns(
	world: World,
	ticketId: string,
	act: "unpark" | "restore",
): Promise<void> {
	const person = world.people.get(ticketId);
	const officer = world.officers.find(({ phase }) => phase !== "out" && phase !== "pause");
	const back = officer && (await world.hall.comeBack(officer.desk, act, ticketId));
	if (!person || !back?.ok) {
		isGone(world, ticketId);
		return;
	}
	person.isBack = true;
	waits(world, ticketId, back.value.serviceId);
}

export function isGone(world: World, ticketId: string): void {
	world.waiting.delete(ticketId);
	world.people.delete(ticketId);
}
