import type { Ticket } from "../protocol/tickets.ts";
import { minuteMs, secondMs, uniform } from "../simulate/laws/draws.ts";
import { drawNoticeMs, drawRecallMs, drawTurnaroundMs } from "../simulate/laws/officers.ts";
import { drawWalkMs } from "../simulate/laws/people.ts";
import type { Random } from "../simulate/laws/random.ts";
import { drawServed, drawServingMs } from "../simulate/laws/serving.ts";
import { demoNotes } from "../words/demo.ts";
import type { Told } from "./hall.ts";
import { drawPauseAfterMs, drawPauseMs } from "./laws.ts";
import { isGone, isLate, mends, waits } from "./people.ts";
import type { Current, OfficerAt, World } from "./world.ts";

/** Where the office says nothing of it, officers call three times in all. */
const mostCalls = 3;

/** An officer does what is due now. */
export async function act(world: World, officer: OfficerAt): Promise<void> {
	switch (officer.phase) {
		case "out":
		case "pause":
			await open(world, officer);
			return;
		case "ready":
			await goOn(world, officer);
			return;
		case "calling":
			await comesOrNot(world, officer);
			return;
		case "serving":
			await served(world, officer);
	}
}

export function actsIn(world: World, { place }: OfficerAt, inMs: number): void {
	world.agenda.enter(world.nowMs + inMs, { type: "acts", place });
}

async function open(world: World, officer: OfficerAt): Promise<void> {
	const opened = await world.hall.open(officer.desk);
	if (!opened.ok) return isRefused(world, officer, opened.code);
	// Nobody has a pause right after coming.
	if (officer.phase === "pause" || officer.pauseAtMs === 0) {
		officer.pauseAtMs = world.nowMs + drawPauseAfterMs(officer.random);
	}
	officer.phase = "ready";
	actsIn(world, officer, uniform(officer.random, 0.5, 3) * secondMs);
}

async function goOn(world: World, officer: OfficerAt): Promise<void> {
	const { desk, random } = officer;
	const isAlone = world.officers.every(({ phase }) => phase !== "pause");
	if (world.nowMs >= officer.pauseAtMs && isAlone) {
		const paused = await world.hall.pause(desk, oneOf(random, demoNotes.pauses));
		if (!paused.ok) return isRefused(world, officer, paused.code);
		officer.phase = "pause";
		actsIn(world, officer, drawPauseMs(random));
		return;
	}
	const called = await world.hall.callNext(desk);
	if (!called.ok) return isRefused(world, officer, called.code);
	if (called.value === null) {
		// Looks up again soon, as officers do who have nobody.
		actsIn(world, officer, drawNoticeMs(random));
		return;
	}
	hasCalled(world, officer, called.value);
}

function hasCalled(world: World, officer: OfficerAt, ticket: Ticket): void {
	const { id: ticketId, serviceId, priorityClass, files } = ticket;
	const person = world.people.get(ticketId);
	world.waiting.delete(ticketId);
	if (person) person.turn++;
	const walkMs = person?.hasLeft
		? Number.POSITIVE_INFINITY
		: drawWalkMs(person?.random ?? officer.random, world.laws);
	const nearer = hasJustBegun(officer) ? 0.4 : 1;
	officer.phase = "calling";
	officer.current = {
		ticketId,
		serviceId,
		priorityClass,
		files,
		answersMs: world.nowMs + walkMs * nearer,
		recallMs: world.nowMs + drawRecallMs(officer.random, officer.law),
	};
	expectSooner(world, officer, officer.current);
}

/** Whoever looks on is not to wait for minutes until somebody has been served: the first at each counter sit near it and ask for little. */
function hasJustBegun({ begun }: OfficerAt): boolean {
	return begun < 2;
}

/** They come, or they are called again. */
function expectSooner(world: World, officer: OfficerAt, { answersMs, recallMs }: Current): void {
	actsIn(world, officer, Math.max(0, Math.min(answersMs, recallMs) - world.nowMs));
}

async function comesOrNot(world: World, officer: OfficerAt): Promise<void> {
	const { desk, law, random, current } = officer;
	if (!current) return beReady(world, officer);
	const { ticketId } = current;
	if (world.nowMs >= current.answersMs) {
		const started: Told<unknown> = law.pressesStart
			? await world.hall.act(desk, "start", ticketId)
			: { ok: true, value: null };
		if (!started.ok) return isRefused(world, officer, started.code);
		const servingMs = drawServingMs(random, world.laws, law, current, world.nowMs);
		officer.phase = "serving";
		actsIn(world, officer, servingMs * (hasJustBegun(officer) ? uniform(random, 0.08, 0.3) : 1));
		officer.begun++;
		return;
	}
	const told = await world.hall.act(desk, "recall", ticketId);
	if (!told.ok) return isRefused(world, officer, told.code);
	if (told.value.state === "called" && told.value.callCount < mostCalls) {
		current.recallMs = world.nowMs + drawRecallMs(random, law);
		expectSooner(world, officer, current);
		return;
	}
	if (told.value.state === "called") {
		const missed = await world.hall.act(desk, "miss", ticketId);
		if (!missed.ok) return isRefused(world, officer, missed.code);
	}
	isLate(world, ticketId, current.answersMs);
	beReady(world, officer);
}

async function served(world: World, officer: OfficerAt): Promise<void> {
	const { desk, law, random, current } = officer;
	if (!current) return beReady(world, officer);
	const { ticketId, serviceId } = current;
	const person = world.people.get(ticketId);
	const outcome = drawServed(random, world.laws, serviceId, person?.isBack ?? false);
	if (outcome.as === "finish" && !law.pressesFinish) {
		// The next call ends it.
		beReady(world, officer);
		return;
	}
	const told =
		outcome.as === "park"
			? await world.hall.park(desk, ticketId, oneOf(random, demoNotes.missing))
			: outcome.as === "transfer"
				? await world.hall.transfer(
						desk,
						ticketId,
						outcome.toServiceId,
						oneOf(random, demoNotes.elsewhere),
					)
				: await world.hall.act(desk, "finish", ticketId);
	if (!told.ok) return isRefused(world, officer, told.code);
	const { state } = told.value;
	if (state === "parked") mends(world, ticketId);
	// Sent on, or on the way to the next service of a visit.
	else if (state === "waiting") waits(world, ticketId, told.value.serviceId);
	else isGone(world, ticketId);
	beReady(world, officer);
}

function beReady(world: World, officer: OfficerAt): void {
	officer.phase = "ready";
	officer.current = null;
	actsIn(world, officer, drawTurnaroundMs(officer.random, officer.law));
}

/** Somebody real has the counter, or has closed it, or a day has ended: the officer comes back later, and goes on as things stand then. */
function isRefused(world: World, officer: OfficerAt, code: string): void {
	officer.phase = "out";
	officer.current = null;
	const isHeld = /^counter\/(taken|not-yours|not-open)$/.test(code);
	const { random } = officer;
	actsIn(
		world,
		officer,
		isHeld ? uniform(random, 1, 3) * minuteMs : uniform(random, 5, 20) * secondMs,
	);
}

function oneOf<T>(random: Random, some: readonly [T, ...T[]]): T {
	return some[Math.floor(random.next() * some.length)] ?? some[0];
}
