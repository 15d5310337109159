import { type Forecaster, roundedWait, type Wait } from "./forecaster.ts";
import { type Group, groups, type HappenedDay } from "./happened.ts";
import { type DayKind, dayKinds } from "./laws/day-kind.ts";
import { rangeOf } from "./oracle.ts";
import { type Load, loads, type Said } from "./run.ts";

/** What was said of one ticket beside what became of it. */
export interface Judged {
	kind: DayKind;
	group: Group;
	load: Load;
	trueMs: number;
	waits: Said["waits"];
}

/** How well one forecaster did. Times are minutes; shares go from 0 to 1. */
export interface Score {
	/** How many were asked about, and of how many something was said. */
	asked: number;
	said: number;
	/** The share of those said to which the truth lay within the range; as it is, and as it is shown, in steps of five minutes. */
	cover: number;
	shownCover: number;
	medianWidth: number;
	shownWidth: number;
	/** The mean distance between the middle and the truth, and how much more was said than came true. */
	error: number;
	bias: number;
}

export interface ForecasterScore {
	name: string;
	pooled: Score;
	strata: (Pick<Judged, "kind" | "group" | "load"> & Score)[];
	/** Over those of whom all said something: the own error over that of each other; less than 1 is better. */
	errorAgainst: Record<string, number>;
	/** The own median width over the oracle's at the cover that this one has; null without an oracle, or without ranges. */
	widthAgainstOracle: number | null;
}

/** Joins what was said with what happened. Whoever was never called waited for nothing that could be said, and is left out. */
export function judge({ kind, tickets }: HappenedDay, said: readonly Said[]): Judged[] {
	const stories = new Map(tickets.map((ticket) => [ticket.ticketId, ticket]));
	return said.flatMap(({ ticketId, load, waits }) => {
		const story = stories.get(ticketId);
		if (!story || story.calledMs === null) return [];
		return [{ kind, group: story.group, load, trueMs: story.calledMs - story.issuedMs, waits }];
	});
}

export function scoreAll(
	judged: readonly Judged[],
	names: readonly Forecaster["name"][],
): ForecasterScore[] {
	const common = judged.filter(({ waits }) => names.every((name) => waits[name]));
	const errors = new Map(names.map((name) => [name, scoreOf(common, name).error]));
	return names.map((name) => {
		const pooled = scoreOf(judged, name);
		const others = names.filter((other) => other !== name);
		return {
			name,
			pooled,
			strata: [...strataOf(judged)].map((some) => ({
				kind: some[0].kind,
				group: some[0].group,
				load: some[0].load,
				...scoreOf(some, name),
			})),
			errorAgainst: Object.fromEntries(
				others.map((other) => [
					other,
					rounded((errors.get(name) ?? 0) / Math.max(1e-9, errors.get(other) ?? 0)),
				]),
			),
			widthAgainstOracle: againstOracle(common, name),
		};
	});
}

function scoreOf(judged: readonly Judged[], name: string): Score {
	const said = judged.flatMap(({ trueMs, waits }) => {
		const wait = waits[name];
		return wait ? [{ trueMs, wait, shown: roundedWait(wait) }] : [];
	});
	const share = (which: "wait" | "shown") =>
		mean(said.map((one) => Number(holds(one[which], one.trueMs))));
	const width = (which: "wait" | "shown") =>
		median(said.map((one) => (one[which].highMs - one[which].lowMs) / minuteMs));
	const off = said.map(({ wait, trueMs }) => (wait.middleMs - trueMs) / minuteMs);
	return {
		asked: judged.length,
		said: said.length,
		cover: rounded(share("wait")),
		shownCover: rounded(share("shown")),
		medianWidth: rounded(width("wait")),
		shownWidth: rounded(width("shown")),
		error: rounded(mean(off.map(Math.abs))),
		bias: rounded(mean(off)),
	};
}

/** The oracle's ranges are made wider or narrower until they hold as many as this one's do. */
function againstOracle(judged: readonly Judged[], name: string): number | null {
	const draws = judged.flatMap(({ trueMs, waits }) => {
		const drawsMs = waits.oracle?.drawsMs;
		return drawsMs ? [{ trueMs, drawsMs }] : [];
	});
	const own = scoreOf(judged, name);
	// Who says but a moment has no range to be held against.
	if (draws.length === 0 || own.medianWidth === 0) return null;
	let [low, high] = [0, 1];
	for (let halving = 0; halving < 12; halving++) {
		const cover = (low + high) / 2;
		const inside = draws.map(({ drawsMs, trueMs }) =>
			Number(holds(rangeOf(drawsMs, cover), trueMs)),
		);
		if (mean(inside) < own.cover) low = cover;
		else high = cover;
	}
	const widths = draws.map(({ drawsMs }) => {
		const { lowMs, highMs } = rangeOf(drawsMs, high);
		return (highMs - lowMs) / minuteMs;
	});
	return rounded(own.medianWidth / Math.max(1e-9, median(widths)));
}

function* strataOf(judged: readonly Judged[]): Generator<[Judged, ...Judged[]]> {
	const strata = new Map<string, [Judged, ...Judged[]]>();
	for (const one of judged) {
		const key = [one.kind, one.group, one.load].join();
		const some = strata.get(key);
		if (some) some.push(one);
		else strata.set(key, [one]);
	}
	for (const kind of dayKinds) {
		for (const group of groups) {
			for (const load of loads) {
				const some = strata.get([kind, group, load].join());
				if (some) yield some;
			}
		}
	}
}

function holds({ lowMs, highMs }: Wait, trueMs: number): boolean {
	return lowMs <= trueMs && trueMs <= highMs;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rounded(value: number): number {
	return Math.round(value * 1_000) / 1_000;
}

const minuteMs = 60_000;
