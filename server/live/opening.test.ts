import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isOpen } from "../../config/hours.ts";
import { watchOpening } from "./opening.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("each kiosk is told when the office opens and when it closes, and only then", () => {
	const hours = { sat: [{ from: "07:30", to: "11:30" }] };
	const isOpenNow = () => isOpen(hours, new Date().toISOString(), "Asia/Ho_Chi_Minh");
	const kiosks = [{ id: "kiosk-1" }, { id: "kiosk-2" }];
	// A Saturday morning, 07:29:50 in the office.
	vi.setSystemTime("2026-11-21T00:29:50Z");
	const told: string[] = [];
	const opening = watchOpening(kiosks, isOpenNow, (room, status) => {
		told.push(`${room} ${status.topic === "office" && status.open}`);
	});
	expect(opening.status()).toEqual({ topic: "office", open: false });
	vi.advanceTimersByTime(20_000);
	expect(told).toEqual(["kiosk:kiosk-1 true", "kiosk:kiosk-2 true"]);
	vi.advanceTimersByTime(4 * 60 * 60 * 1000);
	expect(told.slice(2)).toEqual(["kiosk:kiosk-1 false", "kiosk:kiosk-2 false"]);
	opening.stop();
});
