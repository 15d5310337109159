import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { removeTemporaryDirectories } from "../test/hub-process.ts";
import { alone } from "./alone.ts";
import { callAtConsole } from "./call-at-console.ts";
import { callToBoard } from "./call-to-board.ts";
import { dayReportFigures } from "./day-report.ts";
import { fanOut } from "./fan-out.ts";
import { type Figure, line, ms } from "./figure.ts";
import { fullDay } from "./full-day.ts";
import { hooks } from "./hooks.ts";
import { kioskFigures } from "./kiosk.ts";
import { lateTicket } from "./late.ts";
import { load } from "./load.ts";
import { printHang } from "./print-hang.ts";
import { printPath } from "./print-path.ts";
import { queueFigures } from "./queue.ts";
import { rasterFigures, rasterMemory } from "./raster.ts";
import { reconnect } from "./reconnect.ts";
import { simulateFigure } from "./simulate.ts";
import { start } from "./start.ts";
import { supervisorPage } from "./supervisor-page.ts";
import { waitsFigures } from "./waits.ts";

/** The figures of docs/FIGURES.md by the names that `--only` takes, in the order in which they are measured. */
const figures = new Map<string, () => Promise<Figure[]>>([
	["start", startFigure],
	["board", boardFigure],
	["console", callAtConsole],
	["fan-out", fanOut],
	["reconnect", reconnect],
	["kiosk", kioskFigures],
	["queue", queueFigures],
	["load", load],
	["hooks", hooks],
	["late", lateTicket],
	["alone", alone],
	["full-day", fullDay],
	["day-report", dayReportFigures],
	["supervisor", supervisorPage],
	["waits", waitsFigures],
	["print-hang", printHang],
	["print-path", printPath],
	["simulate", simulateFigure],
	["raster", rasterFigures],
	["raster-memory", rasterMemory],
]);

const { only = [...figures.keys()].join() } = parseArgs({
	options: { only: { type: "string" } },
}).values;
const chosen = only.split(",").map((name) => {
	const measure = figures.get(name);
	if (!measure) throw new Error(`--only: ${name} is none of ${[...figures.keys()].join(", ")}`);
	return measure;
});

say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`);
for (const measure of chosen) {
	for (const figure of await measure()) say(line(figure));
}
await removeTemporaryDirectories();

async function startFigure(): Promise<Figure[]> {
	const { serveMs, emptyNpmMs, runs } = await start();
	return [
		{
			name: "start to health",
			wanted: "<= 1,500 ms",
			measured: `${ms(serveMs)}, median of ${runs}`,
			against: `npm alone: ${ms(emptyNpmMs)}`,
			ratio: serveMs / emptyNpmMs,
		},
	];
}

async function boardFigure(): Promise<Figure[]> {
	const { p50Ms, p99Ms, maxMs, calls, boards, bareP50Ms } = await callToBoard();
	return [
		{
			name: `call to painted on a board, ${boards} boards`,
			wanted: "p99 <= 150 ms",
			measured: `p99 ${ms(p99Ms)} (p50 ${ms(p50Ms)}, max ${ms(maxMs)}) over ${calls} calls`,
			against: `a durable request alone, p50: ${ms(bareP50Ms)}`,
			ratio: p50Ms / bareP50Ms,
		},
	];
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
