import { join } from "node:path";
import { inBusyOffice, noScreens } from "./busy-office.ts";
import { readDay } from "./day-on-disk.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { startProcess } from "./process.ts";
import { pump } from "./pump.ts";
import { rival } from "./rival.ts";

const rounds = 9;
const warmUp = { tickets: 500, forMs: 10_000 };
const round = { tickets: 200, forMs: 5_000 };

/** One ticket after the other on one connection, beside the least that makes a line durable: a bare Fastify that appends and syncs it. */
export async function alone(): Promise<Figure[]> {
	return onDisk((directory) =>
		inBusyOffice(directory, noScreens, async (office) => {
			const bare = startProcess(rival);
			const taking = startProcess(pump);
			try {
				await office.takeAlone({ ...warmUp, connections: 1 });
				const { ticketLineBytes: lineBytes } = await readDay(office.ledgerDirectory);
				const file = join(directory, "bare.jsonl");
				const target = await bare.ask({ kind: "bare-durable", file, lineBytes });
				const { services } = office;
				const takeBare = (bound: { tickets: number; forMs: number }) =>
					taking.ask({ ...target, services, connections: 1, ...bound });
				await takeBare(warmUp);

				const ofBare: number[] = [];
				const ofHub: number[] = [];
				for (let turn = 0; turn < rounds; turn++) {
					ofBare.push((await takeBare(round)).p50Ms);
					ofHub.push((await office.takeAlone({ ...round, connections: 1 })).p50Ms);
				}
				const { tickets, syncsOfTickets } = await office.close();
				const bareMs = percentile(ofBare, 50);
				const hubMs = percentile(ofHub, 50);
				return [
					{
						name: "a ticket alone, p50",
						wanted: "<= 4",
						measured: ms(hubMs),
						against: `a bare Fastify that appends ${lineBytes} bytes and syncs them: ${ms(bareMs)}`,
						ratio: hubMs / bareMs,
					},
					{
						name: "syncs a ticket alone",
						wanted: "1",
						measured: `${syncsOfTickets} syncs`,
						against: `${tickets} tickets, one after the other`,
						ratio: syncsOfTickets / tickets,
					},
				];
			} finally {
				await Promise.all([bare.stop(), taking.stop()]);
			}
		}),
	);
}
