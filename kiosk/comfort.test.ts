import { describe, expect, test } from "vitest";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { comfortMarks, isUsual, usualComfort } from "./comfort.ts";
import { escaped } from "./keys.ts";
import { type Action, type KioskState, secondsLeft, shown, step, untouched } from "./state.ts";

const wanted: Action[] = [
	{ type: "text-sized", text: "largest" },
	{ type: "comfort-switched", comfort: "highContrast" },
	{ type: "comfort-switched", comfort: "lowReach" },
];
const home: Action = { type: "open", screen: { name: "home" } };

describe("how a person wants the screen", () => {
	test("each choice is marked on the page, and as usual it has no mark", () => {
		expect(comfortMarks(walk(...wanted).comfort)).toEqual({
			text: "largest",
			contrast: "high",
			reach: "low",
		});
		expect(comfortMarks(usualComfort)).toEqual({ text: null, contrast: null, reach: null });
	});

	test("a second touch takes a choice back, and one touch takes all back", () => {
		const twice = walk(...wanted.slice(1), ...wanted.slice(1));
		expect(isUsual(twice.comfort)).toBe(true);
		expect(isUsual(walk(...wanted).comfort)).toBe(false);
		expect(isUsual(walk(...wanted, { type: "comfort-reset" }).comfort)).toBe(true);
	});

	test("it holds from screen to screen, and the screen one is on stays under the choice", () => {
		const there = walk(home, { type: "panel-asked", panel: "comfort" }, ...wanted, {
			type: "back",
		});
		expect([shown(there).name, there.panel]).toEqual(["home", null]);
		const further = walk.from(there, { type: "open", screen: { name: "service" } });
		expect(further.comfort).toBe(there.comfort);
		expect(walk.from(further, { type: "home" }).comfort).toBe(there.comfort);
	});

	test("one panel opens in place of the other", () => {
		const both = walk(
			{ type: "panel-asked", panel: "languages" },
			{ type: "panel-asked", panel: "comfort" },
		);
		expect(both.panel).toBe("comfort");
	});
});

describe("goes with the person:", () => {
	test("when they go back as far as the start", () => {
		expect(walk(home, ...wanted, { type: "back" }).comfort).toEqual(usualComfort);
	});

	test("when they say that they are done", () => {
		expect(walk(home, ...wanted, { type: "start-over" }).comfort).toEqual(usualComfort);
	});

	test("when nobody answers whether they are still there", () => {
		const asking = step(walk(home, ...wanted), { type: "tick" }, 60_000);
		expect(asking.comfort).not.toEqual(usualComfort);
		expect(step(asking, { type: "tick" }, 90_000).comfort).toEqual(usualComfort);
	});

	test("when it was chosen on the start screen and nobody began", () => {
		const chosen = walk(...wanted);
		expect(step(chosen, { type: "tick" }, 59_999)).toBe(chosen);
		expect(step(chosen, { type: "tick" }, 60_000).comfort).toEqual(usualComfort);
	});

	test("when the number's time on the screen is over, which each touch begins anew for who needs it", () => {
		const numbered = withNumber(walk(home, ...wanted));
		expect(secondsLeft(numbered, 0)).toBe(15);
		const touched = step(numbered, { type: "touched", key: null }, 10_000);
		expect(secondsLeft(touched, 10_000)).toBe(15);
		expect(step(touched, { type: "tick" }, 24_999)).toBe(touched);
		const over = step(touched, { type: "tick" }, 25_000);
		expect([shown(over).name, over.comfort]).toEqual(["start", usualComfort]);
	});

	test("and who has the screen as usual keeps nobody waiting by a touch", () => {
		const touched = step(withNumber(walk(home)), { type: "touched", key: null }, 10_000);
		expect(shown(step(touched, { type: "tick" }, 15_000)).name).toBe("start");
	});
});

describe("Escape", () => {
	test("answers the question, closes the panel, keeps the number, and leads back, in this order", () => {
		const asking = step(walk(home), { type: "tick" }, 60_000);
		expect(escaped(asking)).toEqual({ type: "stay" });
		expect(escaped(walk({ type: "panel-asked", panel: "comfort" }))).toEqual({ type: "back" });
		expect(escaped(walk(home))).toEqual({ type: "back" });
		expect(escaped(walk())).toBeNull();
		expect(escaped(withNumber(walk(home)))).toBeNull();
	});
});

/** A number whose slip is printed, in a kiosk that is touched by nobody since. */
function withNumber(state: KioskState): KioskState {
	const wish = { serviceId: "tu-phap", priorityClass: null, procedureCode: null, visit: [] };
	const sent = { wish, key: "khóa", body: { ...wish, language: "vi" } };
	const asked = step(state, { type: "order-sent", sent }, 0);
	return step(asked, { type: "order-answered", answer }, 0);
}

const answer: TicketAnswer = {
	ticket: {
		id: "v",
		number: "A012",
		serviceId: "tu-phap",
		serviceName: { vi: "Tư pháp", en: "Civil status" },
		procedureCode: null,
		priorityClass: null,
		state: "waiting",
		issuedAt: "2026-07-23T01:02:03.000Z",
		language: "vi",
		files: 1,
		visit: [],
		appointmentAt: null,
		calledAt: null,
		counter: null,
		callCount: 0,
	},
	ahead: 3,
	wait: null,
	followUrl: "http://localhost/t/v",
	print: { jobId: "j", state: "confirmed" },
};

function walk(...actions: Action[]): KioskState {
	return walk.from(untouched("vi", 0), ...actions);
}
walk.from = (state: KioskState, ...actions: Action[]) =>
	actions.reduce((now, action) => step(now, action, 0), state);
