// Node and browsers both have them; this side is compiled against neither.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 (RFC 3629). */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
	return encoder.encode(text);
}

export function textFromBytes(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}
