import { readFile } from "node:fs/promises";
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
import { startProcess } from "./process.ts";
import { rival } from "./rival.ts";

const clients = 1_000;
/** Those that are here before memory is first looked at, so that what the first one costs is in it. */
const warmUp = 100;
const turns = 60;
/** Until rows that were held back are told, and the processor rests. */
const restMs = 250;
/** Long enough for three of the hub's pings and for the collector. */
const settleMs = 20_000;
const counterId = "quay-1";

/** A call told to very many boards, beside a socket.io server that tells as many the same bytes and does nothing else; and the hub's memory for each. */
export async function fanOut(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { file } = await writeLargeOffice(directory, 20);
		const hub = await startHubProcess({ OFFICE_FILE: file, DATA_DIR: join(directory, "data") });
		const [toHub, toBare] = [startProcess(crowd), startProcess(crowd)];
		const bare = startProcess(rival);
		try {
			const cookie = await signIn(hub.url);
			const ask = asker(hub.url, cookie);
			await ask("POST", `/api/counters/${counterId}/open`, {});
			const plain = { as: "plain" as const, compressed: false };
			const boards = { do: "open" as const, phones: [], ...plain };
			await toHub.ask({ ...boards, url: hub.url, boards: warmUp });
			await pause(settleMs);
			const before = await memoryKb(hub.pid);
			await toHub.ask({ ...boards, url: hub.url, boards: clients });
			await pause(settleMs);
			const perClientKb = ((await memoryKb(hub.pid)) - before) / clients;
			const idleKb = before;

			const call = async () => {
				const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
				const { id } = taken.body.ticket;
				await pause(restMs);
				const path = `/api/counters/${counterId}/call-next`;
				const heard = await toHub.ask({ do: "post", url: hub.url, cookie, path, body: {} });
				await ask("POST", `/api/counters/${counterId}/start`, { ticketId: id });
				await ask("POST", `/api/counters/${counterId}/finish`, { ticketId: id });
				await pause(restMs);
				return heard;
			};
			const { told } = await call();
			const change: unknown = JSON.parse(told);
			const other = await bare.ask({ kind: "bare-live", port: 0, snapshot: {}, change });
			await toBare.ask({ ...boards, url: other.url, boards: warmUp + clients });
			const post = { do: "post", ...other, cookie, body: {} } as const;
			for (let turn = 0; turn < 5; turn++) {
				await call();
				await toBare.ask(post);
			}
			const ofHub: number[] = [];
			const ofBare: number[] = [];
			for (let turn = 0; turn < turns; turn++) {
				ofHub.push(...(await call()).tookMs);
				ofBare.push(...(await toBare.ask(post)).tookMs);
			}
			const said = (of: number[]) =>
				`p99 ${ms(percentile(of, 99))} (p50 ${ms(percentile(of, 50))})`;
			return [
				{
					name: `an officer's call to each of ${warmUp + clients} boards having it, ${told.length} bytes, over ${turns} calls`,
					wanted: "p99 <= 1.2",
					measured: said(ofHub),
					against: `a bare socket.io server asked to tell as many the same: ${said(ofBare)}`,
					ratio: percentile(ofHub, 99) / percentile(ofBare, 99),
				},
				{
					name: "the hub's resident memory for each board that is shown live",
					wanted: "<= 50 kB",
					measured: `${perClientKb.toFixed(1)} kB, over ${clients}`,
					against: `the hub with ${warmUp}: ${Math.round(idleKb / 1_024)} MB`,
					ratio: perClientKb / 50,
				},
			];
		} finally {
			await Promise.all([toHub.stop(), toBare.stop(), bare.stop(), hub.kill()]);
		}
	});
}

async function memoryKb(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8");
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
}
