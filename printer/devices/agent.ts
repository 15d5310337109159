import { type JobEnded, largestJobBytes } from "../../protocol/print-agent.ts";
import type { JobReason } from "../../protocol/printing.ts";
import type { AgentChannel, AgentSettings, AgentSwitchboard } from "../agent-switchboard.ts";
import type { Condition, Course, Device, DeviceJob, Outcome } from "../device.ts";
import { keepCondition } from "../kept-condition.ts";

/** How long a print agent is waited for. */
export interface AgentPatience {
	/** For it to come back and tell, when its line was lost after a job was handed over. */
	backMs: number;
	/** For the end of a job that should end soon. */
	cancelMs: number;
}

export const usualAgentPatience: AgentPatience = { backMs: 20_000, cancelMs: 1_500 };

/**
 * A printer that hangs on another machine, where a print agent speaks to it. What happens to a job is the agent's word. A job that was
 * handed over is never handed over again: where the line is lost meanwhile, the agent is asked for it when it is back.
 */
export function agentDevice(
	name: string,
	switchboard: AgentSwitchboard,
	settings: AgentSettings,
	patience: AgentPatience = usualAgentPatience,
): Device {
	let channel: AgentChannel | null = null;
	const { condition, onCondition, become } = keepCondition(away);
	let running: Running | null = null;
	let closed = false;

	const leave = switchboard.expect(name, settings, {
		arrived(there, next) {
			channel = there;
			become(next);
			if (running) void lookInto(running, there);
		},
		left() {
			channel = null;
			become(away);
			running?.lost();
		},
		condition: become,
		blocked({ jobId, reason }) {
			if (running?.jobId === jobId) running.blocked(reason);
		},
		ended({ jobId, outcome }: JobEnded) {
			if (running?.jobId === jobId) running.end(outcome);
		},
	});

	/** What has become of a job whose line was lost. An agent that was started anew may have begun it and not know. */
	async function lookInto(job: Running, there: AgentChannel): Promise<void> {
		const standing = await there.standing(job.jobId);
		if (running !== job || channel !== there) return;
		switch (standing?.state) {
			case undefined:
				there.cutOff();
				return;
			case "printing":
				job.found(standing.blocked);
				return;
			case "ended":
				job.end(standing.outcome);
				return;
			case "unknown":
				job.end(
					there.run === job.run
						? untouched("closed", "it was lost on its way to the print agent")
						: unconfirmed("the print agent was started anew and does not know it"),
				);
		}
	}

	function handOver(job: DeviceJob, course: Course, there: AgentChannel): Promise<Outcome> {
		const { jobId } = job;
		const { signal } = course;
		return new Promise((resolve) => {
			let lostTimer: NodeJS.Timeout | undefined;
			let cancelTimer: NodeJS.Timeout | undefined;
			let blocked: JobReason | null = null;
			const mine: Running = {
				jobId,
				run: there.run,
				end(outcome) {
					if (running !== mine) return;
					running = null;
					clearTimeout(lostTimer);
					clearTimeout(cancelTimer);
					signal.removeEventListener("abort", cancel);
					resolve(outcome);
				},
				blocked(reason) {
					if (reason === blocked) return;
					blocked = reason;
					course.onBlocked(reason);
				},
				lost() {
					if (signal.aborted) {
						mine.end(unconfirmed("the print agent's line was lost"));
						return;
					}
					lostTimer ??= setTimeout(
						() => mine.end(unconfirmed("the print agent did not come back in time")),
						patience.backMs,
					);
				},
				found(reason) {
					clearTimeout(lostTimer);
					lostTimer = undefined;
					mine.blocked(reason);
					if (signal.aborted) cancel();
				},
			};
			function cancel(): void {
				if (!channel) {
					mine.end(unconfirmed("given up while the print agent was away"));
					return;
				}
				channel.cancel(jobId);
				cancelTimer ??= setTimeout(
					() => mine.end(unconfirmed("the print agent did not say in time what became of it")),
					patience.cancelMs,
				);
			}
			running = mine;
			signal.addEventListener("abort", cancel);
			there.give(job).then((answer) => {
				if (answer?.taken === false) {
					mine.end(untouched("closed", "the print agent is being stopped"));
				}
				// An agent that is here and says nothing would be waited for without end.
				if (answer === null && running === mine && channel === there) void lookInto(mine, there);
			});
		});
	}

	return {
		async print(job, course) {
			if (closed || course.signal.aborted) return untouched("closed");
			if (job.bytes.length > largestJobBytes) {
				return untouched("error", `more than ${largestJobBytes} bytes`);
			}
			if (!channel) return untouched("unreachable", "no print agent is here");
			return handOver(job, course, channel);
		},
		async ask(signal) {
			const there = channel;
			if (there === null || signal.aborted) return condition();
			const answered = new AbortController();
			const aborted = new Promise<"aborted">((end) => {
				signal.addEventListener("abort", () => end("aborted"), { signal: answered.signal });
			});
			const answer = await Promise.race([there.ask(), aborted]);
			answered.abort();
			if (answer === "aborted" || channel !== there) return condition();
			if (!answer) return silent;
			become(answer);
			return answer;
		},
		condition,
		onCondition,
		async close() {
			closed = true;
			running?.end(unconfirmed("the hub was stopped"));
			leave();
		},
	};
}

/** A job that was handed over. */
interface Running {
	readonly jobId: string;
	/** Of the agent that got it. */
	readonly run: string;
	end(outcome: Outcome): void;
	blocked(reason: JobReason | null): void;
	/** The line is gone; the agent has some time to come back. */
	lost(): void;
	/** The agent is back and is still printing it. */
	found(blocked: JobReason | null): void;
}

const away: Condition = { state: "offline", reasons: ["unreachable"] };
const silent: Condition = { state: "offline", reasons: ["timeout"] };

function unconfirmed(detail: string): Outcome {
	return { state: "unconfirmed", reason: "closed", detail };
}

function untouched(reason: JobReason, detail?: string): Outcome {
	return { state: "failed", reason, untouched: true, ...(detail !== undefined && { detail }) };
}
