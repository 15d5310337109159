import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../../protocol/live.ts";
import { lightAsTheyCome } from "./lighting.ts";
import { litMs, sharedLitMs } from "./spotlight.ts";

function called(number: string, callCount = 1): Change {
	return {
		seq: 1,
		type: "called",
		at: "2026-11-21T01:00:00.000Z",
		set: {},
		ticket: { number, serviceId: "ho-tich" },
		counter: { id: "quay-3", label: "3" },
		callCount,
	};
}

describe("the lighting of the board", () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	it("lights a call as it comes and lets it go dark by itself", () => {
		const { lit, take } = lightAsTheyCome();
		take(called("A012"));
		expect(lit.value?.call).toEqual({
			number: "A012",
			counterId: "quay-3",
			counterLabel: "3",
			callCount: 1,
			isLast: false,
		});
		vi.advanceTimersByTime(litMs);
		expect(lit.value).toBeNull();
	});

	it("passes from one call to the next without being told", () => {
		const { lit, take } = lightAsTheyCome();
		take(called("A012"));
		take(called("B003"));
		expect(lit.value?.call.number).toBe("A012");
		vi.advanceTimersByTime(sharedLitMs);
		expect(lit.value?.call.number).toBe("B003");
	});

	it("leaves everything that is not a call alone", () => {
		const { lit, take } = lightAsTheyCome();
		take({ seq: 2, type: "issued", at: "2026-11-21T01:00:00.000Z", set: {} });
		expect(lit.value).toBeNull();
	});
});
