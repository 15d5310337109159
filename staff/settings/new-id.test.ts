import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

test("an id is one that nothing has, and nothing ever had", () => {
	expect(newId("quay", [])).toBe("quay-1");
	expect(newId("quay", ["quay-1", "quay-2", "linh-vuc-3", "quay-4"])).toBe("quay-3");
});
