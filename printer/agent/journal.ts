import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { AgentOutcome } from "../../protocol/print-agent.ts";
import type { Outcome } from "../device.ts";

/** Which jobs were begun, and how they ended; what was begun is known also after the agent was killed. */
export interface Journal {
	/** How a job ended; `begun` where nothing is known of its end, null where it was never begun. */
	of(jobId: string): Outcome | "begun" | null;
	/** Must return before the first byte goes to the printer. */
	begin(jobId: string): void;
	end(jobId: string, outcome: Outcome): void;
}

/** How many jobs are remembered. A hub asks for a job within a minute of its begin, or never. */
export const jobsRemembered = 500;
/** How many lines the file may grow to before it is written anew. */
const mostLines = 4 * jobsRemembered;

const Line = Type.Object({ jobId: Type.String(), outcome: Type.Optional(AgentOutcome) });
type Line = Static<typeof Line>;

/**
 * Reads what an earlier run has noted in `folder`, and goes on. Each line is one write: a process that is killed leaves it whole or not at all. Nothing is
 * synced: after a power cut the hub no longer waits for an answer. A folder that cannot be written takes the memory of a kill away, and nothing else.
 */
export function openJournal(folder: string, warn: (error: unknown) => void): Journal {
	const file = join(folder, "jobs.jsonl");
	const jobs = new Map<string, Outcome | "begun">();
	for (const { jobId, outcome } of linesOf(file)) keep(jobId, outcome ?? "begun");
	let lines = mostLines;

	function keep(jobId: string, standing: Outcome | "begun"): void {
		// The newest stands last.
		jobs.delete(jobId);
		jobs.set(jobId, standing);
		for (const [oldest] of jobs) {
			if (jobs.size <= jobsRemembered) break;
			jobs.delete(oldest);
		}
	}

	function note(jobId: string, standing: Outcome | "begun"): void {
		keep(jobId, standing);
		try {
			if (lines >= mostLines) writeAnew();
			else appendFileSync(file, textOf(jobId, standing), { mode: 0o600 });
			lines++;
		} catch (error) {
			// What is half written would spoil the next line too.
			lines = mostLines;
			warn(error);
		}
	}

	function writeAnew(): void {
		const text = [...jobs].map(([jobId, standing]) => textOf(jobId, standing)).join("");
		writeFileSync(`${file}.new`, text, { mode: 0o600 });
		renameSync(`${file}.new`, file);
		lines = jobs.size;
	}

	return {
		of: (jobId) => jobs.get(jobId) ?? null,
		begin: (jobId) => note(jobId, "begun"),
		end: (jobId, outcome) => note(jobId, outcome),
	};
}

function textOf(jobId: string, standing: Outcome | "begun"): string {
	const line: Line = standing === "begun" ? { jobId } : { jobId, outcome: standing };
	return `${JSON.stringify(line)}\n`;
}

/** What is no line of ours was cut short by a full disk or a power cut, and is left out. */
function linesOf(file: string): Line[] {
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
		throw error;
	}
	return text.split("\n").flatMap((line) => {
		try {
			const value: unknown = JSON.parse(line);
			return Check(Line, value) ? [value] : [];
		} catch {
			return [];
		}
	});
}
