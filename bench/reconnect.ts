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

const boards = 300;
const phones = 700;
const turns = 5;
/** How long the hub is away, so that everybody is knocking. */
const awayMs = 3_000;

/** A hub that was killed and is back: how long until very many screens, which find it by themselves, are all shown their rows again. */
export async function reconnect(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { file } = await writeLargeOffice(directory, 20);
		const env = { OFFICE_FILE: file, DATA_DIR: join(directory, "data") };
		let hub = await startHubProcess(env);
		const { url } = hub;
		const { port } = new URL(url);
		const screens = startProcess(crowd);
		try {
			const ask = asker(url, await signIn(url));
			await ask("POST", "/api/counters/quay-1/open", {});
			const tickets: string[] = [];
			for (let ticket = 0; ticket < phones; ticket++) {
				const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
				tickets.push(taken.body.ticket.id);
			}
			const compressed = false;
			await screens.ask({ do: "open", url, boards, phones: tickets, as: "return", compressed });
			const ofHub: number[] = [];
			const ofBare: number[] = [];
			for (let turn = 0; turn < turns; turn++) {
				await hub.kill();
				await pause(awayMs);
				const bare = startProcess(rival);
				const snapshot = { epoch: "", seq: 0, view: {} };
				await bare.ask({ kind: "bare-live", port: Number(port), snapshot, change: {} });
				ofBare.push(await untilAllAreBack());
				await bare.stop();
				await pause(awayMs);
				hub = await startHubProcess({ ...env, PORT: port });
				ofHub.push(await untilAllAreBack());
			}
			await screens.ask({ do: "close" });
			return [
				{
					name: `a killed hub listens again, to the last of ${boards} boards and ${phones} phones shown its rows, the median of ${turns}`,
					wanted: "<= 2,000 ms",
					measured: `${ms(percentile(ofHub, 50))} (slowest ${ms(Math.max(...ofHub))})`,
					against: `a bare socket.io server on the same port, the same screens: ${ms(percentile(ofBare, 50))} (slowest ${ms(Math.max(...ofBare))})`,
					ratio: percentile(ofHub, 50) / percentile(ofBare, 50),
				},
			];
		} finally {
			await Promise.all([screens.stop(), hub.kill()]);
		}

		async function untilAllAreBack(): Promise<number> {
			const listening = Date.now();
			return (await screens.ask({ do: "returned" })).lastAt - listening;
		}
	});
}
