import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { tellFinding, tellSum } from "./tell-findings.ts";

test("a line is broken between words, never within a path, and says the same without colours", () => {
	const finding: Finding = {
		about: "DATA_DIR",
		state: "wrong",
		says: "motcua may not write in /var/lib/motcua/data/rat/dai/va/khong/co/cho/ngat",
		toDo: "chown",
	};
	expect(tellFinding(finding, { colours: false, width: 50 })).toBe(
		[
			"WRONG DATA_DIR     motcua may not write in",
			"                   /var/lib/motcua/data/rat/dai/va/khong/co/cho/ngat",
			"                   -> chown",
		].join("\n"),
	);
	expect(tellFinding(finding, { colours: true, width: 50 })).toContain(
		"\u001b[1;31mWRONG \u001b[0mDATA_DIR",
	);
	expect(tellSum([finding, { ...finding, state: "note" }])).toBe("1 thing is wrong, 1 to note.");
	expect(tellSum([])).toBe("Nothing is wrong.");
});
