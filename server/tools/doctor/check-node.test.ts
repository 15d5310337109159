import { expect, test } from "vitest";
import { checkNode } from "./check-node.ts";

const engines = ">=20.19.0 <21 || >=22.12.0";

test.each([
	["20.18.9", "wrong"],
	["20.19.0", "ok"],
	["20.20.2", "ok"],
	["21.7.3", "wrong"],
	["22.11.0", "wrong"],
	["22.12.0", "ok"],
	["24.1.0", "ok"],
])("Node.js %s is %s", (version, state) => {
	expect(checkNode(version, engines).state).toBe(state);
});

test("a range of package.json that cannot be read is no silent yes", () => {
	expect(() => checkNode("20.20.2", "^20")).toThrow('"^20"');
});
