import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problemStatus } from "./problems.ts";

test("every refusal stands with its status in docs/API.md, and nothing else does", () => {
	const page = readFileSync(new URL("../../docs/API.md", import.meta.url), "utf8");
	const told = new Map<string, number>();
	for (const [, codes = "", status] of page.matchAll(/^\| (`[a-z-]+\/.*?) \| ([0-9]{3}) \|/gm)) {
		for (const [, code = ""] of codes.matchAll(/`([^`]+)`/g)) told.set(code, Number(status));
	}
	expect(Object.fromEntries(told)).toEqual(problemStatus);
});
