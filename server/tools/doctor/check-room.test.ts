import { expect, test } from "vitest";
import { checkRoom } from "./check-room.ts";
import { saidOf } from "./said-of.ts";

test("room is told in days of this office, by the fullest of its last ten", () => {
	const room = {
		freeBytes: 80e9,
		freeFiles: 1e6,
		daysBytes: [1e6, 2e6, ...Array(9).fill(1e6), 9e6],
	};
	expect(saidOf(checkRoom(room))).toBe(
		"ok 80 GB free: more than 10 years (at 2 MB a day, the fullest of the last 10)",
	);
	expect(saidOf(checkRoom({ ...room, daysBytes: [] }))).toContain(
		"there is no finished day here yet",
	);
	expect(saidOf(checkRoom({ ...room, freeBytes: 300e6 }))).toMatch(/^note 300 MB free: 4 months/);
	expect(saidOf(checkRoom({ ...room, freeBytes: 90e6 }))).toMatch(/^wrong 90 MB free: 45 days/);
	expect(saidOf(checkRoom({ ...room, freeBytes: 1e9, daysBytes: [0.2e9] }))).toMatch(
		/^wrong 1 GB free: 5 days/,
	);
	expect(saidOf(checkRoom({ ...room, freeFiles: 20 }))).toMatch(
		/^wrong 80 GB free, 20 more files: 5 days .* -> df -i/,
	);
	expect(checkRoom({ ...room, freeFiles: null }).state).toBe("ok");
});
