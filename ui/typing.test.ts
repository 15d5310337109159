import { expect, test } from "vitest";
import { erased, typed } from "./typing.ts";

test("letters follow one another, those that Vietnamese adds among them", () => {
	expect([..."đăng ký"].reduce((text, letter) => typed(text, letter, 100), "")).toBe("đăng ký");
});

test("a space neither begins a text nor follows another", () => {
	expect(typed("", " ", 100)).toBe("");
	expect(typed("khai ", " ", 100)).toBe("khai ");
	expect(typed("khai", " ", 100)).toBe("khai ");
});

test("what would be too long is not typed", () => {
	expect(typed("khai", "s", 4)).toBe("khai");
	expect(typed("kha", "i", 4)).toBe("khai");
});

test("one press takes away one letter with all its marks", () => {
	expect(erased("hộ".normalize("NFD"))).toBe("h");
	expect(erased("sổ đỏ")).toBe("sổ đ");
	expect(erased("")).toBe("");
});
