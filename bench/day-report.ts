import type { DayReport } from "../protocol/reports.ts";
import type { CallAnswer } from "../protocol/staff.ts";
import { asker, signIn } from "../test/ask.ts";
import { startHubProcess } from "../test/hub-process.ts";
import { inBusyOffice, noScreens } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { dayOfTickets, writeDay } from "./full-day.ts";
import { percentile } from "./percentile.ts";

const reports = 20;
const calls = 300;
const path = "/api/reports/day";

/**
 * The report of a day of 20,000 tickets, all served: the first that is asked for after the hub has started, where the day was kept as it is and where it
 * must be read, and those of the day as it goes on, beside the answer to a sign of life; and calls while one report after the other is asked for, beside calls alone.
 */
export async function dayReportFigures(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { officeFile, dataDir } = await inBusyOffice(directory, noScreens, writeDay);
		const start = () => startHubProcess({ OFFICE_FILE: officeFile, DATA_DIR: dataDir });
		const first = await start();
		const readMs = await timed(asker(first.url, await signIn(first.url)), path);
		await first.stop();
		const hub = await start();
		try {
			const ask = asker(hub.url, await signIn(hub.url));
			const keptMs = await timed(ask, path);
			const counter = "/api/counters/quay-1";
			await ask("POST", `${counter}/open`, {});
			// Somebody acts: the day goes on from here, and what was kept of it is of before.
			await ask("POST", "/api/tickets", { serviceId: "ho-tich" });
			await timed(ask, path);
			const { body } = await ask<DayReport>("GET", path);
			if (body.total.served !== dayOfTickets) throw new Error(`${body.total.served} were served`);
			const asked: number[] = [];
			const alive: number[] = [];
			for (let report = 0; report < reports; report++) {
				asked.push(await timed(ask, path));
				alive.push(await timed(ask, "/api/health"));
			}

			for (let person = 0; person < 2 * calls; person++) {
				await ask("POST", "/api/tickets", { serviceId: "ho-tich" });
			}
			const callAll = async () => {
				const took: number[] = [];
				for (let call = 0; call < calls; call++) {
					const begun = performance.now();
					const { body } = await ask<CallAnswer>("POST", `${counter}/call-next`, {});
					if (!body.ticket) throw new Error("nobody waits");
					took.push(performance.now() - begun);
				}
				return took;
			};
			const alone = await callAll();
			let goesOn = true;
			const asking = (async () => {
				while (goesOn) await timed(ask, path);
			})();
			const beside = await callAll();
			goesOn = false;
			await asking;
			const [p99Alone, p99Beside] = [percentile(alone, 99), percentile(beside, 99)];
			const wanted = "<= 300 ms";
			const against = `a sign of life, p50: ${ms(percentile(alive, 50))}`;
			return [
				{
					name: `the report of a day of ${dayOfTickets.toLocaleString("en")} tickets that was kept, the first after a start`,
					wanted,
					measured: ms(keptMs),
					against,
					ratio: keptMs / percentile(alive, 50),
				},
				{
					name: "the same of one of which nothing is kept yet: the day is read",
					wanted: "",
					measured: ms(readMs),
					against,
					ratio: readMs / percentile(alive, 50),
				},
				{
					name: `the same of a day that goes on, ${reports} times`,
					wanted,
					measured: `p50 ${ms(percentile(asked, 50))}, max ${ms(Math.max(...asked))}`,
					against,
					ratio: percentile(asked, 50) / percentile(alive, 50),
				},
				{
					name: `a call while one report after the other is asked for, ${calls} calls`,
					wanted: "p99 <= 2 x that of calls alone",
					measured: `p99 ${ms(p99Beside)} (p50 ${ms(percentile(beside, 50))})`,
					against: `calls alone: p99 ${ms(p99Alone)} (p50 ${ms(percentile(alone, 50))})`,
					ratio: p99Beside / p99Alone,
				},
			];
		} finally {
			await hub.stop();
		}
	});
}

async function timed(ask: ReturnType<typeof asker>, of: string): Promise<number> {
	const begun = performance.now();
	const { status } = await ask("GET", of);
	if (status !== 200) throw new Error(`${of} answered ${status}`);
	return performance.now() - begun;
}
