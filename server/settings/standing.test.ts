import { expect, test } from "vitest";
import { createStanding } from "./standing.ts";

test("who holds it reads what it has become, whole or in part; what was taken out of it stays", () => {
	const first = { name: "Xã Mẫu", services: ["ho-tich"], ticker: ["Mang theo căn cước."] };
	const standing = createStanding<{ name: string; services: string[]; ticker?: string[] }>(first);
	const held = standing.now;
	const taken = held.services;
	standing.become({ name: "Xã Mới", services: ["dat-dai", "ho-tich"] });
	expect(held.name).toBe("Xã Mới");
	expect("ticker" in held).toBe(false);
	expect({ ...held }).toEqual({ name: "Xã Mới", services: ["dat-dai", "ho-tich"] });
	expect(JSON.stringify(held)).toBe('{"name":"Xã Mới","services":["dat-dai","ho-tich"]}');
	expect(taken).toEqual(["ho-tich"]);
	expect(() => {
		held.name = "Khác";
	}).toThrow(TypeError);
	expect(first.name).toBe("Xã Mẫu");
});
