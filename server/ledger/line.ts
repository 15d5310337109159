import { crc32 } from "node:zlib";
import type { Event } from "../queue/event.ts";
import type { LedgerRecord } from "./ledger.ts";

/**
 * The form of a line. Form 2 added `request` and `answer`; lines of form 1 are read as what they are, those of a later form are refused, never guessed
 * at.
 */
export const lineForm = 2;

/** A record as it stands on disk. */
export interface Line<E = Event> extends LedgerRecord<E> {
	/**
	 * The number of the first event of the batch that was synced with it. A batch is written only after the one before it
	 * is durable, so this tells a write that was cut short from damage to what had been acknowledged.
	 */
	batch: number;
}

/**
 * One line of JSON that ends in its own CRC-32 (zlib, hexadecimal) over everything before `,"sum"`, and a line feed. The answer of a
 * request stands last, and how many bytes it takes first, so that a start need not parse what only a repeated request asks for.
 */
export function encodeLine(
	{ seq, at, by, key, events }: LedgerRecord<unknown>,
	batch: number,
): string {
	if (!key) return summed(JSON.stringify({ v: lineForm, batch, seq, at, by, events }));
	const { scope, body, answer } = key;
	const request = { scope, key: key.key, body };
	const answerText = JSON.stringify(answer);
	const answerBytes = Buffer.byteLength(answerText);
	const rest = JSON.stringify({ v: lineForm, answerBytes, batch, seq, at, by, events, request });
	return summed(`${rest.slice(0, -1)},"answer":${answerText}}`);
}

export type DecodedLine<E = Event> =
	| { ok: true; line: Line<E> }
	/** `later`: whole and right, but written by a later version of the hub. */
	| { ok: false; why: string; later?: true };

/** `,"sum":"0123abcd"}` */
const tailBytes = 18;
const tail = /^,"sum":"([0-9a-f]{8})"\}$/;
const head = /^\{"v":2,"answerBytes":(\d+),/;
const headBytes = 40;
const answerName = ',"answer":';

/**
 * Reads a line without its line feed. A wrong sum, a later form or no JSON at all is said, not thrown.
 * @param withAnswer false leaves the answer undefined, which is three times as quick
 */
export function decodeLine<E = Event>(bytes: Buffer, withAnswer = true): DecodedLine<E> {
	const bodyBytes = bytes.length - tailBytes;
	const sum = bodyBytes > 0 ? tail.exec(bytes.toString("latin1", bodyBytes))?.[1] : undefined;
	if (!sum) return { ok: false, why: "the line does not end in its checksum" };
	if (sumOf(bytes.subarray(0, bodyBytes)) !== sum) {
		return { ok: false, why: "the checksum does not fit the line" };
	}
	const text = withAnswer ? bytes.toString() : withoutAnswer(bytes, bodyBytes);
	const { v, batch, seq, at, by, request, answer, events } = JSON.parse(text);
	if (v > lineForm) {
		const why = `the line has form ${v}, this hub reads forms 1 to ${lineForm}`;
		return { ok: false, why, later: true };
	}
	const key = request && { key: { ...request, answer } };
	return { ok: true, line: { batch, seq, at, by, ...key, events } };
}

function withoutAnswer(bytes: Buffer, bodyBytes: number): string {
	const answerBytes = head.exec(bytes.toString("latin1", 0, headBytes))?.[1];
	if (answerBytes === undefined) return bytes.toString();
	return `${bytes.toString("utf8", 0, bodyBytes - Number(answerBytes) - answerName.length)}}`;
}

function summed(line: string): string {
	const body = line.slice(0, -1);
	return `${body},"sum":"${sumOf(body)}"}\n`;
}

function sumOf(body: string | Buffer): string {
	return crc32(body).toString(16).padStart(8, "0");
}
