import type { CDPSession } from "playwright-core";

/** From the finger on the key to the frame that shows its results, and what the thread took of that to search. */
export interface KeyPress {
	tookMs: number;
	searchMs: number;
}

/** An event of Chromium's trace, as far as it is read here; `ts` in microseconds. */
interface TraceEvent {
	name: string;
	ph: string;
	ts: number;
	pid: number;
	id2?: { local?: string };
	args: { data?: { startTime?: number; detail?: string } };
}

/** Has the browser write down what the page marks and when each of its frames is drawn and shown. */
export async function startTrace(session: CDPSession) {
	const events: TraceEvent[] = [];
	const collect = ({ value }: { value: unknown[] }) => {
		events.push(...(value as TraceEvent[]));
	};
	session.on("Tracing.dataCollected", collect);
	await session.send("Tracing.start", {
		transferMode: "ReportEvents",
		// Little of it, so that it costs little.
		traceConfig: {
			includedCategories: ["blink.user_timing", "disabled-by-default-devtools.timeline.frame"],
		},
	});
	return {
		async stop(): Promise<TraceEvent[]> {
			const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
			await session.send("Tracing.end");
			await complete;
			session.off("Tracing.dataCollected", collect);
			return events.sort((one, other) => one.ts - other.ts);
		},
	};
}

/**
 * Every search in a trace, from the finger on the key until the screen shows the first frame that was begun after the
 * answer came.
 */
export function pressesIn(events: TraceEvent[]): KeyPress[] {
	const keys = events.filter(({ name }) => name === "key");
	const answers = events.filter(({ name }) => name === "search");
	return answers.map((answer, at) => {
		const here = events.filter(({ pid, ts }) => pid === answer.pid && ts > answer.ts);
		const begun = here.find(({ name }) => name === "BeginMainThreadFrame");
		const frame = here.find(
			({ name, ph, ts }) =>
				name === "SendBeginMainFrameToCommit" && ph === "e" && ts > (begun?.ts ?? Infinity),
		);
		const shown = here.find(
			({ name, ph, id2 }) =>
				name === "SubmitCompositorFrameToPresentationCompositorFrame" &&
				ph === "e" &&
				id2?.local === frame?.id2?.local,
		);
		const pressedMs = keys[at]?.args.data?.startTime;
		const answeredMs = answer.args.data?.startTime;
		if (shown === undefined || pressedMs === undefined || answeredMs === undefined) {
			throw new Error("a search that was never shown");
		}
		return {
			tookMs: answeredMs - pressedMs + (shown.ts - answer.ts) / 1000,
			searchMs: Number(answer.args.data?.detail),
		};
	});
}
