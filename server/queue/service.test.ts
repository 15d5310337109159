import { describe, expect, test } from "vitest";
import { quotaLeft } from "./decide-service.ts";
import { communeSettings, queueDay, refusalOf } from "./rehearsal.ts";

const serviceId = "ho-tich";
const [civilStatus, ...others] = communeSettings.services;
const withQuota = {
	...communeSettings,
	services: civilStatus ? [{ ...civilStatus, dailyQuota: 2 }, ...others] : others,
};

describe("a quota", () => {
	test("ends the numbers of its service and of no other", () => {
		const day = queueDay(withQuota);
		expect([day.issue(serviceId), day.issue(serviceId), day.issue(serviceId)]).toEqual([
			"A001",
			"A002",
			"service/quota-reached",
		]);
		expect(day.issue("chung-thuc")).toBe("B001");
	});

	test("of today goes before the usual one, and gives way to it again", () => {
		const day = queueDay(withQuota);
		const left = (quota: number | "none" | "usual") => {
			day.apply({ type: "set-quota", serviceId, quota });
			return quotaLeft(day.state, serviceId);
		};
		day.issue(serviceId);
		expect([left(5), left(0), left("none"), left("usual")]).toEqual([4, 0, null, 1]);
	});

	test("that is set below what was given leaves nothing, and takes no number back", () => {
		const day = queueDay();
		for (let given = 0; given < 3; given++) day.issue(serviceId);
		day.apply({ type: "set-quota", serviceId, quota: 1 });
		expect(quotaLeft(day.state, serviceId)).toBe(0);
		day.open("quay-2");
		expect(day.callNext("quay-2")).toBe("A001");
	});

	test("is of an office's service, and set once", () => {
		const day = queueDay();
		const set = { type: "set-quota", serviceId, quota: 7 } as const;
		expect(refusalOf(day.apply({ ...set, serviceId: "ho-khau" }))).toBe("service/unknown");
		expect(day.apply(set)).toMatchObject({ value: [{ type: "quota-set" }] });
		expect(day.apply(set)).toEqual({ ok: true, value: [] });
	});
});

describe("a service that is closed for now", () => {
	const reason = { vi: "Mất mạng", en: "The network is down" };

	test("gives no numbers and says why; who waits is called", () => {
		const day = queueDay();
		day.issue(serviceId);
		day.apply({ type: "close-service", serviceId, reason });
		const refused = day.apply({
			type: "issue-ticket",
			serviceId,
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
		});
		expect(refused).toEqual({ ok: false, refusal: { code: "service/closed", detail: { reason } } });
		day.open("quay-2");
		expect(day.callNext("quay-2")).toBe("A001");
		day.apply({ type: "open-service", serviceId });
		expect(day.issue(serviceId)).toBe("A002");
	});

	test("is not come to by a number for another service either, nor is one without numbers left", () => {
		const day = queueDay();
		day.apply({ type: "close-service", serviceId, reason });
		expect(day.visit("chung-thuc", [serviceId])).toBe("service/closed");
		day.apply({ type: "open-service", serviceId });
		day.apply({ type: "set-quota", serviceId, quota: 0 });
		expect(day.visit("chung-thuc", [serviceId])).toBe("service/quota-reached");
	});

	test("is closed once, and may be closed for another reason", () => {
		const day = queueDay();
		const close = { type: "close-service", serviceId, reason } as const;
		day.apply(close);
		expect(day.apply(close)).toEqual({ ok: true, value: [] });
		expect(day.apply({ ...close, reason: null })).toMatchObject({
			value: [{ type: "service-closed", reason: null }],
		});
	});
});
