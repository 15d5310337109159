import { expect, test } from "vitest";
import { displayWords } from "./display.ts";
import { phoneWords } from "./phone.ts";
import { staffWords } from "./staff.ts";

const { vi, en } = displayWords;

test.each([
	["3", "quầy số 3", "Quầy 3", "counter 3"],
	["12A", "quầy số 12A", "Quầy 12A", "counter 12A"],
	["VIP", "quầy VIP", "Quầy VIP", "counter VIP"],
	["Tiếp dân", "quầy Tiếp dân", "Quầy Tiếp dân", "counter Tiếp dân"],
	["Quầy 5", "quầy số 5", "Quầy 5", "counter 5"],
	["quầy số 5", "quầy số 5", "Quầy 5", "counter 5"],
	["Quầy", "quầy Quầy", "Quầy Quầy", "counter Quầy"],
])("a counter labelled %s is %s", (label, name, short, english) => {
	const plain = (text: string) => text.replaceAll("\u00a0", " ");
	expect(plain(vi.board.call("A001", label))).toBe(`Mời số A001 đến ${name}`);
	expect(name.startsWith(vi.board.goTo(label).slice("đến ".length))).toBe(true);
	expect(plain(vi.board.counterShort(label))).toBe(short);
	expect(plain(en.board.callLast("A001", label))).toContain(`please go to ${english}`);
	expect(plain(phoneWords.vi.counter(label))).toBe(name);
	expect(plain(phoneWords.vi.serving(label))).toBe(`Đang phục vụ tại ${name}`);
	expect(plain(phoneWords.vi.missedHint(label))).toContain(`ngay ${name} và`);
	expect(plain(staffWords.vi.counter(label))).toBe(`Q${name.slice(1)}`);
});

test("several counters are numbers together, or each its own word", () => {
	expect(phoneWords.vi.counters(["1", "2"])).toBe("Tại quầy số\u00a01, 2");
	expect(phoneWords.vi.counters(["1", "Tiếp dân"])).toBe("Tại quầy\u00a01, Tiếp dân");
});
