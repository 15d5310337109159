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
 * The report of a day of 20,000 tickets, all served: the first that is asked for after the hub has started, and those after it, beside the answer to a
 * sign of life; and calls while one report after the other is asked for, beside calls alone.
 */
export async function dayReportFigures(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { officeFile, dataDir } = await inBusyOffice(directory, noScreens, writeDay);
		const hub = await startHubProcess({ OFFICE_FILE: officeFile, DATA_DIR: dataDir });
		try {
			const ask = asker(hub.url, await signIn(hub.url));
			const timed = async (of: string) => {
				const begun = performance.now();
				const { status } = await ask("GET", of);
				if (status !== 200) throw new Error(`${of} answered ${status}`);
				return performance.now() - begun;
			};
			const firstMs = await timed(path);
			const { body } = await ask<DayReport>("GET", path);
			if (body.total.served !== dayOfTickets) throw new Error(`${body.total.served} were served`);
			const asked: number[] = [];
			const alive: number[] = [];
			for (let report = 0; report < reports; report++) {
				asked.push(await timed(path));
				alive.push(await timed("/api/health"));
			}

			const counter = "/api/counters/quay-1";
			await ask("POST", `${counter}/open`, {});
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
				while (goesOn) await timed(path);
			})();
			const beside = await callAll();
			goesOn = false;
			await asking;
			const [p99Alone, p99Beside] = [percentile(alone, 99), percentile(beside, 99)];
			const wanted = "<= 300 ms";
			const against = `a sign of life, p50: ${ms(percentile(alive, 50))}`;
			return [
				{
					name: `the report of a day of ${dayOfTickets.toLocaleString("en")} tickets, the first after a start`,
					wanted,
					measured: ms(firstMs),
					against,
					ratio: firstMs / percentile(alive, 50),
				},
				{
					name: `the same again, ${reports} times`,
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
