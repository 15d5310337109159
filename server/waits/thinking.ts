import { stat } from "node:fs/promises";
import { isMissing } from "../disk.ts";
import { daysIn } from "../ledger/day-file.ts";
import { toRange } from "../queue/estimate/range.ts";
import type { Waits } from "../queue/estimate/waits.ts";
import type { QueueState } from "../queue/state.ts";
import { createDayTail } from "./day-tail.ts";
import type { Answer, Question, ThinkingAbout } from "./messages.ts";
import { createOfficeEstimator } from "./office-estimator.ts";

/** What is learned from at the start: the days before today, not more of them and not more bytes, of which an event takes some 400. */
const mostDays = 20;
const mostBytes = 16 * 1024 * 1024;
/** Who is told without being followed: the whole line of an office that is not overrun. */
const mostUnfollowed = 300;

/** Thinks about an office's waits, from its ledger on disk and nothing else. */
export interface Thinking {
	answer(question: Question): Promise<Answer>;
}

export function createThinking({ directory, office }: ThinkingAbout): Thinking {
	const { services, priorityClasses } = office;
	let newest: QueueState | null = null;
	const estimator = createOfficeEstimator(office, () =>
		newest?.hall.hours ? { day: newest.day, ...newest.hall.hours } : null,
	);
	const tail = createDayTail(directory, (state, event) => {
		newest = state;
		estimator.saw(state, event);
	});
	let hasLearned = false;

	/** The days before are read once, the oldest first: what they taught is known from then on. */
	async function learn(today: string): Promise<void> {
		const days = (await daysIn(directory)).filter((day) => day < today);
		for (const day of await latest(days)) {
			// One that is damaged, or is being taken away, teaches nothing; whoever needs it is told by others.
			await tail.readOn(day, 0).catch(() => undefined);
		}
	}

	/** As many of the newest days as hold not too much. */
	async function latest(days: readonly string[]): Promise<string[]> {
		const chosen: string[] = [];
		let bytes = 0;
		for (const day of days.slice(-mostDays).reverse()) {
			bytes += await sizeOf(`${directory}/${day}.jsonl`);
			if (bytes > mostBytes) break;
			chosen.unshift(day);
		}
		return chosen;
	}

	return {
		async answer({ day, generation, nowMs, followed }) {
			if (!hasLearned) {
				await learn(day);
				hasLearned = true;
			}
			await tail.readOn(day, generation);
			const { state } = tail;
			const waits = estimator.estimate(state, nowMs);
			return {
				nowMs,
				newcomers: Object.fromEntries(services.map(({ id }) => [id, newcomersOf(waits, id)])),
				tickets: ticketsOf(waits, state, followed),
			};
		},
	};

	function newcomersOf(waits: Waits, serviceId: string): Answer["newcomers"][string] {
		const classes = [null, ...priorityClasses.map(({ id }) => id)];
		return Object.fromEntries(
			classes.map((one) => [one ?? "", toRange(waits.newcomer(serviceId, one))]),
		);
	}
}

async function sizeOf(file: string): Promise<number> {
	try {
		return (await stat(file)).size;
	} catch (error) {
		if (isMissing(error)) return 0;
		throw error;
	}
}

function ticketsOf(
	waits: Waits,
	state: QueueState,
	followed: readonly string[],
): Answer["tickets"] {
	const tickets: Answer["tickets"] = {};
	for (const id of [...followed, ...firstOf(state, mostUnfollowed)]) {
		const ticket = state.tickets.get(id);
		if (ticket?.state === "waiting") tickets[id] = toRange(waits.ticket(id));
	}
	return tickets;
}

function* firstOf(state: QueueState, most: number): Generator<string> {
	let given = 0;
	for (const lanes of state.lines.values()) {
		for (const { ticketIds } of lanes) {
			for (const id of ticketIds) {
				if (given++ === most) return;
				yield id;
			}
		}
	}
}
