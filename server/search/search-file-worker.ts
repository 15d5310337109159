import { createHash } from "node:crypto";
import { setPriority, constants as system } from "node:os";
import { parentPort } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { packRows } from "../../catalogue/rows.ts";
import { writeSearchFile } from "../../catalogue/search-file.ts";
import { buildSearchIndex } from "../../catalogue/search-index.ts";
import type { Searchable } from "../../catalogue/terms.ts";
import type { ProcedureSummary } from "../../protocol/procedures.ts";
import type { Made, Telling } from "./messages.ts";

// Where the machine is short of time the hub comes first, as in server/waits/waits-worker.ts.
if (process.platform === "linux") setPriority(0, system.priority.PRIORITY_LOW);

/** Of brotli's 11 steps the last ones take many seconds for some percent. */
const brotliSteps = 7;

/** The thread that makes the search file, once. */
const searchables: Searchable[] = [];
const summaries: ProcedureSummary[] = [];

parentPort?.on("message", (telling: Telling) => {
	if ("procedures" in telling) {
		for (const { searchable, summary } of telling.procedures) {
			searchables.push(searchable);
			summaries.push(summary);
		}
		return;
	}
	const index = buildSearchIndex(searchables, telling.words);
	const file = writeSearchFile({ index, rows: packRows(summaries) });
	const made: Made = {
		hash: createHash("sha256").update(file).digest("hex").slice(0, 32),
		file,
		gzip: ownBytes(gzipSync(file, { level: 9 })),
		brotli: ownBytes(
			brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliSteps } }),
		),
	};
	parentPort?.postMessage(made, [made.file.buffer, made.gzip.buffer, made.brotli.buffer]);
	parentPort?.close();
});

/** A buffer may lie in one that others use too, and only whole ones can be handed over. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}
