import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "../test/ask.ts";
import { startHubProcess } from "../test/hub-process.ts";
import { crowd } from "./crowd.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { writeLargeOffice } from "./large-office.ts";
import { percentile } from "./percentile.ts";
import { processorMs, residentBytes } from "./proc.ts";
import { startProcess } from "./process.ts";
import { rival } from "./rival.ts";

const clients = 1_000;
/** Those that are here before memory is first looked at, so that what the first one costs is not in it. */
const warmUp = 100;
const warmTurns = 5;
const turns = 60;
/** Until rows that were held back are told, and the processor rests. */
const restMs = 250;
/** Long enough for three of the hub's pings and for the collector. */
const settleMs = 20_000;
const counterId = "quay-1";

/**
 * A call told to very many boards, beside a socket.io server that tells as many the same bytes and does nothing else; the hub's memory for each
 * board; and what both would be if messages were compressed.
 */
export async function fanOut(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { file } = await writeLargeOffice(directory, 20);
		const plain = await told(file, join(directory, "plain"), false);
		const packed = await told(file, join(directory, "packed"), true);
		const about = (of: Told) =>
			`${of.cpuMs.toFixed(0)} ms of the processor a call, ${of.perClientKb.toFixed(1)} kB of memory and ${of.bytes.toFixed(0)} bytes a board`;
		return [
			{
				name: `an officer's call to each of ${warmUp + clients} boards having it, ${plain.change.length} bytes, over ${turns} calls`,
				wanted: "p99 <= 1.2",
				measured: said(plain.tookMs),
				against: `a bare socket.io server asked to tell as many the same: ${said(plain.ofBare)}`,
				ratio: percentile(plain.tookMs, 99) / percentile(plain.ofBare, 99),
			},
			{
				name: "the hub's resident memory for each board that is shown live",
				wanted: "<= 50 kB",
				measured: `${plain.perClientKb.toFixed(1)} kB, over ${clients}`,
				against: "50 kB",
				ratio: plain.perClientKb / 50,
			},
			{
				name: "the same with live messages compressed",
				wanted: "",
				measured: `${said(packed.tookMs)}; ${about(packed)}`,
				against: `not compressed: ${about(plain)}`,
				ratio: packed.cpuMs / plain.cpuMs,
			},
		];
	});
}

interface Told {
	/** From an officer's request to a board having the call, all boards and calls together. */
	tookMs: number[];
	ofBare: number[];
	change: string;
	/** That reached a board for each call. */
	bytes: number;
	/** Of the hub's for each call, with its start and end at the counter. */
	cpuMs: number;
	perClientKb: number;
}

async function told(officeFile: string, dataDir: string, compressed: boolean): Promise<Told> {
	const hub = await startHubProcess({
		OFFICE_FILE: officeFile,
		DATA_DIR: dataDir,
		LIVE_COMPRESSION: compressed ? "on" : "off",
	});
	const [toHub, toBare] = [startProcess(crowd), startProcess(crowd)];
	const bare = startProcess(rival);
	try {
		const { url, pid } = hub;
		const cookie = await signIn(url);
		const ask = asker(url, cookie);
		await ask("POST", `/api/counters/${counterId}/open`, {});
		const boards = { do: "open" as const, phones: [], as: "plain" as const, compressed };
		await toHub.ask({ ...boards, url, boards: warmUp });
		await pause(settleMs);
		const before = await residentBytes(pid);
		await toHub.ask({ ...boards, url, boards: clients });
		await pause(settleMs);
		const perClientKb = ((await residentBytes(pid)) - before) / clients / 1_024;

		const call = async () => {
			const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
			const { id } = taken.body.ticket;
			await pause(restMs);
			const path = `/api/counters/${counterId}/call-next`;
			const heard = await toHub.ask({ do: "post", url, cookie, path, body: {} });
			await ask("POST", `/api/counters/${counterId}/start`, { ticketId: id });
			await ask("POST", `/api/counters/${counterId}/finish`, { ticketId: id });
			await pause(restMs);
			return heard;
		};
		const { told: change } = await call();
		const other = await bare.ask({
			kind: "bare-live",
			port: 0,
			snapshot: {},
			change: JSON.parse(change),
		});
		await toBare.ask({ ...boards, url: other.url, boards: warmUp + clients });
		const post = { do: "post" as const, ...other, cookie, body: {} };
		const all: Told = { tookMs: [], ofBare: [], change, bytes: 0, cpuMs: 0, perClientKb };
		for (let turn = -warmTurns; turn < turns; turn++) {
			const begun = await processorMs(pid);
			const heard = await call();
			const cpuMs = (await processorMs(pid)) - begun;
			const { tookMs } = await toBare.ask(post);
			if (turn < 0) continue;
			all.tookMs.push(...heard.tookMs);
			all.ofBare.push(...tookMs);
			all.bytes += heard.bytes / turns;
			all.cpuMs += cpuMs / turns;
		}
		return all;
	} finally {
		await Promise.all([toHub.stop(), toBare.stop(), bare.stop(), hub.kill()]);
	}
}

function said(of: readonly number[]): string {
	return `p99 ${ms(percentile(of, 99))} (p50 ${ms(percentile(of, 50))})`;
}
