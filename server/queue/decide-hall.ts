import type { Command } from "./command.ts";
import type { Event } from "./event.ts";
import { hasHeadStarts } from "./policy.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { QueueState } from "./state.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Stops the hall, or says another reason while it is stopped. */
export function stopHall({ hall }: QueueState, command: Of<"stop-hall">): Result<Event[]> {
	const { reason, note } = command;
	const { stopped } = hall;
	const isSaid = stopped?.reason === reason && isSame(stopped.note, note);
	return accepted(isSaid ? [] : [{ type: "hall-stopped", reason, note }]);
}

/** Goes on where it stopped. */
export function resumeHall({ hall }: QueueState): Result<Event[]> {
	return accepted(hall.stopped ? [{ type: "hall-resumed" }] : []);
}

/** Moves today's hours: opening late, closing early, not at all, or as usual again. */
export function setHours({ hall }: QueueState, command: Of<"set-hours">): Result<Event[]> {
	const { periods, reason } = command;
	const isSo =
		periods === "usual"
			? hall.hours === null
			: hall.hours !== null && isSame(hall.hours, { periods, reason });
	return accepted(isSo ? [] : [{ type: "hours-set", periods, reason }]);
}

/** Chooses otherwise for today, or as usual again. Refuses a head start for priority where no class has one: it would change nothing. */
export function setPolicy(
	{ hall, policy: now }: QueueState,
	command: Of<"set-policy">,
): Result<Event[]> {
	const { policy } = command;
	if (policy !== "usual" && policy.classes.rule === "ageing" && !hasHeadStarts(now)) {
		return refused("policy/no-head-start");
	}
	const isSo = policy === "usual" ? hall.policy === null : isSame(hall.policy, policy);
	return accepted(isSo ? [] : [{ type: "policy-set", policy }]);
}

/** The refusal of a command that has to wait until the hall goes on; null where it may be done. */
export function refusedByStop(state: QueueState, command: Command): Result<never> | null {
	const waits =
		command.type === "close-counter" ? command.current === "miss" : waitsForHall[command.type];
	return state.hall.stopped && waits ? refused("hall/stopped") : null;
}

/** Whether both say the same, in plain data of the same form. */
function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Nobody is given a number or called, and nobody is counted as missing who was told to leave the building. Who is being served may be served
 * to the end. The compiler asks for every new command.
 */
const waitsForHall: Record<Command["type"], boolean> = {
	"issue-ticket": true,
	// What was done on paper is done.
	"enter-slip": false,
	"withdraw-slip": false,
	"call-next": true,
	"call-ticket": true,
	recall: true,
	miss: true,
	start: false,
	finish: false,
	park: false,
	unpark: false,
	restore: false,
	transfer: false,
	cancel: false,
	"give-up": false,
	undo: false,
	"open-counter": false,
	"pause-counter": false,
	"close-counter": false,
	"stop-hall": false,
	"resume-hall": false,
	"set-hours": false,
	"set-policy": false,
	"close-service": false,
	"open-service": false,
	"set-quota": false,
	"open-day": false,
	"close-day": false,
	"pass-time": false,
	"apply-settings": false,
};
