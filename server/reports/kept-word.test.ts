import { expect, test } from "vitest";
import type { Command } from "../queue/command.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { keptWordOfDay } from "./kept-word.ts";

/** A day of one counter, and what its supervisor would read about it. */
function day() {
	const word = keptWordOfDay();
	const office = queueDay(undefined, (_state, event) => word.saw(event));
	office.open("quay-1");
	const take = (told?: { lowMin: number; highMin: number }, serviceId = "ho-tich") => {
		const command: Command = {
			type: "issue-ticket",
			serviceId,
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
			...(told && { told }),
		};
		const decided = office.apply(command);
		if (!decided.ok) throw new Error(decided.refusal.code);
		return [...office.state.tickets.keys()].at(-1) ?? "";
	};
	const undo = () => office.apply({ type: "undo", counterId: "quay-1", officer: lan });
	return { ...office, take, undo, word: () => word.standing() };
}

const fiveToTen = { lowMin: 5, highMin: 10 };
const tenToTwenty = { lowMin: 10, highMin: 20 };

test("who was called within what was said waited as told; who was called before or after it did not", () => {
	const { take, wait, callNext, word } = day();
	for (const told of [fiveToTen, fiveToTen, tenToTwenty]) take(told);
	take();
	wait(4);
	callNext("quay-1");
	wait(4);
	callNext("quay-1");
	wait(15);
	callNext("quay-1");
	expect(word()).toEqual({
		told: 3,
		asTold: 1,
		sooner: 1,
		later: 1,
		waiting: 0,
		left: 0,
		untold: 1,
		ranges: [
			{ ...fiveToTen, told: 2, asTold: 1, sooner: 1, later: 0, waiting: 0, left: 0 },
			{ ...tenToTwenty, told: 1, asTold: 0, sooner: 0, later: 1, waiting: 0, left: 0 },
		],
		services: [
			{ serviceId: "ho-tich", told: 3, asTold: 1, sooner: 1, later: 1, waiting: 0, left: 0 },
		],
	});
});

test("both bounds are still as told", () => {
	const { take, until, now, callNext, word } = day();
	const begun = now();
	take({ lowMin: 5, highMin: 5 });
	until(begun + 5 * 60_000);
	callNext("quay-1");
	expect(word()).toMatchObject({ told: 1, asTold: 1 });
});

test("only the first call counts, and none that was undone", () => {
	const { take, wait, callNext, undo, word } = day();
	take(fiveToTen);
	wait(2);
	callNext("quay-1");
	undo();
	expect(word()).toMatchObject({ told: 1, waiting: 1 });
	wait(5);
	callNext("quay-1");
	wait(30);
	expect(word()).toMatchObject({ told: 1, asTold: 1 });
});

test("who was called, missed and let in again had the first call as told, whenever the second came", () => {
	const { take, wait, callNext, apply, word } = day();
	const ticketId = take(fiveToTen);
	wait(6);
	callNext("quay-1");
	const where = { counterId: "quay-1", officer: lan };
	apply({ type: "miss", ...where });
	apply({ type: "restore", ticketId, ...where });
	wait(20);
	callNext("quay-1");
	expect(word()).toMatchObject({ told: 1, asTold: 1, later: 0 });
});

test("who gave up or was left when the day ended waited for nothing, and who still waits is neither", () => {
	const { take, apply, word } = day();
	const gone = take(fiveToTen);
	take(fiveToTen, "chung-thuc");
	apply({ type: "give-up", ticketId: gone });
	expect(word()).toMatchObject({ told: 2, left: 1, waiting: 1 });
	apply({ type: "close-day" });
	expect(word()).toMatchObject({ told: 2, left: 2, waiting: 0 });
	expect(word().services.map(({ serviceId }) => serviceId)).toEqual(["ho-tich", "chung-thuc"]);
});
