import { describe, expect, test } from "vitest";
import type { Hours } from "../protocol/office.ts";
import { createOfficeHours } from "./office-hours.ts";
import { hung, lan, queueDay } from "./queue/rehearsal.ts";

const name = { vi: "Hộ tịch", en: "Civil status" };
const services = [
	{ id: "ho-tich", prefix: "A", name, fields: [], minutes: 15 },
	{ id: "chung-thuc", prefix: "B", name, fields: [], minutes: 5 },
];
/** Saturday, 21 November 2026: 07:30 to 11:30. */
const hours: Hours = { sat: [{ from: "07:30", to: "11:30" }] };

function office(lastTicket: "always" | "warn" | "refuse", time: string) {
	const day = queueDay();
	let at = Date.parse(`2026-11-21T${time}:00+07:00`);
	const office = { hours, timeZone: "Asia/Ho_Chi_Minh", services, lastTicket };
	return {
		...day,
		hours: createOfficeHours({ office, state: () => day.state, now: () => at }),
		setTo: (later: string) => {
			at = Date.parse(`2026-11-21T${later}:00+07:00`);
		},
	};
}

describe("whether somebody who comes now is still served", () => {
	test("is not asked by an office that does not ask", () => {
		const { hours, issue } = office("always", "11:29");
		for (let waiting = 0; waiting < 50; waiting++) issue("ho-tich");
		expect(hours.service("ho-tich")).toMatchObject({ open: true, servedToday: null });
	});

	test("is told by who waits, the minutes they take and the counters that are open", () => {
		const { hours, issue, open } = office("warn", "10:30");
		open("quay-1", lan);
		// An hour is left: three of 15 minutes wait at the one counter, and a fourth is served in time.
		for (let waiting = 0; waiting < 3; waiting++) issue("ho-tich");
		expect(hours.service("ho-tich").servedToday).toBe(true);
		issue("chung-thuc");
		expect(hours.service("ho-tich").servedToday).toBe(false);
		// The second counter takes half of what waits for it.
		open("quay-2", hung);
		expect(hours.service("ho-tich").servedToday).toBe(true);
	});

	test("counts who is being served by what is left of their minutes, and an idle day by the counters there are", () => {
		const { hours, issue, open, callNext, setTo } = office("warn", "11:16");
		expect(hours.service("ho-tich").servedToday).toBe(false);
		setTo("11:15");
		expect(hours.service("ho-tich").servedToday).toBe(true);
		open("quay-1", lan);
		issue("ho-tich");
		callNext("quay-1");
		expect(hours.service("ho-tich").servedToday).toBe(false);
	});

	test("ends the numbers of an office that refuses, and not those of one that warns", () => {
		const warning = office("warn", "11:20").hours.service("ho-tich");
		expect(warning).toMatchObject({ open: true, servedToday: false });
		const refusing = office("refuse", "11:20").hours;
		expect(refusing.service("ho-tich")).toMatchObject({ open: false, shut: "full-today" });
		expect(refusing.service("chung-thuc")).toMatchObject({ open: true, servedToday: true });
	});
});

describe("why there are no numbers", () => {
	test("is first the hall, then the clock, then what was decided about the service, then its quota", () => {
		const { hours, apply, setTo } = office("always", "12:00");
		const shut = () => hours.service("ho-tich").shut;
		const serviceId = "ho-tich";
		apply({ type: "set-quota", serviceId, quota: 0 });
		apply({ type: "close-service", serviceId, reason: null });
		apply({ type: "stop-hall", reason: "system", note: null });
		expect(shut()).toBe("hall-stopped");
		apply({ type: "resume-hall" });
		expect(shut()).toBe("after-hours");
		setTo("09:00");
		expect(shut()).toBe("closed");
		apply({ type: "open-service", serviceId });
		expect(shut()).toBe("quota-reached");
		apply({ type: "set-quota", serviceId, quota: "usual" });
		expect(shut()).toBeNull();
	});

	test("is looked at anew where the clock goes back", () => {
		const { hours, setTo } = office("always", "11:30");
		expect(hours.office().why).toBe("after-hours");
		setTo("09:00");
		expect(hours.office().tickets).toBe(true);
		setTo("07:00");
		expect(hours.office().why).toBe("before-hours");
	});
});
