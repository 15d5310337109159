import { isOpen } from "../../config/hours.ts";
import type { Office } from "../../config/office.ts";
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
	{ hours, timeZone, kiosks }: Office,
	now: () => number,
	tell: (room: string, status: Status) => void,
): Opening {
	const isOpenNow = () => isOpen(hours, new Date(now()).toISOString(), timeZone);
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
