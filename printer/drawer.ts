import { Worker } from "node:worker_threads";
import type { Bitmap } from "./bitmap.ts";
import { fontFamily, fontFiles } from "./font.ts";

/** Draws SVG as 1-bit pictures. */
export interface Drawer {
	/** In the order of the SVGs. Rejects when one of them is none, the worker dies, or the drawer was closed. */
	draw(svgs: readonly string[]): Promise<Bitmap[]>;
	/** Ends the worker; what it still had to draw is rejected. */
	close(): Promise<void>;
}

interface Task {
	svgs: readonly string[];
	resolve(pictures: Bitmap[]): void;
	reject(error: Error): void;
}

/**
 * One worker thread for all printers, started with the first drawing and again after it died. It has one task at a time, since
 * pictures take memory until they are collected, and never keeps the process alive.
 */
export function createDrawer(workerUrl = new URL("./raster-worker.js", import.meta.url)): Drawer {
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
		started.on("message", (answer: { pictures: Bitmap[] } | { error: string }) => {
			const task = tasks.shift();
			if (!task) return;
			if ("error" in answer) task.reject(new Error(answer.error));
			else task.resolve(answer.pictures);
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
		worker.postMessage({ svgs: task.svgs });
	}

	return {
		draw(svgs) {
			if (closed) return Promise.reject(new Error("the drawer is closed"));
			if (svgs.length === 0) return Promise.resolve([]);
			return new Promise((resolve, reject) => {
				tasks.push({ svgs, resolve, reject });
				if (tasks.length === 1) next();
			});
		},
		async close() {
			closed = true;
			const ended = worker;
			worker = null;
			for (const task of tasks.splice(0)) task.reject(new Error("the drawer is closed"));
			await ended?.terminate();
		},
	};
}
