import { expect, test } from "vitest";
import { evolve } from "../queue/evolve.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { emptyState } from "../queue/state.ts";
import type { FoldedEvent } from "./folded-events.ts";
import { tellDay } from "./tell-day.ts";
import { toldOffice } from "./told-office.ts";

const office = toldOffice(
	{ timeZone: "Asia/Ho_Chi_Minh", services: [], priorityClasses: [] },
	"vi",
);

async function* folded({ events }: ReturnType<typeof queueDay>): AsyncGenerator<FoldedEvent> {
	const state = emptyState();
	for (const event of events) {
		evolve(state, event);
		yield { event, by: "lan", state };
	}
}

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
