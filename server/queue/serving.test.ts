import { describe, expect, test } from "vitest";
import type { Command } from "./command.ts";
import { communeSettings, hung, lan, queueDay, refusalOf } from "./rehearsal.ts";
import { servedAt } from "./serving.ts";

const own = { type: "open-counter", counterId: "quay-1", officer: lan } as const;
const usual = { holdsMany: false, takeOver: false };

function day() {
	const hall = queueDay();
	return Object.assign(hall, {
		serves: () => servedAt(hall.state, "quay-1"),
		openFor(services?: string[], officer = lan, takeOver = false): string {
			const command: Command = {
				...own,
				...usual,
				officer,
				takeOver,
				...(services && { services }),
			};
			const opened = hall.apply(command);
			return opened.ok ? opened.value.map(({ type }) => type).join() : refusalOf(opened);
		},
	});
}

describe("an officer who serves some of the counter's services", () => {
	test("calls nobody of the others, whom other counters call", () => {
		const hall = day();
		expect(hall.openFor(["chung-thuc"])).toBe("counter-opened");
		hall.open("quay-2", hung);
		hall.issue("ho-tich");
		expect(hall.callNext("quay-1")).toBeNull();
		hall.issue("chung-thuc");
		expect(hall.callNext("quay-1")).toBe("B001");
		expect(hall.callNext("quay-2", hung)).toBe("A001");
	});

	test("is still sent whoever is kept for the counter", () => {
		const hall = day();
		hall.openFor(["chung-thuc"]);
		hall.open("quay-2", hung);
		hall.issue("ho-tich");
		hall.callNext("quay-2", hung);
		const sent = { type: "transfer", toCounterId: "quay-1" } as const;
		hall.apply({ ...sent, counterId: "quay-2", officer: hung });
		expect(hall.callNext("quay-1")).toBe("A001");
	});

	test("chooses anew while open, and what is chosen already is no event", () => {
		const hall = day();
		expect(hall.openFor()).toBe("counter-opened");
		expect(hall.serves()).toEqual(["ho-tich", "chung-thuc"]);
		expect(hall.openFor(["ho-tich"])).toBe("counter-opened");
		expect(hall.openFor(["ho-tich"])).toBe("");
		expect(hall.openFor()).toBe("");
		expect(hall.serves()).toEqual(["ho-tich"]);
		expect(hall.openFor(["chung-thuc", "ho-tich"])).toBe("counter-opened");
		expect(hall.serves()).toEqual(["ho-tich", "chung-thuc"]);
	});

	test("serves the same after a pause; whoever comes after them serves all", () => {
		const hall = day();
		hall.openFor(["chung-thuc"]);
		hall.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
		hall.openFor();
		expect(hall.serves()).toEqual(["chung-thuc"]);
		hall.openFor(undefined, hung, true);
		expect(hall.serves()).toEqual(["ho-tich", "chung-thuc"]);
		hall.openFor(["chung-thuc"], hung);
		hall.apply({ type: "close-counter", counterId: "quay-1", officer: hung });
		hall.openFor(undefined, hung);
		expect(hall.serves()).toEqual(["ho-tich", "chung-thuc"]);
	});

	test("chooses none that the counter has not", () => {
		const hall = day();
		expect(hall.openFor(["dat-dai"])).toBe("service/not-at-counter");
		expect(hall.state.counters.get("quay-1")?.status).toBe("closed");
	});

	test("serves all that is left when other settings take away what was chosen", () => {
		const hall = day();
		hall.openFor(["chung-thuc"]);
		const [first, second] = communeSettings.counters;
		if (!first || !second) throw new Error("the commune has two counters");
		const counters = [{ ...first, services: ["ho-tich"] }, second];
		hall.apply({ type: "apply-settings", settings: { ...communeSettings, digest: "2", counters } });
		expect(hall.serves()).toEqual(["ho-tich"]);
	});
});

describe("what officers write for each other", () => {
	test("goes along with the person, in the order in which it was written, and is undone with the act", () => {
		const hall = day();
		hall.openFor();
		hall.open("quay-2", hung);
		hall.issue("ho-tich");
		hall.callNext("quay-1");
		const here = { counterId: "quay-1", officer: lan };
		hall.apply({ type: "park", ...here, reason: "  Thiếu bản sao giấy chứng sinh " });
		hall.apply({ type: "unpark", ...here, ticketId: "phieu-1" });
		hall.callNext("quay-1");
		hall.apply({ type: "transfer", ...here, toCounterId: "quay-2", note: "Đã đủ giấy tờ" });
		const notes = () =>
			hall.state.tickets.get("phieu-1")?.notes.map(({ about, text }) => [about, text]);
		expect(notes()).toEqual([
			["parked", "Thiếu bản sao giấy chứng sinh"],
			["transferred", "Đã đủ giấy tờ"],
		]);
		hall.apply({ type: "undo", ...here });
		expect(notes()).toEqual([["parked", "Thiếu bản sao giấy chứng sinh"]]);
	});

	test("is left out of the ledger where it is nothing but space", () => {
		const hall = day();
		hall.openFor();
		hall.issue("ho-tich");
		hall.callNext("quay-1");
		const here = { counterId: "quay-1", officer: lan };
		const parked = hall.apply({ type: "park", ...here, reason: "   " });
		expect(parked.ok && parked.value).toEqual([
			{ type: "ticket-parked", ticketId: "phieu-1", counterId: "quay-1" },
		]);
	});

	test("says why a counter is paused until it goes on; another reason is an event, the same is none", () => {
		const hall = day();
		hall.openFor();
		const pause = (reason?: string) => {
			const done = hall.apply({
				type: "pause-counter",
				counterId: "quay-1",
				officer: lan,
				...(reason !== undefined && { reason }),
			});
			return done.ok && done.value.length;
		};
		const why = () => hall.state.counters.get("quay-1")?.pausedFor;
		expect([pause("Giao ban"), why()]).toEqual([1, "Giao ban"]);
		expect([pause("Giao ban"), pause(), why()]).toEqual([0, 0, "Giao ban"]);
		expect([pause("Nghỉ trưa"), why()]).toEqual([1, "Nghỉ trưa"]);
		hall.openFor();
		expect(why()).toBeNull();
	});
});

describe("since when a counter stands as it does", () => {
	const since = ({ state }: ReturnType<typeof day>) => state.counters.get("quay-1")?.since;

	test("is since when somebody is called or served there, also once it pauses and once it is another officer's", () => {
		const hall = day();
		hall.openFor();
		hall.issue("ho-tich");
		hall.callNext("quay-1");
		hall.wait(2);
		hall.apply({ type: "start", counterId: "quay-1", officer: lan });
		const began = since(hall);
		hall.wait(5);
		hall.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
		hall.wait(5);
		expect(hall.openFor(undefined, hung, true)).toBe("counter-opened");
		expect(hall.state.counters.get("quay-1")?.status).toBe("open");
		expect(since(hall)).toBe(began);
	});

	test("is since when it pauses, where nobody is there", () => {
		const hall = day();
		hall.openFor();
		const opened = since(hall);
		hall.wait(5);
		hall.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
		expect(since(hall)).not.toBe(opened);
		expect(Date.parse(since(hall) ?? "")).toBe(hall.state.clockMs);
	});
});
