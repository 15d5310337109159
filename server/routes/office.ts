import { defaultMmPerPx } from "../../config/office.ts";
import { voiceSettings } from "../../config/voice.ts";
import { OfficeView } from "../../protocol/office.ts";
import { demoMark } from "../../words/demo-mark.ts";
import { usualRules } from "../queue/policy.ts";
import { officeBoards } from "../views/office-boards.ts";
import { officeStatus } from "../views/office-status.ts";
import type { App, Parts } from "./parts.ts";

/** What a kiosk may know of the office. */
export function addOfficeRoute(
	app: App,
	{ office, settings, isDemo, languages, catalogue, catalogueFiles, hub, hours, slides }: Parts,
): void {
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
			const { open, opening, services } = await hub.read(() =>
				officeStatus(office.services, hours),
			);
			return {
				id: office.id,
				name: office.name,
				...(isDemo && { demo: demoMark }),
				services: services.flatMap((standing) => {
					const service = office.services.find(({ id }) => id === standing.id);
					if (!service) return [];
					const { prefix, name, sign, seats } = service;
					return [{ prefix, name, ...(sign && { sign }), ...(seats && { seats }), ...standing }];
				}),
				counters: office.counters,
				priorityClasses: office.priorityClasses.map(({ id, name, hint }) => ({
					id,
					name,
					...(hint && { hint }),
				})),
				languages: office.languages,
				furtherLanguages: languages.map(({ code, name, version }) => ({ code, name, version })),
				hours: office.hours,
				timeZone: office.timeZone,
				open,
				opening,
				kiosks: office.kiosks.map(
					({ id, printerId, mmPerPx = defaultMmPerPx, scanner = false, spoken = false }) => ({
						id,
						printerId,
						mmPerPx,
						scanner,
						spoken,
					}),
				),
				boards: officeBoards(office.boards ?? []),
				slides: slides.shown,
				ticker: office.ticker ?? [],
				voice: voiceSettings(office),
				printers: office.printers.map(({ id, name = id, device }) => ({
					id,
					name,
					virtual: device === "virtual:",
				})),
				settingsVersion: settings.newest.number,
				undoSeconds: office.tickets?.undoSeconds ?? usualRules.undoSeconds,
				catalogue: {
					title: catalogue.title,
					caution: catalogue.caution,
					asOf: catalogue.asOf,
					count: catalogue.count,
					hash: catalogueFiles.current?.hash ?? null,
				},
			};
		},
	);
}
