import { expect, test } from "vitest";
import { createPaperTrail } from "./paper-trail.ts";

const list = { jobId: "giay-to", state: "queued" } as const;
const slip = { jobId: "phieu", state: "queued" } as const;

test("a kiosk that was cut off hears how its last slip and its last list of papers stand", () => {
	const trail = createPaperTrail();
	trail.begin(slip, { ticketId: "ma-phieu", kioskId: "kiosk-1" });
	trail.begin(list, { ticketId: null, kioskId: "kiosk-1" });
	trail.note({ ...list, state: "confirmed" }, null);
	trail.note({ ...slip, state: "printing" }, "ma-phieu");
	expect(trail.statusesFor("kiosk:kiosk-1")).toEqual([
		{ topic: "job", jobId: "phieu", ticketId: "ma-phieu", state: "printing" },
		{ topic: "job", jobId: "giay-to", ticketId: null, state: "confirmed" },
	]);
	expect(trail.statusesFor("kiosk:kiosk-2")).toEqual([]);
	expect(trail.statusesFor("ticket:ma-phieu")).toEqual([
		{ topic: "job", jobId: "phieu", ticketId: "ma-phieu", state: "printing" },
	]);
});
