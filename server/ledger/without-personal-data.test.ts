import { expect, test } from "vitest";
import type { Event } from "../queue/event.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

const said = { vi: "Chị Lan ốm", en: "Lan is ill" };

test.each<Event>([
	{ type: "hall-stopped", reason: "other", note: said },
	{ type: "hours-set", periods: [], reason: said },
	{ type: "service-closed", serviceId: "ho-tich", reason: said },
	{
		type: "ticket-called",
		ticketId: "phieu-1",
		counterId: "quay-1",
		rule: "out-of-turn",
		facts: { insteadOf: "A001", reason: said.vi },
	},
])("nothing that somebody wrote is left: $type", (event) => {
	const reduce = withoutPersonalData();
	const once = reduce({ seq: 1, at: "2026-11-21T02:00:00.000Z", by: "lan", events: [event] });
	expect(JSON.stringify(once)).not.toMatch(/Lan|"lan"/);
	expect(once.events[0]?.type).toBe(event.type);
	expect(withoutPersonalData()(once)).toEqual(once);
});
