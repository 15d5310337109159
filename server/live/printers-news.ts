import type { Office } from "../../config/office.ts";
import type { Printing } from "../../printer/index.ts";
import type { Status } from "../../protocol/live.ts";
import type { PrinterStatus } from "../../protocol/printing.ts";

export interface PrintersNews {
	/** What whoever comes to a room is told of printers. */
	statusesFor(room: string): Status[];
}

export interface PrintersNewsParts {
	printing: Pick<Printing, "statuses" | "onPrinter">;
	office: Pick<Office, "kiosks">;
}

/** Tells staff how every printer is, and each kiosk how those are that it prints on. */
export function tellPrinters(
	{ printing, office }: PrintersNewsParts,
	tell: (room: string, status: Status) => void,
): PrintersNews {
	const isOf = (room: string, printerId: string) =>
		room === "staff" ||
		office.kiosks.some(
			(kiosk) =>
				room === `kiosk:${kiosk.id}` &&
				(kiosk.printerId === printerId || kiosk.secondPrinterId === printerId),
		);
	const rooms = ["staff", ...office.kiosks.map(({ id }) => `kiosk:${id}`)];

	printing.onPrinter((status) => {
		for (const room of rooms) if (isOf(room, status.id)) tell(room, statusOf(status));
	});
	return {
		statusesFor: (room) =>
			printing
				.statuses()
				.filter(({ id }) => isOf(room, id))
				.map(statusOf),
	};
}

function statusOf(status: PrinterStatus): Status {
	return { topic: "printer", ...status };
}
