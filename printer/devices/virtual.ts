import { readdirSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toPng } from "../bitmap.ts";
import { type Device, type DeviceJob, type Outcome, wellCondition } from "../device.ts";
import { keepCondition } from "../kept-condition.ts";
import { decodePaper } from "../paper-decoder.ts";

/** A ticket that a virtual printer has printed; `file` is the path of its picture (PNG). */
export interface PrintedPaper {
	jobId: string;
	/** A ticket's number, or what else was printed. */
	label: string;
	/** ISO 8601, UTC. */
	printedAt: string;
	file: string;
}

export interface VirtualDevice extends Device {
	/** The newest first. */
	papers(): PrintedPaper[];
}

/** How many tickets a virtual printer keeps. */
export const papersKept = 200;

/**
 * A printer that is a folder: each ticket is kept as the bytes a printer would get (`.bin`) and as the picture that these
 * very bytes make (`.png`). What an earlier run printed is still there. Throws when the folder is there but cannot be read.
 */
export function virtualDevice(
	folder: string,
	{ widthDots, feedUnitsPerDot }: { widthDots: number; feedUnitsPerDot: number },
	now: () => Date = () => new Date(),
): VirtualDevice {
	const papers = readPapers(folder);
	const { condition, onCondition, become } = keepCondition();

	async function keep({ jobId, label, bytes }: DeviceJob): Promise<void> {
		const { picture } = decodePaper(bytes, widthDots, feedUnitsPerDot);
		const at = now().toISOString();
		const stem = stemOf(at, { jobId, label });
		const file = join(folder, `${stem}.png`);
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, `${stem}.bin`), bytes);
		// The list goes by pictures, so that a picture must be whole from its first moment.
		await writeFile(`${file}.part`, toPng(picture));
		await rename(`${file}.part`, file);
		papers.unshift({ jobId, label, printedAt: at, file });
		// The paper is there: what cannot be cleared away beside it must not have it printed again.
		for (const old of papers.splice(papersKept)) {
			await rm(old.file, { force: true }).catch(() => undefined);
			await rm(old.file.replace(/png$/, "bin"), { force: true }).catch(() => undefined);
		}
	}

	async function attempt(job: DeviceJob, signal: AbortSignal): Promise<Outcome> {
		if (signal.aborted) return { state: "failed", reason: "closed", untouched: true };
		try {
			await keep(job);
			return { state: "confirmed" };
		} catch (error) {
			// A full or lost disk is to this printer what a pulled cable is to another.
			return { state: "failed", reason: "unreachable", untouched: true, detail: String(error) };
		}
	}

	return {
		async print(job, { signal }) {
			const outcome = await attempt(job, signal);
			become(
				outcome.state === "confirmed"
					? wellCondition
					: { state: "offline", reasons: ["unreachable"] },
			);
			return outcome;
		},
		ask: async () => condition(),
		condition,
		onCondition,
		async close() {
			// A folder is not held open.
		},
		papers: () => [...papers],
	};
}

/** `20261121T010500123Z-A012-JOBID`: sorts by time, and all that the list says is in it. */
function stemOf(at: string, { label, jobId }: Pick<DeviceJob, "label" | "jobId">): string {
	return `${at.replace(/[-:.]/g, "")}-${encodeURIComponent(label)}-${jobId}`;
}

const stemPattern =
	/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(.+?)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.png$/;

function readPapers(folder: string): PrintedPaper[] {
	return namesIn(folder)
		.sort()
		.reverse()
		.flatMap((name) => {
			const match = stemPattern.exec(name);
			if (!match) return [];
			const [, year, month, day, hour, minute, second, ms, label = "", jobId = ""] = match;
			return [
				{
					jobId,
					label: decodeURIComponent(label),
					printedAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`,
					file: join(folder, name),
				},
			];
		});
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		// Nothing was printed yet.
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
		throw error;
	}
}
