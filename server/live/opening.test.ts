import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OfficeStatus } from "../../protocol/live.ts";
import { createOfficeHours } from "../office-hours.ts";
import type { Observer } from "../pipeline.ts";
import type { Command } from "../queue/command.ts";
import { queueDay } from "../queue/rehearsal.ts";
import { officeStatus } from "../views/office-status.ts";
import { watchOpening } from "./opening.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const name = { vi: "Hộ tịch", en: "Civil status" };
const services = [
	{ id: "ho-tich", prefix: "A", name, fields: [] },
	{
		id: "chung-thuc",
		prefix: "B",
		name,
		fields: [],
		hours: { sat: [{ from: "08:00", to: "09:00" }] },
	},
];

/** A commune on a Saturday morning, open from 07:30 to 11:30, with two kiosks. */
function office(at: string) {
	vi.setSystemTime(at);
	const day = queueDay();
	const hours = createOfficeHours({
		office: {
			hours: { sat: [{ from: "07:30", to: "11:30" }] },
			timeZone: "Asia/Ho_Chi_Minh",
			services,
		},
		state: () => day.state,
		now: Date.now,
	});
	const told: string[] = [];
	const observers: Observer[] = [];
	const say = ({ open, services }: OfficeStatus) =>
		`${open ? "open" : "closed"}, ${services.map(({ id, shut }) => `${id} ${shut}`).join(", ")}`;
	const opening = watchOpening({
		kiosks: [{ id: "kiosk-1" }, { id: "kiosk-2" }],
		standing: () => officeStatus(services, hours),
		tell: (room, status) => {
			if (status.topic === "office") told.push(`${room} ${say(status)}`);
		},
		observe: (observer) => observers.push(observer),
	});
	return {
		opening,
		told,
		now: () => say(opening.status()),
		/** Does a command, and publishes it. */
		apply(command: Command) {
			const before = day.events.length;
			day.apply(command);
			for (const one of observers) {
				for (const event of day.events.slice(before)) one.saw?.(day.state, event);
				one.seal(day.state)();
			}
		},
	};
}

test("each kiosk is told when the office and its services open and close, and only then", () => {
	const { opening, told, now } = office("2026-11-21T00:29:50Z");
	expect(now()).toBe("closed, ho-tich before-hours, chung-thuc before-hours");
	vi.advanceTimersByTime(20_000);
	const open = "open, ho-tich null, chung-thuc before-hours";
	expect(told).toEqual([`kiosk:kiosk-1 ${open}`, `kiosk:kiosk-2 ${open}`]);
	vi.advanceTimersByTime(4 * 60 * 60 * 1000);
	expect(told.slice(2).filter((one) => one.startsWith("kiosk:kiosk-1"))).toEqual([
		"kiosk:kiosk-1 open, ho-tich null, chung-thuc null",
		"kiosk:kiosk-1 open, ho-tich null, chung-thuc after-hours",
		"kiosk:kiosk-1 closed, ho-tich after-hours, chung-thuc after-hours",
	]);
	opening.stop();
});

test("what is decided about a service or the hall is told at once, the last number of a quota too", () => {
	const { opening, told, apply } = office("2026-11-21T01:30:00Z");
	const serviceId = "ho-tich";
	apply({ type: "set-quota", serviceId, quota: 2 });
	const take = {
		type: "issue-ticket",
		serviceId,
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		kioskId: null,
	} as const;
	apply(take);
	expect(told).toEqual([]);
	apply(take);
	apply({ type: "set-quota", serviceId, quota: "none" });
	apply({ type: "close-service", serviceId, reason: { vi: "Mất mạng", en: "No network" } });
	apply({ type: "stop-hall", reason: "power", note: null });
	expect(told.filter((one) => one.startsWith("kiosk:kiosk-1"))).toEqual([
		"kiosk:kiosk-1 open, ho-tich quota-reached, chung-thuc null",
		"kiosk:kiosk-1 open, ho-tich null, chung-thuc null",
		"kiosk:kiosk-1 open, ho-tich closed, chung-thuc null",
		"kiosk:kiosk-1 open, ho-tich hall-stopped, chung-thuc hall-stopped",
	]);
	opening.stop();
});

test("hours that a supervisor moves hold for that day alone", () => {
	const { opening, told, apply, now } = office("2026-11-21T01:30:00Z");
	const reason = { vi: "Họp toàn xã", en: "Meeting" };
	apply({ type: "set-hours", periods: [{ from: "10:00", to: "12:00" }], reason });
	expect(told.at(-1)).toContain("closed, ho-tich before-hours");
	apply({ type: "set-hours", periods: [], reason });
	expect(opening.status().opening).toMatchObject({
		why: "closed-today",
		reason,
		next: "2026-11-28T00:30:00.000Z",
	});
	apply({ type: "set-hours", periods: "usual", reason: null });
	expect(now()).toBe("open, ho-tich null, chung-thuc null");
	opening.stop();
});
