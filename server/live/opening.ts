import type { Status } from "../../protocol/live.ts";

/** How late a kiosk may learn that the office has opened or closed. */
const lookEveryMs = 5_000;

export interface Opening {
	/** Whether the office takes people in now. */
	status(): Status;
	stop(): void;
}

/** Tells every kiosk when the office opens and closes. */
export function watchOpening(
	kiosks: readonly { id: string }[],
	isOpenNow: () => boolean,
	tell: (room: string, status: Status) => void,
): Opening {
	const status = (): Status => ({ topic: "office", open: isOpenNow() });
	let told = isOpenNow();
	const look = setInterval(() => {
		if (isOpenNow() === told) return;
		told = !told;
		for (const { id } of kiosks) tell(`kiosk:${id}`, status());
	}, lookEveryMs);
	look.unref();
	return { status, stop: () => clearInterval(look) };
}
