import { parentPort, workerData } from "node:worker_threads";
import { evaluatePart, type Part } from "./evaluate.ts";

const part: Part = workerData;
parentPort?.postMessage(evaluatePart(part));
