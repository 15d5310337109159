import { expect, test } from "vitest";
import { evolve } from "./evolve.ts";
import { hung, queueDay } from "./rehearsal.ts";
import { freeze, linesOfState, thaw } from "./snapshot.ts";
import { emptyState } from "./state.ts";

function thawed(lines: Iterable<string>) {
	const thawing = thaw();
	for (const line of lines) thawing.take(line);
	return thawing.state();
}

function busyMorning(tickets = 450) {
	const day = queueDay();
	day.open("quay-1");
	day.open("quay-2", hung);
	for (let ticket = 0; ticket < tickets; ticket++) {
		day.issue(ticket % 3 ? "ho-tich" : "chung-thuc", ticket % 5 ? null : "nguoi-cao-tuoi");
		if (ticket % 2) day.callNext("quay-1");
		if (ticket % 7 === 0) day.callNext("quay-2", hung);
		if (ticket % 14 === 0) day.apply({ type: "miss", counterId: "quay-2", officer: hung });
	}
	day.apply({ type: "stop-hall", reason: "power", note: null });
	day.apply({ type: "resume-hall" });
	day.apply({ type: "set-quota", serviceId: "chung-thuc", quota: 500 });
	day.apply({ type: "close-service", serviceId: "chung-thuc", reason: null });
	day.apply({ type: "open-service", serviceId: "chung-thuc" });
	day.apply({ type: "set-hours", periods: [{ from: "09:00", to: "11:30" }], reason: null });
	day.apply({
		type: "set-policy",
		policy: { classes: { rule: "strict" }, services: "first-come", maxWaitMinutes: 40 },
	});
	return day;
}

test("a state comes back from its lines as it was, and goes on as it would have", () => {
	const day = busyMorning();
	const again = thawed(linesOfState(freeze(day.state)));
	expect(again).toEqual(day.state);
	const later = day.events.length;
	day.issue("ho-tich");
	day.callNext("quay-1");
	for (const event of day.events.slice(later)) if (again) evolve(again, event);
	expect(again).toEqual(day.state);
});

test("what happens after a state was frozen is not in it", () => {
	const day = busyMorning(20);
	const before = structuredClone(day.state);
	const frozen = freeze(day.state);
	day.callNext("quay-1");
	day.issue("chung-thuc");
	day.apply({ type: "close-day" });
	expect(thawed(linesOfState(frozen))).toEqual(before);
});

test("an office's first morning, and lines of another form", () => {
	expect(thawed(linesOfState(freeze(emptyState())))).toEqual(emptyState());
	const [head = "", ...rest] = linesOfState(freeze(busyMorning(3).state));
	expect(thawed([head.replace(/"form":[0-9]+/, '"form":0'), ...rest])).toBeNull();
	expect(thawed([])).toBeNull();
});
