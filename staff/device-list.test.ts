import { expect, it } from "vitest";
import { stillWaiting } from "./device-list.ts";

const board = {
	id: "1",
	role: "board",
	place: "tang-2",
	address: "192.168.1.31",
	askedAt: "2026-11-21T01:00:00Z",
	expiresInMs: 600_000,
} as const;

it("a device waits for as long as its code holds, and has less and less of it left", () => {
	expect(stillWaiting([board], 0)).toEqual([board]);
	expect(stillWaiting([board], 599_000)).toEqual([{ ...board, expiresInMs: 1_000 }]);
	expect(stillWaiting([board], 600_000)).toEqual([]);
});
