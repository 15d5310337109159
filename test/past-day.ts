import { join } from "node:path";
import { loadSettings } from "../config/load.ts";
import { addDays, dayAt, instantOf } from "../config/local-time.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { createLowdbLedger } from "../server/ledger/lowdb-ledger.ts";
import type { StampedEvent } from "../server/queue/event.ts";
import { queueDay } from "../server/queue/rehearsal.ts";
import { queueSettings } from "../server/queue-settings.ts";

const timeZone = "Asia/Ho_Chi_Minh";

/** The day that `writePastDay` writes: yesterday. */
export const pastDay = addDays(dayAt(Date.now(), timeZone), -1);

/**
 * Yesterday at the sample office as it may have been, closed, in the ledger of a data directory: from 8 to 16 o'clock somebody comes every two
 * minutes, six officers serve, some people do not come and some give up. The same each time.
 */
export async function writePastDay(dataDir: string): Promise<void> {
	const settings = loadSettings(defaultOfficeFile());
	if (!settings.ok) throw new Error("the sample office cannot be read");
	const { office } = settings;
	const day = queueDay(queueSettings(office));
	const laterMs = instantOf(pastDay, "08:00", timeZone) - day.now();
	const { services, counters } = office;
	const seats = counters.map(({ id }, index) => ({
		counterId: id,
		officer: { username: `can-bo-${index}`, name: `Cán bộ ${index + 1}` },
		freeAt: 0,
	}));
	for (const { counterId, officer } of seats) day.open(counterId, officer);
	for (let minute = 0; minute < 480; minute += 2) {
		// Few come at noon, many in the middle of the morning.
		const isBusy = minute > 60 && minute < 170;
		for (let person = 0; person < (isBusy ? 2 : minute % 10 === 0 ? 0 : 1); person++) {
			const service = services[((minute / 2) * 3 + person * 5) % services.length];
			const isOld = (minute + person) % 9 === 0;
			day.issue(service?.id ?? "", isOld ? (office.priorityClasses[0]?.id ?? null) : null);
		}
		for (const [index, seat] of seats.entries()) {
			if (minute < seat.freeAt) continue;
			const at = { counterId: seat.counterId, officer: seat.officer };
			day.apply({ type: "call-next", ...at });
			if ((minute + index) % 23 === 0) {
				day.apply({ type: "miss", ...at });
				continue;
			}
			day.apply({ type: "start", ...at });
			seat.freeAt = minute + 3 + ((minute * 5 + index * 11) % 13);
		}
		day.wait(2);
	}
	for (const { counterId, officer } of seats) {
		day.apply({ type: "close-counter", counterId, officer, current: "finish" });
	}
	day.apply({ type: "close-day" });

	const ledger = createLowdbLedger(join(dataDir, "ledger"), () => {});
	await ledger.append({
		office: office.id,
		day: pastDay,
		expectedSeq: 1,
		records: day.events.map((event) => recordOf(event, laterMs)),
	});
	await ledger.close();
}

/** @param laterMs how much later than in the rehearsal it was */
function recordOf({ seq, at, ...event }: StampedEvent, laterMs: number) {
	const then = new Date(Date.parse(at) + laterMs).toISOString();
	const happened = event.type === "day-opened" ? { ...event, day: pastDay } : event;
	return { seq, at: then, by: "hub", events: [happened] };
}
