import type { OfficeStatus } from "../../protocol/live.ts";
import type { OfficeHours } from "../office-hours.ts";

/** Whether an office and each of its services give numbers now. */
export function officeStatus(
	services: readonly { id: string }[],
	hours: Pick<OfficeHours, "office" | "service">,
): OfficeStatus {
	const opening = hours.office();
	return {
		topic: "office",
		open: opening.tickets,
		opening,
		services: services.map(({ id }) => ({ id, ...hours.service(id) })),
	};
}
