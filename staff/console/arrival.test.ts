import { expect, it } from "vitest";
import { hasCome } from "./arrival.ts";

const empty = { isFree: true, somebodyWaits: false };
const waited = { isFree: true, somebodyWaits: true };
const busy = { isFree: false, somebodyWaits: true };

it("an officer is told of whoever comes to wait while the counter is free", () => {
	expect(hasCome(empty, waited)).toBe(true);
});

it.each([
	["nobody new has come", waited, waited],
	["they have just finished somebody and others wait", busy, waited],
	["somebody is at the counter, or it calls nobody", { ...empty, isFree: false }, busy],
	["whoever waited has gone", waited, empty],
])("and not when %s", (_, before, now) => {
	expect(hasCome(before, now)).toBe(false);
});
