import type { Command, Context } from "./command.ts";
import { callNext, callTicket } from "./decide-call.ts";
import { closeCounter, openCounter, pauseCounter } from "./decide-counter.ts";
import { refusedByStop, resumeHall, setHours, setPolicy, stopHall } from "./decide-hall.ts";
import { issueTicket } from "./decide-issue.ts";
import {
	cancelTicket,
	giveUp,
	restoreTicket,
	transferTicket,
	unparkTicket,
} from "./decide-line.ts";
import { closeService, openService, setQuota } from "./decide-service.ts";
import { enterSlip, withdrawSlip } from "./decide-slip.ts";
import { actOnTicket } from "./decide-ticket.ts";
import { passTime } from "./decide-time.ts";
import { undo } from "./decide-undo.ts";
import type { Event } from "./event.ts";
import { never } from "./never.ts";
import { accepted, type Result } from "./result.ts";
import type { QueueState } from "./state.ts";

/**
 * What a command comes to on the newest state: the events that follow from it, none where there is nothing to do (nobody
 * waits, the counter is already open), or a refusal with its code. Changes nothing.
 */
export function decide(state: QueueState, command: Command, context: Context): Result<Event[]> {
	const decided = decideByItself(state, command, context);
	if (!decided.ok || decided.value.length === 0 || isOfDay(command)) return decided;
	// What time alone has changed stands before what is done now, so that each line's order is a fold of events.
	const { value: passed } = passTime(state, context);
	return passed.length === 0 ? decided : accepted([...passed, ...decided.value]);
}

function isOfDay({ type }: Command): boolean {
	return type === "open-day" || type === "close-day" || type === "pass-time";
}

function decideByItself(state: QueueState, command: Command, context: Context): Result<Event[]> {
	const stopped = refusedByStop(state, command);
	if (stopped) return stopped;
	switch (command.type) {
		case "issue-ticket":
			return issueTicket(state, command, context);
		case "enter-slip":
			return enterSlip(state, command, context);
		case "withdraw-slip":
			return withdrawSlip(state, command);
		case "call-next":
			return callNext(state, command, context);
		case "call-ticket":
			return callTicket(state, command, context);
		case "recall":
		case "start":
		case "finish":
		case "miss":
		case "park":
			return actOnTicket(state, command);
		case "transfer":
			return transferTicket(state, command);
		case "unpark":
			return unparkTicket(state, command);
		case "restore":
			return restoreTicket(state, command, context);
		case "cancel":
			return cancelTicket(state, command);
		case "give-up":
			return giveUp(state, command);
		case "undo":
			return undo(state, command, context);
		case "open-counter":
			return openCounter(state, command);
		case "pause-counter":
			return pauseCounter(state, command);
		case "close-counter":
			return closeCounter(state, command);
		case "stop-hall":
			return stopHall(state, command);
		case "resume-hall":
			return resumeHall(state);
		case "set-hours":
			return setHours(state, command);
		case "set-policy":
			return setPolicy(state, command);
		case "close-service":
			return closeService(state, command);
		case "open-service":
			return openService(state, command);
		case "set-quota":
			return setQuota(state, command);
		case "open-day":
			return accepted([
				{ type: "day-opened", day: command.day },
				{ type: "settings-applied", settings: command.settings },
			]);
		case "close-day":
			return accepted(state.dayClosed ? [] : [{ type: "day-closed" }]);
		case "pass-time":
			return passTime(state, context);
		case "apply-settings":
			return accepted(
				state.settings.digest === command.settings.digest
					? []
					: [{ type: "settings-applied", settings: command.settings }],
			);
		default:
			return never(command);
	}
}
