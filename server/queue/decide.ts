import type { Command, Context } from "./command.ts";
import { closeCounter, openCounter, pauseCounter } from "./decide-counter.ts";
import { actOnTicket, callNext, issueTicket } from "./decide-ticket.ts";
import type { Event } from "./event.ts";
import { never } from "./never.ts";
import { accepted, type Result } from "./result.ts";
import type { QueueState } from "./state.ts";

/**
 * What a command comes to on the newest state: the events that follow from it, none where there is nothing to do (nobody
 * waits, the counter is already open), or a refusal with its code. Changes nothing.
 */
export function decide(state: QueueState, command: Command, context: Context): Result<Event[]> {
	switch (command.type) {
		case "issue-ticket":
			return issueTicket(state, command, context);
		case "call-next":
			return callNext(state, command);
		case "recall":
		case "start":
		case "finish":
		case "miss":
			return actOnTicket(state, command);
		case "open-counter":
			return openCounter(state, command);
		case "pause-counter":
			return pauseCounter(state, command);
		case "close-counter":
			return closeCounter(state, command);
		case "open-day":
			return accepted([
				{ type: "day-opened", day: command.day },
				{ type: "settings-applied", settings: command.settings },
			]);
		case "close-day":
			return accepted(state.dayClosed ? [] : [{ type: "day-closed" }]);
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
