import { expect, test } from "vitest";
import { changeOf } from "../live/change-of.ts";
import type { StampedEvent } from "../queue/event.ts";
import { usualPolicy, usualRules } from "../queue/policy.ts";
import { communeSettings, lan, queueDay } from "../queue/rehearsal.ts";
import { boardView } from "./board.ts";
import { counterScreenRow } from "./counter-screen.ts";
import { phoneRow, ticketOnWire } from "./ticket.ts";
import { allRows } from "./view.ts";

const services = [{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } }];
const atOne = { counterId: "quay-1", officer: lan } as const;

/** A day on which one is called, and what everybody who shows the call says of its being the last: change, board, counter, phone, answer. */
function morning(recallsUntilMissed: number | null) {
	const events: StampedEvent[] = [];
	const rules = { ...usualRules, recallsUntilMissed };
	const day = queueDay({ ...communeSettings, policy: usualPolicy, rules }, (_, event) => {
		events.push(event);
	});
	day.open("quay-1");
	day.issue("ho-tich");
	day.callNext("quay-1");
	return {
		recall: () => day.apply({ type: "recall", ...atOne }),
		start: () => day.apply({ type: "start", ...atOne }),
		undo: () => day.apply({ type: "undo", ...atOne }),
		said() {
			const { state } = day;
			const last = events.at(-1);
			const ticket = state.tickets.get("phieu-1");
			if (!last || !ticket) throw new Error("nobody has come");
			const call = allRows(boardView({ services }), state)["call:A001"];
			return [
				changeOf(state, last)?.isLastCall,
				call?.kind === "call" && call.isLastCall,
				counterScreenRow(services, state, "quay-1")?.current?.isLastCall,
				phoneRow(services, state, ticket).isLastCall,
				ticketOnWire(services, state, ticket).isLastCall,
			];
		},
	};
}

const no = Array(5).fill(undefined);
const yes = Array(5).fill(true);

test("the call after which the next one says that nobody came is said to be the last, everywhere", () => {
	const { recall, said } = morning(2);
	expect(said()).toEqual(no);
	recall();
	expect(said()).toEqual(no);
	recall();
	expect(said()).toEqual(yes);
});

test("whoever has come to it, and a last call that was undone, are none any more", () => {
	const { recall, start, undo, said } = morning(1);
	recall();
	start();
	expect(said().slice(2)).toEqual(no.slice(2));
	undo();
	expect(said().slice(1)).toEqual(yes.slice(1));
});

test("where officers themselves say that nobody came, no call is the last", () => {
	const { recall, said } = morning(null);
	for (let times = 0; times < 5; times++) recall();
	expect(said()).toEqual(no);
});
