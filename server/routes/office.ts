import { defaultMmPerPx } from "../../config/office.ts";
import { OfficeView } from "../../protocol/office.ts";
import type { App, Parts } from "./parts.ts";

/** What a kiosk may know of the office. */
export function addOfficeRoute(app: App, { office, catalogue, isOpenNow }: Parts): void {
	app.get(
		"/api/office",
		{
			schema: {
				tags: ["lobby"],
				summary: "The office: services, counters, priority classes, hours, languages",
				response: { 200: OfficeView },
			},
		},
		async () => {
			const open = isOpenNow();
			return {
				id: office.id,
				name: office.name,
				services: office.services.map(({ id, prefix, name }) => ({ id, prefix, name, open })),
				counters: office.counters,
				priorityClasses: office.priorityClasses,
				languages: office.languages,
				hours: office.hours,
				timeZone: office.timeZone,
				open,
				kiosks: office.kiosks.map(({ id, printerId, mmPerPx = defaultMmPerPx }) => ({
					id,
					printerId,
					mmPerPx,
				})),
				printers: office.printers.map(({ id, name = id, device }) => ({
					id,
					name,
					virtual: device === "virtual:",
				})),
				catalogue: {
					title: catalogue.title,
					caution: catalogue.caution,
					asOf: catalogue.asOf,
					count: catalogue.count,
				},
			};
		},
	);
}
