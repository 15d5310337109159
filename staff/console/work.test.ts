import { expect, test } from "vitest";
import type { Answer } from "../../ui/api.ts";
import type { Question } from "./question.ts";
import { freeSeat } from "./rehearsal.ts";
import type { Held } from "./seat.ts";
import type { Done } from "./send.ts";
import { ticketActs } from "./ticket-acts.ts";
import { keepWork } from "./work.ts";

const held: Held = { id: "phieu-5", number: "A005", serviceId: "ho-tich", state: "waiting" };
const callIt = ticketActs.find(({ name }) => name === "call") as (typeof ticketActs)[number];
const done: Answer<Done> = { ok: true, status: 200, value: {} };
const reasonNeeded: Answer<Done> = {
	ok: false,
	status: 409,
	problem: { code: "ticket/reason-needed", status: 409, type: "", title: "", detail: "" },
};

/** A console whose hub answers when the test says. */
function atWork() {
	const answers: ((answer: Answer<Done>) => void)[] = [];
	const work = keepWork({
		seat: () => freeSeat,
		send: () => new Promise((answer) => void answers.push(answer)),
		undoMs: () => 15_000,
		onSessionOver: () => {},
	});
	return { work, answers: (answer: Answer<Done>) => answers.shift()?.(answer) };
}

test("a question that is answered closes, and a number that is called out of turn leads to its reason", async () => {
	const { work, answers } = atWork();
	work.asking.value = { about: "parking", ticket: held };
	const parked = work.answer({ path: "park", body: { ticketId: held.id } }, null);
	answers(done);
	expect(await parked).toBe(true);
	expect(work.asking.value).toBeNull();

	work.asking.value = { about: "ticket", number: held.number };
	const called = work.pressOn(callIt, held);
	answers(reasonNeeded);
	await called;
	expect(work.asking.value).toEqual({ about: "calling", ticket: held });
});

test("what an officer has gone on to before the answer came stays as it is", async () => {
	for (const next of [null, { about: "ticket", number: "A007" }] satisfies (Question | null)[]) {
		const { work, answers } = atWork();
		work.asking.value = { about: "parking", ticket: held };
		const parked = work.answer({ path: "park", body: { ticketId: held.id } }, null);
		work.asking.value = next;
		answers(done);
		expect(await parked).toBe(true);
		expect(work.asking.value).toBe(next);

		for (const answer of [reasonNeeded, done]) {
			work.asking.value = { about: "ticket", number: held.number };
			const called = work.pressOn(callIt, held);
			work.asking.value = next;
			answers(answer);
			await called;
			expect(work.asking.value).toBe(next);
		}
	}
});
