import { waitingFor } from "../server/queue/lanes.ts";
import type { QueueState } from "../server/queue/state.ts";
import { beginDay, endDay, step } from "./day/step.ts";
import { newWorld, type Place, type World } from "./day/world.ts";
import type { Forecaster, Wait } from "./forecaster.ts";
import { createRecorder, type HappenedDay } from "./happened.ts";
import type { DayLaws } from "./laws/day-laws.ts";
import { seeded } from "./laws/random.ts";

/** What was said of one ticket, when it was taken. */
export interface Said {
	ticketId: string;
	load: Load;
	/** By the forecaster's name; null where it said nothing. */
	waits: Record<string, Wait | null>;
}

/** How many wait for each counter that is open, when somebody takes a number. */
export const loads = ["light", "peak", "heavy"] as const;
export type Load = (typeof loads)[number];

export interface RunOptions {
	forecasters?: readonly Forecaster[];
	/** Every how manyeth ticket they are asked about. */
	askEvery?: number;
}

/** Lets one day happen in an office, from before the door opens until the last number has expired: the hub's own queue on a clock that nobody waits for. */
export function runDay(
	place: Place,
	laws: DayLaws,
	{ forecasters = [], askEvery = 1 }: RunOptions = {},
): { happened: HappenedDay; said: Said[] } {
	const recorder = createRecorder();
	const world: World = newWorld(place, laws, seeded(`chance/${laws.seed}`), (event) => {
		recorder.saw(world.state, event);
		for (const forecaster of forecasters) forecaster.saw(world.state, event);
	});
	for (const forecaster of forecasters) forecaster.begins?.(world);
	const said: Said[] = [];
	const ask = createAsking(world, forecasters);
	beginDay(world);
	for (let issued = 0; step(world); ) {
		if (world.issuedId === null) continue;
		// Not the first of each: the crowd at the door would be asked about too often.
		if (forecasters.length > 0 && issued++ % askEvery === Math.floor(askEvery / 2)) {
			said.push(ask(world.issuedId));
		}
		world.issuedId = null;
	}
	endDay(world);
	const { tickets, counters, events } = recorder.ended();
	const { turnedAway } = world;
	return {
		happened: { day: laws.calendar.day, kind: laws.kind, tickets, turnedAway, counters, events },
		said,
	};
}

function createAsking(world: World, forecasters: readonly Forecaster[]) {
	const refreshedMs = new Map<Forecaster, number>();
	return (ticketId: string): Said => {
		const { state, nowMs } = world;
		const waits: Said["waits"] = {};
		for (const forecaster of forecasters) {
			const { name, estimateEveryMs = 0 } = forecaster;
			const isDue =
				nowMs - (refreshedMs.get(forecaster) ?? Number.NEGATIVE_INFINITY) >= estimateEveryMs;
			if (isDue) {
				refreshedMs.set(forecaster, nowMs);
				forecaster.refresh?.(state, nowMs);
			}
			waits[name] = forecaster.forecast(state, ticketId, nowMs);
		}
		return { ticketId, load: loadOf(state), waits };
	};
}

function loadOf(state: QueueState): Load {
	let waiting = 0;
	for (const { id } of state.settings.services) waiting += waitingFor(state, id);
	const open = [...state.counters.values()].filter(({ status }) => status === "open").length;
	const each = waiting / Math.max(1, open);
	if (each < 1.5) return "light";
	return each < 4 ? "peak" : "heavy";
}
