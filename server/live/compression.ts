import type { ServerOptions } from "socket.io";

type Deflate = Exclude<ServerOptions["perMessageDeflate"], boolean | undefined>;

/**
 * How live messages are compressed where an office wants that: permessage-deflate (RFC 7692), with whoever offers it. Off unless asked for: in the hall's own network bytes cost nothing.
 *
 * Each client's stream is compressed as a whole: a change has little that is said twice in itself, and nearly all that was said by the changes before it. So
 * changes of 0.3 to 1 kB come to a tenth of themselves; each by itself they would come to 0.6. The compressor would be kept for each client in either
 * case (ws clears it and does not free it), so that this costs no memory more. With it ws compresses every message, however short; a threshold
 * would hold for messages by themselves alone.
 *
 * A window of 8 kB holds the last dozen changes, and 64 kB a client do for the compressor instead of 256 kB: (1 << (13 + 2)) + (1 << (6 + 9)) bytes, as zlib reckons. What
 * unpacks a client's own messages, and the streams around both, come to about as much again.
 */
export const compression: Deflate = {
	serverMaxWindowBits: 13,
	zlibDeflateOptions: { memLevel: 6 },
	// zlib works in the threads that also write and sync the ledger: of those four, two are always left to it.
	concurrencyLimit: 2,
};

/**
 * Answers to long polling are compressed in any case where the client takes it, from this length on: each by itself and nothing kept between. Only who cannot have
 * a WebSocket stays with it, most likely far away; all others pass through it when they come back, with messages that are shorter but for a snapshot.
 */
export const pollingCompression = { threshold: 1_024 };
