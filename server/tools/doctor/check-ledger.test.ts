import { expect, test } from "vitest";
import type { DayCheck } from "../check-day.ts";
import { checkLedger } from "./check-ledger.ts";
import { saidOf } from "./said-of.ts";

test("a ledger that is whole, another office's, damaged or none", () => {
	const sound: DayCheck = {
		events: 9,
		tickets: 4,
		closed: false,
		goodBytes: 900,
		cutShort: null,
		damage: null,
	};
	const ledger = {
		office: "xa-mau",
		offices: ["xa-mau"],
		days: 12,
		newest: { day: "2026-11-21", check: sound },
		hubRuns: false,
		damaged: [],
	};
	expect(saidOf(checkLedger(ledger))).toBe(
		"ok 12 days, the newest 2026-11-21: 4 numbers, every line whole",
	);
	const damage = "2026-11-21.jsonl, line 3: the sum is wrong";
	const cutShort = { day: "2026-11-21", check: { ...sound, cutShort: damage } };
	expect(saidOf(checkLedger({ ...ledger, newest: cutShort }))).toMatch(
		/^note .*not whole: .*line 3/,
	);
	expect(checkLedger({ ...ledger, newest: cutShort, hubRuns: true }).state).toBe("ok");
	expect(
		saidOf(checkLedger({ ...ledger, newest: { day: "2026-11-21", check: { ...sound, damage } } })),
	).toMatch(/^wrong .*line 3.*npm run ledger -- verify/);
	const later = "line 7: the line has form 3. Run the version of the hub that wrote it.";
	expect(
		saidOf(
			checkLedger({
				...ledger,
				newest: { day: "2026-11-21", check: { ...sound, damage: later } },
			}),
		),
	).toMatch(/-> that version, or a restore/);
	expect(saidOf(checkLedger({ ...ledger, damaged: ["/d/accounts.json"] }))).toMatch(
		/^wrong damaged: \/d\/accounts/,
	);
	expect(saidOf(checkLedger({ ...ledger, newest: null, offices: ["xa-khac"] }))).toMatch(
		/^note none of xa-mau, but of xa-khac/,
	);
	expect(saidOf(checkLedger({ ...ledger, newest: null, offices: [] }))).toBe("ok no day yet");
});
