import { cpus } from "node:os";
import { ensureChromium } from "../test/chromium.ts";
import { removeTemporaryDirectories } from "../test/hub-process.ts";
import { callToBoard } from "./call-to-board.ts";
import { start } from "./start.ts";

/** Prints the figures of docs/FIGURES.md, each beside what it is measured against in the same run. */
ensureChromium();
say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`);

const { serveMs, emptyNpmMs, runs } = await start();
say(
	`start: npm run serve to health ${ms(serveMs)}, median of ${runs}; npm running nothing ${ms(emptyNpmMs)}; ratio ${ratio(serveMs, emptyNpmMs)}`,
);

const board = await callToBoard();
say(
	`call to board: p50 ${ms(board.p50Ms)}, p95 ${ms(board.p95Ms)}, max ${ms(board.maxMs)} over ${board.calls} calls; ` +
		`a durable request alone p50 ${ms(board.bareP50Ms)}; ratio of the medians ${ratio(board.p50Ms, board.bareP50Ms)}`,
);
await removeTemporaryDirectories();

function ms(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function ratio(value: number, to: number): string {
	return (value / to).toFixed(2);
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
