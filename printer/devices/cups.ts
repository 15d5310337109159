import { spawn } from "node:child_process";
import { setTimeout as passed } from "node:timers/promises";
import type { PrinterReason } from "../../protocol/printing.ts";
import {
	type Condition,
	type Device,
	type DeviceJob,
	type Outcome,
	wellCondition,
} from "../device.ts";
import { keepCondition } from "../kept-condition.ts";
import { hindranceIn } from "../readiness.ts";

/** How long CUPS is waited for, in milliseconds. */
export interface CupsTimings {
	/** For one of its commands. */
	commandMs: number;
	/** For a job to leave its line. */
	jobMs: number;
	/** Between two looks at its line. */
	lookMs: number;
}

export const cupsTimings: CupsTimings = { commandMs: 5_000, jobMs: 30_000, lookMs: 500 };

/** What a command of CUPS has ended with; `code` null when it was ended for it. */
interface Ran {
	/** Whether there is such a command at all. */
	began: boolean;
	code: number | null;
	out: string;
	err: string;
}

/**
 * A queue of CUPS, which gets whole jobs (`lp -o raw`) and never says what the printer did: a job that has left its line is `unconfirmed`. How the printer is
 * comes from `lpstat`, as far as the queue's driver tells. Names go to the commands as arguments, never through a shell.
 */
export function cupsDevice(queue: string, timings: CupsTimings = cupsTimings): Device {
	const { condition, onCondition, become } = keepCondition();

	async function look(signal: AbortSignal): Promise<Condition> {
		const { code, out } = await run("lpstat", ["-l", "-p", queue], timings.commandMs, signal);
		if (code !== 0) return { state: "offline", reasons: ["unreachable"] };
		return conditionSaid(out);
	}

	/** The number that CUPS gave the job, as `lp` says it: `request id is MAY-IN-12 (1 file(s))`. */
	async function handedOver({ jobId, bytes }: DeviceJob, signal: AbortSignal) {
		const args = ["-d", queue, "-o", "raw", "-t", jobId];
		const ran = await run("lp", args, timings.commandMs, signal, bytes);
		return { ...ran, request: /request id is (\S+)/.exec(ran.out)?.[1] };
	}

	/** Whether the job has left the line. */
	async function hasLeft(request: string, signal: AbortSignal): Promise<boolean> {
		const until = performance.now() + timings.jobMs;
		while (performance.now() < until && !signal.aborted) {
			const { code, out } = await run("lpstat", ["-o", queue], timings.commandMs, signal);
			if (code === 0 && !out.split(/\s+/).includes(request)) return true;
			await passed(timings.lookMs, undefined, { signal }).catch(() => undefined);
		}
		return false;
	}

	async function ask(signal: AbortSignal): Promise<Condition> {
		const now = await look(signal);
		if (!signal.aborted) become(now);
		return condition();
	}

	return {
		async print(job, { signal }): Promise<Outcome> {
			const before = signal.aborted ? condition() : await ask(signal);
			if (signal.aborted) return { state: "failed", reason: "closed", untouched: true };
			const hindrance = hindranceIn(before);
			if (hindrance) return { state: "failed", reason: hindrance.why, untouched: true };
			const { began, code, request, err } = await handedOver(job, signal);
			if (began && code === null) {
				return { state: "unconfirmed", reason: "timeout", detail: "lp did not end in time" };
			}
			if (code === 0 && request === undefined) {
				return { state: "unconfirmed", reason: "timeout", detail: "lp said no request id" };
			}
			if (code !== 0 || request === undefined) {
				become({ state: "offline", reasons: ["unreachable"] });
				return { state: "failed", reason: "unreachable", untouched: true, detail: err.trim() };
			}
			if (await hasLeft(request, signal)) {
				return { state: "unconfirmed", reason: "timeout", detail: "CUPS hears no printer" };
			}
			// It must not come out when its person has long gone.
			const late = new AbortController().signal;
			await run("cancel", [request], timings.commandMs, late);
			const state = signal.aborted ? "closed" : "timeout";
			return { state: "unconfirmed", reason: state, detail: `${request} was taken back` };
		},
		ask,
		condition,
		onCondition,
		async close() {
			// Each command has ended by itself.
		},
	};
}

/** Keywords of IPP's printer-state-reasons (RFC 8011, section 5.4.12; PWG 5100.9), which CUPS shows as alerts. */
const alerts: readonly { keyword: RegExp; reason: PrinterReason }[] = [
	{ keyword: /\b(cover|door|interlock)-open\b/, reason: "cover-open" },
	{ keyword: /\bmedia-(empty|needed)\b/, reason: "paper-out" },
	{ keyword: /\bcutter|media-jam\b/, reason: "cutter" },
	{ keyword: /\boffline\b|\bconnecting-to-device\b|\btimed-out\b/, reason: "offline" },
	{ keyword: /\bmedia-low\b/, reason: "paper-low" },
];

/** How `lpstat -l -p` says a printer is, in the language of programs (LC_ALL=C). */
export function conditionSaid(said: string): Condition {
	const told = /^\s*Alerts: (.*)$/m.exec(said)?.[1] ?? "";
	const reasons = alerts.flatMap(({ keyword, reason }) => (keyword.test(told) ? [reason] : []));
	const stops = reasons.filter((reason) => reason !== "paper-low");
	if (/^printer \S+ disabled\b/m.test(said)) {
		return { state: "offline", reasons: stops.length > 0 ? stops : ["offline"] };
	}
	if (stops.length > 0) return { state: "blocked", reasons: stops };
	return reasons.length > 0 ? { state: "low", reasons: ["paper-low"] } : wellCondition;
}

function run(
	command: string,
	args: readonly string[],
	withinMs: number,
	signal: AbortSignal,
	input?: Uint8Array,
): Promise<Ran> {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			env: { ...process.env, LC_ALL: "C" },
			stdio: ["pipe", "pipe", "pipe"],
			timeout: withinMs,
			killSignal: "SIGKILL",
			signal,
		});
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			err += text;
		});
		const began = child.pid !== undefined;
		child.on("error", (error) => resolve({ began, code: null, out, err: err || error.message }));
		child.on("close", (code) => resolve({ began, code, out, err }));
		// A command that ends without reading says why by its code.
		child.stdin.on("error", () => undefined);
		child.stdin.end(input);
	});
}
