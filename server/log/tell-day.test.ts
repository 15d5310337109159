import { expect, test } from "vitest";
import { hung, lan, queueDay } from "../queue/rehearsal.ts";
import { foldedEvents } from "./folded-events.ts";
import { tellDay } from "./tell-day.ts";
import { toldOffice } from "./told-office.ts";

const office = toldOffice(
	{ timeZone: "Asia/Ho_Chi_Minh", services: [], priorityClasses: [] },
	"vi",
);

async function* recordsOf({ events }: ReturnType<typeof queueDay>) {
	for (const { seq, at, ...event } of events) yield { seq, at, by: "lan", events: [event] };
}

const folded = (day: ReturnType<typeof queueDay>) => foldedEvents(recordsOf(day));

test("each number that was left over is told to expire with the day", async () => {
	const day = queueDay();
	for (const service of ["ho-tich", "chung-thuc"]) day.issue(service);
	day.open("quay-1");
	day.callNext("quay-1");
	day.apply({ type: "finish", counterId: "quay-1", officer: lan });
	day.apply({ type: "close-day" });
	const told = [];
	for await (const { type, who, what, number } of tellDay(folded(day), office)) {
		told.push({ type, who, what, number });
	}
	expect(told.slice(-2)).toEqual([
		{ type: "day-closed", who: "lan", what: "kết thúc ngày làm việc", number: null },
		{
			type: "ticket-expired",
			who: "Hệ thống",
			what: "số B001 hết hạn khi hết ngày",
			number: "B001",
		},
	]);
});

test("who took a counter over from whom is told, and a counter that goes on after a pause", async () => {
	const day = queueDay();
	day.open("quay-1");
	day.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
	day.open("quay-1");
	day.apply({
		type: "open-counter",
		counterId: "quay-1",
		officer: hung,
		holdsMany: false,
		takeOver: true,
	});
	const told = [];
	for await (const { type, what } of tellDay(folded(day), office)) {
		if (type === "counter-opened") told.push(what);
	}
	expect(told).toEqual(["mở quầy 1", "mở lại quầy 1", "nhận thay quầy 1 của Nguyễn Thị Lan"]);
});
