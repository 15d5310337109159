import { describe, expect, test } from "vitest";
import type { PrinterReason, PrinterState, PrinterStatus } from "../protocol/printing.ts";
import { firstReason, nextRollStep, type RollStep } from "./roll-change.ts";

function status(state: PrinterState, ...reasons: PrinterReason[]): PrinterStatus {
	return { id: "may-in-1", state, reasons, waiting: 0 };
}

function walk(...heard: PrinterStatus[]): (RollStep | null)[] {
	const steps: (RollStep | null)[] = [];
	let step: RollStep | null = null;
	for (const word of heard) {
		step = nextRollStep(step, word);
		steps.push(step);
	}
	return steps;
}

describe("a change of the roll", () => {
	test("goes from near its end over out and an open cover to new paper, and stays there until it is seen to", () => {
		expect(
			walk(
				status("ready"),
				status("low", "paper-low"),
				status("blocked", "paper-out", "paper-low"),
				status("blocked", "cover-open", "paper-out"),
				status("blocked", "cover-open"),
				status("ready"),
				status("ready"),
			),
		).toEqual([null, "near-end", "out", "cover-open", "cover-open", "new-paper", "new-paper"]);
	});

	test("may begin before the paper is out, and with the printer switched off meanwhile", () => {
		expect(
			walk(
				status("low", "paper-low"),
				status("blocked", "cover-open"),
				status("offline", "unreachable"),
				status("ready"),
			),
		).toEqual(["near-end", "cover-open", "cover-open", "new-paper"]);
	});

	test("a used roll put in is near its end again", () => {
		expect(walk(status("blocked", "paper-out"), status("low", "paper-low"))).toEqual([
			"out",
			"near-end",
		]);
	});

	test("is not what an opened cover, a pause or a lost line is about while there is paper", () => {
		expect(
			walk(
				status("blocked", "cover-open"),
				status("ready"),
				status("blocked", "paused"),
				status("offline", "unreachable"),
				status("ready"),
			),
		).toEqual([null, null, null, null, null]);
	});
});

describe("what is said first", () => {
	test("is what a hand can mend at once", () => {
		expect(firstReason([status("blocked", "paper-low", "paper-out", "cover-open")])).toBe(
			"cover-open",
		);
		expect(firstReason([status("offline", "unreachable"), status("blocked", "paper-out")])).toBe(
			"paper-out",
		);
	});

	test("of a printer that gives no reason is that it is off, or that it has a fault", () => {
		expect(firstReason([status("offline")])).toBe("offline");
		expect(firstReason([status("blocked")])).toBe("error");
	});

	test("is nothing of a printer that prints", () => {
		expect(firstReason([status("low", "paper-low"), status("ready")])).toBeNull();
	});
});
