import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type {
	ListedJob,
	PrinterProfile,
	PrinterSettings,
	PrinterStatus,
	PrintJob,
} from "../protocol/printing.ts";
import { type AgentSwitchboard, createAgentSwitchboard } from "./agent-switchboard.ts";
import type { Patience } from "./conversation.ts";
import type { Device } from "./device.ts";
import { agentDevice } from "./devices/agent.ts";
import { openDevice } from "./devices/open.ts";
import { type PrintedPaper, type VirtualDevice, virtualDevice } from "./devices/virtual.ts";
import { createJobBook, type JobNews, type PrintLog } from "./job-book.ts";
import { createLogos } from "./logo.ts";
import { labelOf, type Paper } from "./paper.ts";
import { paperBytes } from "./paper-bytes.ts";
import { abilitiesOf } from "./profiles.ts";
import { createRaster } from "./raster.ts";
import { createSpool, type Spool, type SpoolTimings, spoolTimings } from "./spool.ts";
import { tellChanges } from "./status-news.ts";

export type { JobNews };

export interface PrintingParts {
	printers: readonly PrinterSettings[];
	/** The office's own. */
	profiles?: readonly PrinterProfile[] | undefined;
	/** Virtual printers keep their paper beneath it, in `printers/PRINTER_ID`. */
	dataDir: string;
	log: PrintLog;
	/** Hears each job's every change, in order, never within `print`. */
	onJob(news: JobNews): void;
	/** Whether a paper is still worth something to whoever asked for it: a ticket's is not once it was called or given up. Asked before each print. */
	isWanted?(paper: Paper): boolean;
	/** What is left out is as usual. */
	timings?: Partial<SpoolTimings>;
	patience?: Patience;
	now?: () => Date;
	/** A clock that nobody sets, milliseconds. */
	monotonic?: () => number;
	/** What is at the other end of a printer's address; virtual printers are not asked for. */
	open?(settings: PrinterSettings): Device;
}

export interface PrintOptions {
	/** Where it may go when the first surely cannot print it. The same printer again is none. */
	secondPrinterId?: string | undefined;
	/** Whether the printer is another than the one of the kiosk that it is for: then the job names it. */
	elsewhere?: boolean;
}

/** All printers of an office. Nothing a printer does or fails to do throws into the caller or holds another printer up. An unknown printer throws. */
export interface Printing {
	/** Puts a paper in a printer's line and returns at once: `queued`, or `failed` (`closed`) after `close`. */
	print(printerId: string, paper: Paper, options?: PrintOptions): PrintJob;
	/**
	 * Draws what papers like these have in common, for every kind of printer there is, and prints nothing: the first person of the day then waits no longer than
	 * the next. Never rejects.
	 */
	makeReady(papers: readonly Paper[]): Promise<void>;
	/** How a job stands; null when it is unknown or long past. */
	job(jobId: string): PrintJob | null;
	/** Takes a job out of the line that surely was not touched, as `stale`; false where it may have been. */
	withdraw(jobId: string): boolean;
	/** In the order of the settings. */
	statuses(): PrinterStatus[];
	/** The last jobs of a printer, the newest first. */
	lastJobs(printerId: string): ListedJob[];
	/** Asks a printer how it is, unless it is printing. */
	check(printerId: string): Promise<PrinterStatus>;
	/** Prints nothing more on it, but test pages, until `resume` or until it is opened anew. */
	pause(printerId: string): PrinterStatus;
	resume(printerId: string): PrinterStatus;
	/** Hears each change of a printer, its line among it, that lasts a tenth of a second; never within a call. One listener. */
	onPrinter(listener: (status: PrinterStatus) => void): void;
	/** What a virtual printer has printed, the newest first, also before a restart; null for any other printer. */
	paper(printerId: string): PrintedPaper[] | null;
	/** Where print agents come in, for the printers that hang on one. */
	readonly agents: AgentSwitchboard;
	/** Lets what is in the lines be printed for at most `boundMs`; what is left then, or cannot be printed, fails (`closed`). */
	close(boundMs?: number): Promise<void>;
}

/** Throws when the paper of an earlier run is there but cannot be read, or a device's address is none. */
export function createPrinting(parts: PrintingParts): Printing {
	const { log, profiles = [], now = () => new Date() } = parts;
	const nowMs = parts.monotonic ?? (() => performance.now());
	const raster = createRaster();
	const logos = createLogos((file, error) =>
		log.warn({ err: error, file }, "the logo cannot be read, papers go without it"),
	);
	const agents = createAgentSwitchboard();
	const book = createJobBook({ now, log, onJob: parts.onJob });
	const spools = new Map<string, Spool>();
	const virtual = new Map<string, VirtualDevice>();
	const news = tellChanges((id) => spoolOf(id).status(), log);
	for (const settings of parts.printers) spools.set(settings.id, spoolFor(settings));
	let closed = false;

	function spoolFor(settings: PrinterSettings): Spool {
		const { id } = settings;
		return createSpool({
			printerId: id,
			device: deviceFor(settings),
			book,
			encode: (paper) => paperBytes(paper, settings, { raster, logos, profiles }),
			isWanted: parts.isWanted ?? (() => true),
			moveAway(job, printerId) {
				const second = spoolOf(printerId);
				if (!second.isWell()) return false;
				book.move(job.jobId, printerId);
				second.add(job);
				return true;
			},
			onStatus: () => news.look(id),
			log,
			timings: { ...spoolTimings, ...parts.timings },
			nowMs,
		});
	}

	function deviceFor(settings: PrinterSettings): Device {
		const agent = /^agent:(.+)$/.exec(settings.device)?.[1];
		if (agent !== undefined) {
			const { id: printerId, widthDots, cut = "partial" } = settings;
			const abilities = abilitiesOf(settings, profiles);
			return agentDevice(agent, agents, { printerId, widthDots, abilities, cut });
		}
		if (settings.device !== "virtual:") {
			if (parts.open) return parts.open(settings);
			return openDevice(settings.device, abilitiesOf(settings, profiles), parts.patience, (fault) =>
				log.warn(
					{ printerId: settings.id, device: settings.device, fault },
					"the printer cannot be reached",
				),
			);
		}
		const folder = join(parts.dataDir, "printers", settings.id);
		const { widthDots } = settings;
		const { feedUnitsPerDot } = abilitiesOf(settings, profiles);
		const device = virtualDevice(folder, { widthDots, feedUnitsPerDot }, now);
		virtual.set(settings.id, device);
		return device;
	}

	function spoolOf(printerId: string): Spool {
		const spool = spools.get(printerId);
		if (!spool) throw new Error(`there is no printer ${printerId}`);
		return spool;
	}

	return {
		print(printerId, paper, { secondPrinterId, elsewhere = false } = {}) {
			const spool = spoolOf(printerId);
			const second = secondPrinterId === printerId ? undefined : secondPrinterId;
			if (second !== undefined) spoolOf(second);
			const jobId = randomUUID();
			if (closed) return { jobId, state: "failed", reason: "closed" };
			const label = labelOf(paper);
			const ticketId = paper.kind === "ticket" ? paper.ticketId : null;
			const job = book.open({ jobId, ticketId, label, printerId, elsewhere });
			spool.add({ jobId, paper, label, askedMs: nowMs(), secondPrinterId: second ?? null });
			return job;
		},
		async makeReady(papers) {
			const kinds = new Map(parts.printers.map((one) => [`${one.widthDots} ${one.profile}`, one]));
			for (const settings of kinds.values()) {
				for (const paper of papers) {
					if (closed) return;
					await paperBytes(paper, settings, { raster, logos, profiles }).catch((error) => {
						if (closed) return;
						log.warn({ err: error, printerId: settings.id }, "a paper could not be made ready for");
					});
				}
			}
		},
		job: book.job,
		withdraw: (jobId) => [...spools.values()].some((spool) => spool.withdraw(jobId)),
		statuses: () => [...spools.values()].map((spool) => spool.status()),
		lastJobs(printerId) {
			spoolOf(printerId);
			return book.lastOf(printerId);
		},
		check: async (printerId) => spoolOf(printerId).check(),
		pause(printerId) {
			spoolOf(printerId).pause();
			return spoolOf(printerId).status();
		},
		resume(printerId) {
			spoolOf(printerId).resume();
			return spoolOf(printerId).status();
		},
		onPrinter: news.onNews,
		agents,
		paper: (printerId) => virtual.get(printerId)?.papers() ?? null,
		async close(boundMs = 5_000) {
			closed = true;
			await Promise.all([...spools.values()].map((spool) => spool.close(boundMs)));
			news.close();
			await raster.close();
		},
	};
}
