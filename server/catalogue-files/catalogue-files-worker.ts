import { createHash } from "node:crypto";
import { setPriority, constants as system } from "node:os";
import { parentPort } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { writeProcedureFile } from "../../catalogue/procedure-file.ts";
import { packRows } from "../../catalogue/rows.ts";
import { writeSearchFile } from "../../catalogue/search-file.ts";
import { buildSearchIndex } from "../../catalogue/search-index.ts";
import type { Searchable } from "../../catalogue/terms.ts";
import type { Procedure, ProcedureSummary } from "../../protocol/procedures.ts";
import type { Made, Packed, Telling } from "./messages.ts";

// Where the machine is short of time the hub comes first, as in server/waits/waits-worker.ts.
if (process.platform === "linux") setPriority(0, system.priority.PRIORITY_LOW);

/** Of brotli's 11 steps the last ones take many seconds for some percent. */
const brotliSteps = 7;

/** The thread that makes the files, once. */
const searchables: Searchable[] = [];
const summaries: ProcedureSummary[] = [];
const procedures: Procedure[] = [];
let search = new Uint8Array();

parentPort?.on("message", (telling: Telling) => {
	if ("searched" in telling) {
		for (const { searchable, summary } of telling.searched) {
			searchables.push(searchable);
			summaries.push(summary);
		}
	} else if ("words" in telling) {
		const index = buildSearchIndex(searchables, telling.words);
		search = writeSearchFile({ index, rows: packRows(summaries) });
		const copy = ownBytes(search);
		tell({ index: copy }, [copy.buffer]);
	} else if ("whole" in telling) {
		procedures.push(...telling.whole);
	} else {
		const whole = writeProcedureFile(procedures, telling.events);
		const files = {
			hash: createHash("sha256").update(search).update(whole).digest("hex").slice(0, 32),
			search: packed(search),
			procedures: packed(whole),
		};
		const buffers = [files.search, files.procedures].flatMap(({ gzip, brotli }) => [
			gzip.buffer,
			brotli.buffer,
		]);
		tell({ files }, buffers);
		parentPort?.close();
	}
});

function tell(made: Made, handedOver: ArrayBuffer[]): void {
	parentPort?.postMessage(made, handedOver);
}

function packed(file: Uint8Array): Packed {
	return {
		gzip: ownBytes(gzipSync(file, { level: 9 })),
		brotli: ownBytes(
			brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliSteps } }),
		),
	};
}

/** A buffer may lie in one that others use too, and only whole ones can be handed over. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}
