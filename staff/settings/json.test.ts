import fc from "fast-check";
import { expect, test } from "vitest";
import { isSame, kindOf, moved, pointerOf, valueAt, withValueAt } from "./json.ts";

const office = {
	name: { vi: "Xã Mẫu", en: "Mẫu Commune" },
	services: [
		{ id: "ho-tich", prefix: "A" },
		{ id: "dat-dai", prefix: "E" },
	],
};

test("a value is found, put and taken away by its path, and the office before it stays", () => {
	const before = JSON.stringify(office);
	expect(valueAt(office, ["services", 1, "prefix"])).toBe("E");
	expect(valueAt(office, ["services", 7, "prefix"])).toBeUndefined();
	const put = withValueAt(office, ["services", 1, "seats", "vi"], "Hàng ghế trước quầy 4");
	expect(valueAt(put, ["services", 1, "seats"])).toEqual({ vi: "Hàng ghế trước quầy 4" });
	expect(withValueAt(office, ["services", 0], undefined)).toEqual({
		...office,
		services: [office.services[1]],
	});
	expect(withValueAt(office, ["name", "en"], undefined)).toEqual({
		...office,
		name: { vi: "Xã Mẫu" },
	});
	expect(withValueAt(office, ["ticker", 0], { vi: "Nghỉ lễ" })).toHaveProperty("ticker", [
		{ vi: "Nghỉ lễ" },
	]);
	expect(JSON.stringify(office)).toBe(before);
});

test("what is put back where it was is the same office, letter by letter", () => {
	fc.assert(
		fc.property(fc.constantFrom("name", "services"), fc.string(), (key, text) => {
			const was = valueAt(office, [key]);
			const other = withValueAt(office, [key], text);
			expect(isSame(office, other)).toBe(false);
			expect(JSON.stringify(withValueAt(other, [key], was))).toBe(JSON.stringify(office));
		}),
	);
});

test("items change places, and paths are named", () => {
	expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
	expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
	expect(pointerOf(["services", 0, "a/b~"])).toBe("/services/0/a~1b~0");
	expect(kindOf(["services", 0, "name", "vi"])).toBe("services/name/vi");
});
