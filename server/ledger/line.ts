import { crc32 } from "node:zlib";
import type { LedgerRecord } from "./ledger.ts";

/**
 * The form of a line. Form 2 added `key`; lines of form 1 are read as what they are, those of a later form are refused, never guessed
 * at.
 */
export const lineForm = 2;

/** A record as it stands on disk. */
export interface Line extends LedgerRecord {
	/**
	 * The number of the first event of the batch that was synced with it. A batch is written only after the one before it
	 * is durable, so this tells a write that was cut short from damage to what had been acknowledged.
	 */
	batch: number;
}

/** One line of JSON that ends in its own CRC-32 (zlib, hexadecimal) over everything before `,"sum"`, and a line feed. */
export function encodeLine({ seq, at, by, key, events }: LedgerRecord, batch: number): string {
	const body = JSON.stringify({ v: lineForm, batch, seq, at, by, key, events }).slice(0, -1);
	return `${body},"sum":"${sumOf(body)}"}\n`;
}

export type DecodedLine =
	| { ok: true; line: Line }
	/** `later`: whole and right, but written by a later version of the hub. */
	| { ok: false; why: string; later?: true };

/** `,"sum":"0123abcd"}` */
const tailBytes = 18;
const tail = /^,"sum":"([0-9a-f]{8})"\}$/;

/** Reads a line without its line feed. A wrong sum, a later form or no JSON at all is said, not thrown. */
export function decodeLine(bytes: Buffer): DecodedLine {
	const bodyBytes = bytes.length - tailBytes;
	const sum = bodyBytes > 0 ? tail.exec(bytes.toString("latin1", bodyBytes))?.[1] : undefined;
	if (!sum) return { ok: false, why: "the line does not end in its checksum" };
	if (sumOf(bytes.subarray(0, bodyBytes)) !== sum) {
		return { ok: false, why: "the checksum does not fit the line" };
	}
	const { v, batch, seq, at, by, key, events } = JSON.parse(bytes.toString());
	if (v > lineForm) {
		const why = `the line has form ${v}, this hub reads forms 1 to ${lineForm}`;
		return { ok: false, why, later: true };
	}
	return { ok: true, line: { batch, seq, at, by, ...(key && { key }), events } };
}

function sumOf(body: string | Buffer): string {
	return crc32(body).toString(16).padStart(8, "0");
}
