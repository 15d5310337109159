/** What the sensors of a printer see. */
export interface Sensors {
	paper: "enough" | "near-end" | "out";
	coverOpen: boolean;
	/** It tried to cut and could not. */
	cutterError: boolean;
	/** Too hot, or anything else that it says no more of. */
	error: boolean;
	/** Taken offline by hand. */
	offline: boolean;
}

export const wellSensors: Sensors = {
	paper: "enough",
	coverOpen: false,
	cutterError: false,
	error: false,
	offline: false,
};

/** Whether it prints nothing and says that it is offline. */
export function isStopped({ paper, coverOpen, cutterError, error, offline }: Sensors): boolean {
	return paper === "out" || coverOpen || cutterError || error || offline;
}

/** The answer to DLE EOT n; null for an n that is none. */
export function realTimeStatus(n: number, is: Sensors): number | null {
	const fixed = 0b0001_0010;
	const { near, out } = paperBits(is);
	switch (n) {
		case 1:
			return fixed | bit(3, isStopped(is)) | bit(5, is.cutterError);
		case 2:
			return fixed | bit(2, is.coverOpen) | bit(5, out !== 0) | bit(6, is.cutterError || is.error);
		case 3:
			return fixed | bit(3, is.cutterError) | bit(6, is.error);
		case 4:
			return fixed | (near << 2) | (out << 5);
		default:
			return null;
	}
}

/** The four bytes of automatic status. */
export function automaticStatusBytes(is: Sensors): Buffer {
	const { near, out } = paperBits(is);
	return Buffer.of(
		0b0001_0000 | bit(3, isStopped(is)) | bit(5, is.coverOpen),
		bit(3, is.cutterError) | bit(6, is.error),
		near | (out << 2),
		0b0000_1111,
	);
}

/** The answer to GS r 1. */
export function paperStatus(is: Sensors): number {
	const { near, out } = paperBits(is);
	return near | (out << 2);
}

/** Each sensor has two bits; where paper is out, its end was near as well. */
function paperBits({ paper }: Sensors): { near: number; out: number } {
	return { near: paper === "enough" ? 0 : 3, out: paper === "out" ? 3 : 0 };
}

function bit(index: number, on: boolean): number {
	return on ? 1 << index : 0;
}
