import { parentPort, workerData } from "node:worker_threads";
import type { Failure, Question } from "./messages.ts";
import { createThinking } from "./thinking.ts";

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
