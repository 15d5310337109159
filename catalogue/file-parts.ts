import { textFromBytes, textToBytes } from "./text-bytes.ts";

/** A part of a file: its name, its bytes, and of how many numbers or texts it is made. */
export interface FilePart {
	name: string;
	bytes: Uint8Array;
	count: number;
}

/** A file of parts as it was read. `head` is what its writer said of it, of the form that was asked for. */
export interface ReadFile<Head> {
	head: Head;
	/** An empty one where the file has no such part. */
	part(name: string): FilePart;
}

interface Whole<Head> {
	form: number;
	head: Head;
	parts: { name: string; bytes: number; count: number }[];
}

/**
 * Bytes that say all that `readFileParts` needs: the length of what comes next in 4 bytes, the form, the head and the
 * parts' lengths as JSON, then the parts one after the other. Not compressed.
 * @param form goes up when what the parts mean changes, so that nobody reads a form that they do not know
 */
export function writeFileParts(
	form: number,
	head: object,
	parts: FilePart[],
): Uint8Array<ArrayBuffer> {
	const whole: Whole<object> = {
		form,
		head,
		parts: parts.map(({ name, bytes, count }) => ({ name, bytes: bytes.length, count })),
	};
	const headBytes = textToBytes(JSON.stringify(whole));
	const file = new Uint8Array(
		parts.reduce((length, { bytes }) => length + bytes.length, 4 + headBytes.length),
	);
	new DataView(file.buffer).setUint32(0, headBytes.length);
	file.set(headBytes, 4);
	let end = 4 + headBytes.length;
	for (const { bytes } of parts) {
		file.set(bytes, end);
		end += bytes.length;
	}
	return file;
}

/** @throws {Error} for bytes of another form than `form` */
export function readFileParts<Head>(form: number, file: Uint8Array<ArrayBuffer>): ReadFile<Head> {
	const headLength = new DataView(file.buffer, file.byteOffset).getUint32(0);
	const whole: Whole<Head> = JSON.parse(textFromBytes(file.subarray(4, 4 + headLength)));
	if (whole.form !== form) throw new Error(`a file of form ${whole.form}, not ${form}`);
	let end = 4 + headLength;
	const parts = new Map(
		whole.parts.map(({ name, bytes, count }) => {
			const begin = end;
			end += bytes;
			return [name, { name, bytes: file.subarray(begin, end), count }] as const;
		}),
	);
	return {
		head: whole.head,
		part: (name) => parts.get(name) ?? { name, bytes: new Uint8Array(), count: 0 },
	};
}
