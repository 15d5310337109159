import { join } from "node:path";
import type { PrinterSettings, PrinterStatus, PrintJob } from "../protocol/printing.ts";
import type { Device } from "./device.ts";
import { type TcpTimings, tcpDevice, tcpTimings } from "./devices/tcp.ts";
import { type PrintedPaper, type VirtualDevice, virtualDevice } from "./devices/virtual.ts";
import { createRaster } from "./raster.ts";
import { createSpool, type JobNews, type PrintLog, type Spool } from "./spool.ts";
import { ticketBytes } from "./ticket-bytes.ts";
import type { TicketPaper } from "./ticket-paper.ts";

export type { JobNews, TicketPaper };

export interface PrintingParts {
	printers: readonly PrinterSettings[];
	/** Virtual printers keep their paper beneath it, in `printers/PRINTER_ID`. */
	dataDir: string;
	log: PrintLog;
	/** Hears each job's every change, in order, never within `print`. */
	onJob(news: JobNews): void;
	tcpTimings?: TcpTimings;
	now?: () => Date;
}

/** All printers of an office. Nothing a printer does or fails to do throws into the caller or holds another printer up. */
export interface Printing {
	/** Puts a ticket in a printer's line and returns at once: `queued`, or `failed` (`closed`) after `close`. An unknown printer throws. */
	print(printerId: string, paper: TicketPaper): PrintJob;
	/** How a job stands; null when it is unknown or long past. */
	job(jobId: string): PrintJob | null;
	/** In the order of the settings. */
	statuses(): PrinterStatus[];
	/** What a virtual printer has printed, the newest first, also before a restart; null for any other printer. */
	paper(printerId: string): PrintedPaper[] | null;
	/** Lets what is in the lines be printed for at most `boundMs`; what is left then fails (`closed`). */
	close(boundMs?: number): Promise<void>;
}

/** Throws when the paper of an earlier run is there but cannot be read, or a device's address is none. */
export function createPrinting(parts: PrintingParts): Printing {
	const raster = createRaster();
	const spools = new Map<string, Spool<TicketPaper>>();
	const virtual = new Map<string, VirtualDevice>();
	for (const settings of parts.printers) spools.set(settings.id, spoolFor(settings));

	function spoolFor(settings: PrinterSettings): Spool<TicketPaper> {
		return createSpool({
			printerId: settings.id,
			device: deviceFor(settings),
			encode: (paper) => ticketBytes(paper, settings, raster),
			onJob: parts.onJob,
			log: parts.log,
		});
	}

	function deviceFor(settings: PrinterSettings): Device {
		if (settings.device !== "virtual:") {
			return tcpDevice(addressOf(settings.device), parts.tcpTimings ?? tcpTimings);
		}
		const folder = join(parts.dataDir, "printers", settings.id);
		const device = virtualDevice(folder, settings.widthDots, parts.now);
		virtual.set(settings.id, device);
		return device;
	}

	return {
		print(printerId, paper) {
			const spool = spools.get(printerId);
			if (!spool) throw new Error(`there is no printer ${printerId}`);
			return spool.add(paper);
		},
		job(jobId) {
			for (const spool of spools.values()) {
				const job = spool.job(jobId);
				if (job) return job;
			}
			return null;
		},
		statuses: () => [...spools.values()].map((spool) => spool.status()),
		paper: (printerId) => virtual.get(printerId)?.papers() ?? null,
		async close(boundMs = 5_000) {
			await Promise.all([...spools.values()].map((spool) => spool.close(boundMs)));
			await raster.close();
		},
	};
}

function addressOf(device: string): { host: string; port: number } {
	const url = new URL(device);
	const port = Number(url.port);
	if (url.protocol !== "tcp:" || url.hostname === "" || port === 0) {
		throw new Error(`${device} is not the address of a printer`);
	}
	return { host: url.hostname, port };
}
