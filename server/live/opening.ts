import type { OfficeStatus, Status } from "../../protocol/live.ts";
import type { Observer } from "../pipeline.ts";
import { quotaLeft } from "../queue/decide-service.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";

/** How late a kiosk may learn what the clock has changed. */
const lookEveryMs = 5_000;

export interface Opening {
	/** Whether the office and each service give numbers now. */
	status(): OfficeStatus;
	/** Tells what is another now. */
	look(): void;
	stop(): void;
}

export interface OpeningParts {
	kiosks: readonly { id: string }[];
	standing: () => OfficeStatus;
	tell: (room: string, status: Status) => void;
	observe: (observer: Observer) => void;
}

/** Tells every kiosk when the office or a service begins or ends to give numbers: by the clock, or because somebody decided so. */
export function watchOpening({ kiosks, standing, tell, observe }: OpeningParts): Opening {
	let told = comparable(standing());
	/** Whether something was decided that kiosks are not told of yet. */
	let decided = false;
	const look = () => {
		const status = standing();
		const now = comparable(status);
		if (now === told) return;
		told = now;
		for (const { id } of kiosks) tell(`kiosk:${id}`, status);
	};
	const timer = setInterval(look, lookEveryMs);
	timer.unref();
	observe({
		saw: (state, event) => {
			decided ||= mayShut(state, event);
		},
		seal: () => {
			if (!decided) return () => undefined;
			decided = false;
			return look;
		},
	});
	return { status: standing, look, stop: () => clearInterval(timer) };
}

/** How many numbers are left changes with each ticket, and is in the services' rows. */
function comparable(status: OfficeStatus): string {
	return JSON.stringify(status, (key, value) => (key === "quotaLeft" ? undefined : value));
}

function mayShut(state: QueueState, event: StampedEvent): boolean {
	switch (event.type) {
		// The last number of a quota.
		case "ticket-issued":
			return quotaLeft(state, event.serviceId) === 0;
		case "hall-stopped":
		case "hall-resumed":
		case "hours-set":
		case "service-closed":
		case "service-opened":
		case "quota-set":
			return true;
		default:
			return false;
	}
}
