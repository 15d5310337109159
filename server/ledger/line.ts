import { crc32 } from "node:zlib";
import type { LedgerRecord } from "./ledger.ts";

/** The form of a line; a line of a later form is refused, never guessed at. */
export const lineVersion = 1;

/** A record as it stands on disk. */
export interface Line extends LedgerRecord {
	/**
	 * The number of the first event of the batch that was synced with it. A batch is written only after the one before it
	 * is durable, so this tells a write that was cut short from damage to what had been acknowledged.
	 */
	batch: number;
}

/** One line of JSON that ends in its own CRC-32 (zlib, hexadecimal) over everything before `,"sum"`, and a line feed. */
export function encodeLine({ batch, seq, at, by, events }: Line): string {
	const body = JSON.stringify({ v: lineVersion, batch, seq, at, by, events }).slice(0, -1);
	return `${body},"sum":"${sumOf(body)}"}\n`;
}

export type DecodedLine =
	| { ok: true; line: Line }
	/** `later`: whole and right, but written by a later version of the hub. */
	| { ok: false; why: string; later?: true };

const tail = /,"sum":"([0-9a-f]{8})"\}$/;

/** Reads a line without its line feed. A wrong sum, a later form or no JSON at all is said, not thrown. */
export function decodeLine(text: string): DecodedLine {
	const match = tail.exec(text);
	if (!match) return { ok: false, why: "the line does not end in its checksum" };
	const body = text.slice(0, match.index);
	if (sumOf(body) !== match[1]) return { ok: false, why: "the checksum does not fit the line" };
	const { v, batch, seq, at, by, events } = JSON.parse(`${body}}`);
	if (v !== lineVersion) {
		const why = `the line has form ${v}, this hub reads form ${lineVersion}`;
		return { ok: false, why, later: true };
	}
	return { ok: true, line: { batch, seq, at, by, events } };
}

function sumOf(text: string): string {
	return crc32(text).toString(16).padStart(8, "0");
}
