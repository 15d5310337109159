import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { noLimits } from "../config/limits.ts";
import { startHubProcess } from "../test/hub-process.ts";
import { sampleOfficeWith } from "../test/sample-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { type KeptConnection, keepConnection } from "./keep-alive.ts";
import { percentile } from "./percentile.ts";
import { type PlainPrinter, startPlainPrinter } from "./plain-printer.ts";

const rounds = 10;
const ticketsARound = 60;
/** Faster than people take numbers, and slow enough that a printer that is well keeps up. */
const everyMs = 60;

/** Whether a number is given as quickly at a kiosk whose printer accepts and never answers as at the same kiosk while it prints, in turn. */
export async function printHang(): Promise<Figure[]> {
	const printer = await startPlainPrinter();
	try {
		return await onDisk(async (directory) => {
			const hub = await startHubProcess({
				OFFICE_FILE: await officeWith(printer),
				DATA_DIR: directory,
			});
			const kiosk = await keepConnection(hub.url);
			try {
				const [well, hung]: [number[], number[]] = [[], []];
				await take(kiosk, 2 * ticketsARound);
				for (let round = 0; round < rounds; round++) {
					printer.hang(false);
					well.push(...(await take(kiosk, ticketsARound)));
					printer.hang(true);
					hung.push(...(await take(kiosk, ticketsARound)));
				}
				printer.hang(false);
				return [50, 99].map((percent) => {
					const [wellMs, hungMs] = [percentile(well, percent), percentile(hung, percent)];
					return {
						name: `a number while its printer hangs, p${percent}`,
						wanted: percent === 99 ? "<= 1.2" : "",
						measured: `${ms(hungMs)} over ${hung.length} tickets`,
						against: `while it prints: ${ms(wellMs)}`,
						ratio: hungMs / wellMs,
					};
				});
			} finally {
				kiosk.close();
				await hub.stop();
			}
		});
	} finally {
		await printer.close();
	}
}

function officeWith({ device }: PlainPrinter): Promise<string> {
	return sampleOfficeWith(({ printers }) => ({
		limits: noLimits,
		printers: printers.map((one) =>
			one.id === "printer-1" ? { ...one, device, profile: "xprinter-80" } : one,
		),
	}));
}

/** How long each took, milliseconds. */
async function take(kiosk: KeptConnection, tickets: number): Promise<number[]> {
	const tookMs: number[] = [];
	const body = JSON.stringify({ serviceId: "ho-tich", kioskId: "kiosk-1" });
	for (let n = 0; n < tickets; n++) {
		const beganMs = performance.now();
		const { status } = await kiosk.post("/api/tickets", body, randomUUID());
		const spentMs = performance.now() - beganMs;
		if (status !== 201) throw new Error(`a ticket was answered ${status}`);
		tookMs.push(spentMs);
		await pause(Math.max(0, everyMs - spentMs));
	}
	return tookMs;
}
