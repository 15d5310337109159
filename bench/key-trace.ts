import type { CDPSession } from "playwright-core";

/** From the finger on the key to the frame that shows its results, and what the thread took of that to search, both in milliseconds. */
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

/** A page reads its clock in steps of 100 us where it is not isolated. */
const roundingUs = 200;

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
			includedCategories: [
				"blink.user_timing",
				"disabled-by-default-devtools.timeline.frame",
				"input",
			],
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
 * answer came. The finger is there when the browser hands the touch to the page: before that, a touch that comes over
 * the DevTools protocol waits for a frame of the page (Chromium's `InputHandler::DispatchWebTouchEvent` asks for its
 * visual state first), with its time of birth written on it already. No real finger waits for that.
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
		const bornMs = keys[at]?.args.data?.startTime ?? Number.NaN;
		const answeredMs = answer.args.data?.startTime ?? Number.NaN;
		const born = answer.ts - (answeredMs - bornMs) * 1000;
		const handed = events.find(
			({ name, ph, pid, ts }) =>
				name === "BrowserMainToRendererCompositor" &&
				ph === "b" &&
				pid === answer.pid &&
				ts >= born - roundingUs,
		);
		if (shown === undefined || handed === undefined || handed.ts > answer.ts) {
			throw new Error("a search without its touch, or that was never shown");
		}
		return {
			tookMs: (shown.ts - handed.ts) / 1000,
			searchMs: Number(answer.args.data?.detail),
		};
	});
}
