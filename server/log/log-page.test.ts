import { expect, test } from "vitest";
import type { LogItem } from "../../protocol/log.ts";
import { daysAtOnce, daysIn, type LogPlace, readPiece } from "./log-page.ts";
import { toldOffice } from "./told-office.ts";

const office = toldOffice(
	{ timeZone: "Asia/Ho_Chi_Minh", services: [], priorityClasses: [] },
	"vi",
);

function item(day: string, seq: number): LogItem {
	return {
		id: `${day}.queue.${seq}`,
		at: `${day}T01:00:00Z`,
		source: "queue",
		type: "ticket-issued",
		by: "lobby",
		who: "Sảnh",
		what: `lấy số A${seq}`,
		number: `A${seq}`,
		address: null,
	};
}

/** A log of so many entries a day, which can grow. */
function logOf(counts: Record<string, number>) {
	const readDays: string[] = [];
	const days = Object.keys(counts).sort().reverse();
	const log = {
		async items(day: string) {
			readDays.push(day);
			return Array.from({ length: counts[day] ?? 0 }, (_, index) => item(day, index + 1));
		},
	};
	const read = async (place: Partial<LogPlace> = {}) => {
		const piece = await readPiece(log, days, {}, { limit: 3, offset: 0, ...place }, office);
		return { ...piece, items: piece.items.map(({ id }) => id) };
	};
	return { counts, days, readDays, read };
}

test("going on to what is older keeps its place while new entries come, over the days' ends", async () => {
	const { counts, read } = logOf({ "2026-11-20": 2, "2026-11-21": 4 });
	const first = await read();
	expect(first.items).toEqual(["2026-11-21.queue.4", "2026-11-21.queue.3", "2026-11-21.queue.2"]);
	counts["2026-11-21"] = 9;
	const second = await read({ before: first.older ?? "" });
	expect(second.items).toEqual(["2026-11-21.queue.1", "2026-11-20.queue.2", "2026-11-20.queue.1"]);
	expect(second.older).toBeNull();
});

test("a page reads no day further back than it shows, and only one day is counted", async () => {
	const several = logOf({ "2026-11-19": 5, "2026-11-20": 5, "2026-11-21": 5 });
	expect((await several.read()).total).toBeNull();
	expect(several.readDays).toEqual(["2026-11-21"]);
	expect((await logOf({ "2026-11-21": 5 }).read()).total).toBe(5);
});

test("a long search that finds nothing says how far it has come, and goes on from there", async () => {
	const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
	const counts = Object.fromEntries(
		Array.from({ length: daysAtOnce + 2 }, (_, index) => [day(index), index === 0 ? 1 : 0]),
	);
	const { read, readDays } = logOf(counts);
	const first = await read();
	expect([first.items, first.older, readDays.length]).toEqual([[], day(2), daysAtOnce]);
	const second = await read({ before: first.older ?? "" });
	expect([second.items, second.older]).toEqual([[`${day(0)}.queue.1`], null]);
});

test("days are those that are named, from one to another or to the newest; else the newest", () => {
	const days = ["2026-11-21", "2026-11-20", "2026-11-18"];
	expect(daysIn({}, days)).toEqual(["2026-11-21"]);
	expect(daysIn({ day: "2026-11-20" }, days)).toEqual(["2026-11-20"]);
	expect(daysIn({ day: "2026-11-19" }, days)).toEqual([]);
	expect(daysIn({ from: "2026-11-19" }, days)).toEqual(["2026-11-21", "2026-11-20"]);
	expect(daysIn({ from: "2026-11-01", to: "2026-11-20" }, days)).toEqual([
		"2026-11-20",
		"2026-11-18",
	]);
	expect(daysIn({}, [])).toEqual([]);
});
