import type { Change, ChangeType } from "../../protocol/live.ts";

/** What an audience is told of an event beside its rows. */
export type About = Omit<Change, "set">;

/** An event as one audience sees it: the keys of the rows it may have changed. */
export interface Happened {
	about: About;
	keys: readonly string[];
}

/**
 * What an audience does with a change. Who hears `calls` lights, chimes and speaks at each, so that each comes by itself and at
 * once. Who sees `rows` shows how things stand, so that all there is to tell may come as one change, with the number and type of the last.
 */
export type Heeds = "calls" | "rows";

/** At these nobody chimes. */
const rowsAlone: ReadonlySet<ChangeType> = new Set(["issued", "moved-up"]);

/**
 * What an audience is told of events that it hears of together: one change a command, and none of its own for a command that changed
 * nothing but rows while something else comes after it. Rows are absolute, so each stands once, in the last change that touched it, and with
 * each call that did: whoever lights it up looks at the counter's row in that moment.
 * @param row the row as it stands now
 */
export function changesOf(
	happened: Iterable<Happened>,
	heeds: Heeds,
	row: (key: string) => unknown,
): readonly Change[] {
	const told: { about: About; keys: Set<string> }[] = [];
	for (const { about, keys } of happened) {
		if (keys.length === 0) continue;
		const last = told.at(-1);
		if (last && isPartOf(last.about, about, heeds)) {
			last.about = about;
			for (const key of keys) last.keys.add(key);
		} else told.push({ about, keys: new Set(keys) });
	}
	const rows = new Set<string>();
	const changes: Change[] = [];
	for (const { about, keys } of told.reverse()) {
		const set: Change["set"] = {};
		for (const key of keys) {
			if (rows.has(key) && about.type !== "called") continue;
			rows.add(key);
			set[key] = row(key);
		}
		changes.push({ set, ...about });
	}
	return changes.reverse();
}

/** Whether it is to be heard in its moment: everything but what changes rows alone. */
export function isHeardAtOnce(type: ChangeType, heeds: Heeds): boolean {
	return !isRowsAlone(type, heeds);
}

/** Whether the later of two that come together says all there is to say: what went before was rows, or the service that a call ended. */
function isPartOf(earlier: About, later: About, heeds: Heeds): boolean {
	if (isRowsAlone(earlier.type, heeds)) return true;
	const isOfOneCommand = earlier.seq + 1 === later.seq && earlier.at === later.at;
	return isOfOneCommand && earlier.type === "finished" && later.type === "called";
}

function isRowsAlone(type: ChangeType, heeds: Heeds): boolean {
	return heeds === "rows" || rowsAlone.has(type);
}
