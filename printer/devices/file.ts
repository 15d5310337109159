import { constants, type FileHandle, open } from "node:fs/promises";
import { setTimeout as passed } from "node:timers/promises";
import { type Line, type Link, LinkError } from "../link.ts";

/** How a device file is written and read, in milliseconds. */
export interface FileTimings {
	/** For any more of the bytes to be taken. */
	stalledMs: number;
	/** Between two looks at a file that takes, or has, nothing just now. */
	lookMs: number;
}

export const fileTimings: FileTimings = { stalledMs: 10_000, lookMs: 20 };

/**
 * A printer that the operating system has a device file for: `/dev/usb/lp0`. It is opened without blocking: a printer that takes nothing would
 * otherwise hold a thread of the process for good, and there are only four.
 */
export function fileLink(path: string, timings: FileTimings = fileTimings): Link {
	return {
		bytesPerSecond: null,
		async open(signal) {
			if (signal.aborted) throw new LinkError("unreachable", "it is not wanted any more");
			try {
				return lineOver(await opened(path), timings);
			} catch (error) {
				if (error instanceof LinkError) throw error;
				throw new LinkError("unreachable", String(error), { cause: error });
			}
		},
	};
}

async function opened(path: string): Promise<{ file: FileHandle; hears: boolean }> {
	// Never O_CREAT: where a device is unplugged its file is gone, and an ordinary one must not take its place.
	const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;
	const flags = O_NONBLOCK | O_NOCTTY;
	try {
		return { file: await open(path, O_RDWR | flags), hears: true };
	} catch (error) {
		if (!isCode(error, "EACCES", "EPERM", "EROFS")) throw error;
		return { file: await open(path, O_WRONLY | flags), hears: false };
	}
}

function lineOver(
	{ file, hears }: { file: FileHandle; hears: boolean },
	{ stalledMs, lookMs }: FileTimings,
): Line {
	let ended: LinkError | null = null;
	let onBytes: (bytes: Uint8Array) => void = () => undefined;
	let onLost: (error: LinkError) => void = () => undefined;

	function end(error: unknown): LinkError {
		if (ended) return ended;
		const { code } = Object(error);
		ended = error instanceof LinkError ? error : new LinkError("closed", `${code}: ${error}`);
		onLost(ended);
		return ended;
	}

	async function listen(): Promise<void> {
		const room = Buffer.alloc(256);
		while (!ended) {
			try {
				const { bytesRead } = await file.read(room, 0, room.length, null);
				if (bytesRead > 0) onBytes(Uint8Array.from(room.subarray(0, bytesRead)));
				else await passed(lookMs, undefined, { ref: false });
			} catch (error) {
				if (isCode(error, "EAGAIN", "EWOULDBLOCK")) {
					await passed(lookMs, undefined, { ref: false });
				} else if (!ended) end(error);
			}
		}
	}
	const listening = hears ? listen() : Promise.resolve();

	return {
		hears,
		async write(bytes) {
			let at = 0;
			let takenAt = performance.now();
			while (at < bytes.length) {
				if (ended) throw ended;
				try {
					const { bytesWritten } = await file.write(bytes, at, bytes.length - at, null);
					at += bytesWritten;
					if (bytesWritten > 0) takenAt = performance.now();
				} catch (error) {
					if (!isCode(error, "EAGAIN", "EWOULDBLOCK")) throw end(error);
					if (performance.now() - takenAt > stalledMs) {
						throw end(new LinkError("timeout", `no byte was taken for ${stalledMs} ms`));
					}
					await passed(lookMs, undefined, { ref: false });
				}
			}
		},
		onBytes(listener) {
			onBytes = listener;
		},
		onLost(listener) {
			onLost = listener;
		},
		async close() {
			onLost = () => undefined;
			ended ??= new LinkError("closed", "the line was let go of");
			await listening;
			await file.close();
		},
	};
}

function isCode(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
