import { Type } from "typebox";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { startProcess, type Trade } from "./process.ts";

const RasterOrder = Type.Object({ tickets: Type.Integer(), whole: Type.Integer() });
const Times = Type.Array(Type.Number());
const RasterReply = Type.Object({
	/** Of each ticket: its pictures alone, and all from its layout to its bytes. */
	rasterMs: Times,
	paperMs: Times,
	/** Of each ticket whose text is drawn anew, all of it in one picture. */
	wholeMs: Times,
	/** How late the process' own event loop was meanwhile. */
	delayP99Ms: Type.Number(),
	delayMaxMs: Type.Number(),
	/** Resident memory with the worker's: after the first hundred tickets, after all, and the most there was. */
	earlyMb: Type.Number(),
	afterMb: Type.Number(),
	mostMb: Type.Number(),
});

/** Prints tickets, each with another number, time and wait, to nowhere; and draws some as they were drawn before there was type. */
export const rasterTrade = {
	module: new URL("./raster-process.js", import.meta.url),
	order: RasterOrder,
	reply: RasterReply,
} satisfies Trade<typeof RasterOrder, typeof RasterReply>;

const timedTickets = 200;
const manyTickets = 5_000;

/** What a ticket's picture takes, and whether the hub's own thread feels it. */
export async function rasterFigures(): Promise<Figure[]> {
	const { rasterMs, paperMs, wholeMs, delayP99Ms, delayMaxMs } = await asked({
		tickets: timedTickets,
		whole: 50,
	});
	const wholeP95 = percentile(wholeMs, 95);
	const against = `all text drawn anew by resvg, p95: ${ms(wholeP95)}`;
	return [
		{
			name: "raster of a ticket, p95",
			wanted: "<= 25 ms",
			measured: `${ms(percentile(rasterMs, 95))} (p50 ${ms(percentile(rasterMs, 50))})`,
			against,
			ratio: percentile(rasterMs, 95) / wholeP95,
		},
		{
			name: "a ticket from layout to bytes, p95",
			wanted: "",
			measured: `${ms(percentile(paperMs, 95))} (p50 ${ms(percentile(paperMs, 50))})`,
			against,
			ratio: percentile(paperMs, 95) / wholeP95,
		},
		{
			name: "main thread late while they are made, p99",
			wanted: "<= 10 ms",
			measured: `${ms(delayP99Ms)} (max ${ms(delayMaxMs)})`,
			against,
			ratio: delayP99Ms / wholeP95,
		},
	];
}

export async function rasterMemory(): Promise<Figure[]> {
	const { earlyMb, afterMb, mostMb } = await asked({ tickets: manyTickets, whole: 0 });
	return [
		{
			name: `memory after ${manyTickets} tickets`,
			wanted: "<= 350 MB",
			measured: `${Math.round(afterMb)} MB (most: ${Math.round(mostMb)} MB)`,
			against: `after 100: ${Math.round(earlyMb)} MB`,
			ratio: afterMb / earlyMb,
		},
	];
}

async function asked(order: { tickets: number; whole: number }) {
	const printing = startProcess(rasterTrade);
	try {
		return await printing.ask(order);
	} finally {
		await printing.stop();
	}
}
