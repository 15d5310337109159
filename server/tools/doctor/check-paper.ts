import { amountOf } from "./amount.ts";
import { type Finding, ok, wrong } from "./finding.ts";

/** A specimen of a ticket that was made ready for one kind of printer, and not printed. */
export interface Specimen {
	widthDots: number;
	bytes: number;
	tookMs: number;
}

export function checkPaper(drawn: Specimen[] | { fault: string }): Finding {
	if ("fault" in drawn) {
		return wrong(
			"paper",
			`no ticket can be drawn: ${drawn.fault}`,
			"npm ci && npm run build on a machine of this kind (Windows and Linux, Intel and ARM need packages of their own)",
		);
	}
	const said = drawn.map(
		({ widthDots, bytes, tookMs }) =>
			`${widthDots} dots wide: ${amountOf(bytes)} in ${Math.round(tookMs)} ms`,
	);
	return ok(
		"paper",
		`letters are there and a specimen was drawn (not printed), ${said.join("; ")}`,
	);
}
