import { expect, test } from "vitest";
import { availableIn, checkMachine } from "./check-machine.ts";
import { saidOf } from "./said-of.ts";

test("a machine with little memory or one processor is noted, and what a hub holds is not missed twice", () => {
	const machine = { processors: 2, memoryBytes: 8e9, availableBytes: 4e9, hubRuns: false };
	expect(checkMachine(machine).state).toBe("ok");
	expect(saidOf(checkMachine({ ...machine, memoryBytes: 0.9e9 }))).toMatch(/^note .*2 GB or more/);
	expect(checkMachine({ ...machine, availableBytes: 0.2e9 }).state).toBe("note");
	expect(checkMachine({ ...machine, availableBytes: 0.2e9, hubRuns: true }).state).toBe("ok");
	expect(saidOf(checkMachine({ ...machine, processors: 1 }))).toMatch(/^note 1 processor, /);
	expect(availableIn("MemTotal: 9 kB\nMemAvailable:    1000 kB\n")).toBe(1_024_000);
	expect(availableIn("")).toBeNull();
});
