import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWedge, readScan } from "./scan.ts";

describe("what a code says", () => {
	test.each([
		[
			"http://192.168.1.10:8080/t/Ab3_-cdefghijklmnopqrs",
			{ is: "ticket", ticketId: "Ab3_-cdefghijklmnopqrs" },
		],
		[
			"https://motcua.xamau.gov.vn/t/AAAAAAAAAAAAAAAAAAAAAA",
			{ is: "ticket", ticketId: "A".repeat(22) },
		],
		["1.001193", { is: "procedure", code: "1.001193" }],
		["https://dichvucong.gov.vn/thu-tuc?ma=2.000635", { is: "procedure", code: "2.000635" }],
		// The square of an identity card: number, name, birthday. It is nobody's business.
		["001060012345|012345678|NGUYEN VAN A|01011960|Nam|Xa Mau|01012021", { is: "unread" }],
		["8934563138164", { is: "unread" }],
		["http://192.168.1.10:8080/t/qua-ngan", { is: "unread" }],
		["", { is: "unread" }],
	])("%s", (text, scan) => {
		expect(readScan(text)).toEqual(scan);
	});
});

describe("a reader that types", () => {
	/** Types text key by key, each so long after the one before; answers with what was read at the Enter. */
	function type(text: string, everyMs: number, wedge = createWedge(), fromMs = 0) {
		const keys = [...text].flatMap((letter) =>
			/[A-Z]/.test(letter) ? ["Shift", letter] : [letter],
		);
		let atMs = fromMs;
		for (const key of keys) {
			atMs += everyMs;
			expect(wedge.key(key, atMs)).toBeNull();
		}
		return wedge.key("Enter", atMs + everyMs);
	}

	test("is told from a person by its pace, and gives what it read at its Enter", () => {
		const text = "http://192.168.1.10:8080/t/Ab3_-cdefghijklmnopqrs";
		expect(type(text, 8)).toBe(text);
		expect(type("NGUYEN VAN BINH", 8)).toBe("NGUYEN VAN BINH");
		expect(type("nguyen van binh", 120)).toBeNull();
	});

	test("that is slow, or whose machine is busy, is heard where it says something of this house", () => {
		const text = "http://192.168.1.10:8080/t/Ab3_-cdefghijklmnopqrs";
		expect(type(text, 120)).toBe(text);
		expect(type("2.000635", 200)).toBe("2.000635");
		expect(type("2.000635", 300)).toBeNull();
	});

	test("has all of an identity card told from typing, though one key came late", () => {
		const wedge = createWedge();
		const card = "001060012345|012345678|NGUYEN VAN BINH|01011960|Nam";
		let atMs = 0;
		for (const [at, letter] of [...card].entries()) {
			atMs += at === 20 ? 180 : 10;
			wedge.key(letter, atMs);
		}
		expect(wedge.key("Enter", atMs + 10)).toBe(card);
	});

	test("gives a code as it was read, whatever a person typed right before", () => {
		const wedge = createWedge();
		for (const [at, key] of ["k", "h", "a", "i", " "].entries()) wedge.key(key, at * 150);
		expect(type("1.001193", 10, wedge, 2_000)).toBe("1.001193");
	});

	test("is not taken for one by a word of five letters, however fast it came", () => {
		expect(type("12345", 5)).toBeNull();
	});

	test("is never seen in words that a person types, in whatever rhythm above 50 ms", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(fc.constantFrom(..."đăng ký khai sinh 12"), fc.integer({ min: 51, max: 900 })),
				),
				(keys) => {
					const wedge = createWedge();
					let atMs = 0;
					for (const [key, pauseMs] of keys) {
						atMs += pauseMs;
						expect(wedge.key(key, atMs)).toBeNull();
					}
					expect(wedge.key("Enter", atMs + 51)).toBeNull();
				},
			),
		);
	});
});
