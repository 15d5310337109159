import type { Finding } from "./finding.ts";

/** For tests: a finding in one line, as a technician has it. */
export function saidOf(finding: Finding | null): string {
	if (!finding) return "nothing";
	return `${finding.state} ${finding.says}${finding.state === "ok" ? "" : ` -> ${finding.toDo}`}`;
}
