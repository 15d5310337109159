import fc from "fast-check";
import { expect, it } from "vitest";
import { numbersFromBytes, numbersToBytes } from "./number-bytes.ts";

it("whole numbers come back from bytes as they were", () => {
	const number = fc.oneof(fc.nat(200), fc.nat(2 ** 31 - 1));
	fc.assert(
		fc.property(fc.array(number), (numbers) => {
			const before = Uint32Array.from(numbers);
			expect(numbersFromBytes(numbersToBytes(before), before.length)).toEqual(before);
		}),
	);
});

it("what climbs slowly takes a byte each", () => {
	const numbers = Uint32Array.from({ length: 1000 }, (_, at) => at * 3);
	expect(numbersToBytes(numbers).length).toBe(1000);
});
