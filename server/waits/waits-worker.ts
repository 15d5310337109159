import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Failure, Question } from "./messages.ts";
import { createThinking } from "./thinking.ts";

// Where the machine is short of time the hub comes first. On Linux 0 is this thread alone (setpriority(2), "C library/kernel differences"); elsewhere it would be the hub.
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_LOW);

/** The thread that thinks about waits: one question at a time, each answered. */
const thinking = createThinking(workerData);

parentPort?.on("message", (question: Question) => {
	thinking.answer(question).then(
		(answer) => parentPort?.postMessage(answer),
		(error: unknown) => {
			const failure: Failure = { failure: error instanceof Error ? error.message : String(error) };
			parentPort?.postMessage(failure);
		},
	);
});
