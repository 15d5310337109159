import { Worker } from "node:worker_threads";
import type { Office } from "../config/office.ts";
import { runCourse } from "./course.ts";
import { forecastersNamed } from "./forecasters.ts";
import { type DayKind, dayKinds } from "./laws/day-kind.ts";
import type { Judged } from "./score.ts";

/** How right forecasters are, over days of every kind in offices that have the same file and are otherwise each their own. */
export interface Evaluation {
	office: Office;
	seed: string;
	/** How many days in all that are asked about; a multiple of `daysEach` is taken. */
	days: number;
	names: readonly string[];
	askEvery: number;
}

/** Some days of one drawn office: what is done in one go. */
export interface Part extends Omit<Evaluation, "days"> {
	part: number;
}

/** What an office is drawn for: so many days of each kind, and before them days of the typical kind on which forecasters learn. */
const daysEach = 20;
const learningDays = 5;

/** @param jobs how many threads work on it; what comes out is the same with any */
export async function evaluate({ days, ...each }: Evaluation, jobs: number): Promise<Judged[]> {
	const parts = Array.from({ length: Math.ceil(days / daysEach) }, (_, part) => ({
		...each,
		part,
	}));
	const judged: Judged[][] = [];
	let next = 0;
	async function work(): Promise<void> {
		for (let part = parts[next++]; part; part = parts[next++]) {
			judged[part.part] = await inThread(part);
		}
	}
	await Promise.all(Array.from({ length: Math.min(jobs, parts.length) }, work));
	return judged.flat();
}

export function evaluatePart({ office, seed, names, askEvery, part }: Part): Judged[] {
	const kinds: DayKind[] = Array.from({ length: learningDays }, () => "typical");
	for (let day = 0; day < daysEach; day++) {
		kinds.push(dayKinds[day % dayKinds.length] ?? "typical");
	}
	const course = { own: office, tried: office, seed: `${seed}.${part}`, kinds };
	const forecasters = forecastersNamed(names, office);
	return runCourse({ ...course, unasked: learningDays }, { forecasters, askEvery }).judged;
}

function inThread(part: Part): Promise<Judged[]> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL("./evaluate-worker.js", import.meta.url), {
			workerData: part,
		});
		worker.once("message", resolve);
		worker.once("error", reject);
	});
}
