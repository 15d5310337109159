import { Worker } from "node:worker_threads";
import type { Bitmap } from "./bitmap.ts";
import { fontFamily, fontFiles } from "./font.ts";

/** Draws SVG as a 1-bit picture. */
export interface Raster {
	/** Rejects when the SVG is not one, the worker dies, or the raster was closed. */
	draw(svg: string): Promise<Bitmap>;
	/** Ends the worker; what it still had to draw is rejected. */
	close(): Promise<void>;
}

interface Task {
	svg: string;
	resolve(bitmap: Bitmap): void;
	reject(error: Error): void;
}

/**
 * One worker thread for all printers, started with the first drawing and again after it died. It draws one picture at a
 * time, since each takes several megabytes until it is collected, and never keeps the process alive.
 */
export function createRaster(workerUrl = new URL("./raster-worker.js", import.meta.url)): Raster {
	const tasks: Task[] = [];
	let worker: Worker | null = null;
	let closed = false;

	function start(): Worker {
		const started = new Worker(workerUrl, {
			workerData: { fontFiles, fontFamily },
			// An inherited --import or --input-type would not suit a plain JavaScript file.
			execArgv: [],
		});
		started.unref();
		started.on("message", (answer: Bitmap | { error: string }) => {
			const task = tasks.shift();
			if (!task) return;
			if ("error" in answer) task.reject(new Error(answer.error));
			else task.resolve(answer);
			next();
		});
		started.on("error", (error) => died(started, error));
		started.on("exit", (code) => died(started, new Error(`the drawing worker ended (${code})`)));
		return started;
	}

	function died(which: Worker, error: Error): void {
		if (which !== worker) return;
		worker = null;
		tasks.shift()?.reject(error);
		next();
	}

	/** The first task is the one being drawn. */
	function next(): void {
		const task = tasks[0];
		if (!task) return;
		worker ??= start();
		worker.postMessage({ svg: task.svg });
	}

	return {
		draw(svg) {
			if (closed) return Promise.reject(new Error("the raster is closed"));
			return new Promise((resolve, reject) => {
				tasks.push({ svg, resolve, reject });
				if (tasks.length === 1) next();
			});
		},
		async close() {
			closed = true;
			const ended = worker;
			worker = null;
			for (const task of tasks.splice(0)) task.reject(new Error("the raster is closed"));
			await ended?.terminate();
		},
	};
}
