import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import {
	PrintAnswer,
	type PrinterEntry,
	PrinterList,
	type PrinterSettings,
	PrinterStatus,
} from "../../protocol/printing.ts";
import { printerName, profileOf } from "../papers.ts";
import type { App, Parts } from "./parts.ts";
import { createPrintOnce } from "./print-once.ts";
import { Refused } from "./problems.ts";
import { keyOf } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["printers"];
const params = Type.Object({ id: Type.String({ maxLength: 80 }) });
const empty = Type.Object({}, { additionalProperties: false });

/** The office's printers. Whoever changes a roll sees how they are and tries them; whether one rests, a supervisor decides. */
export function addPrinterRoutes(app: App, parts: Parts): void {
	const { office, printing, papers, audit, sessions } = parts;
	const officers = requireAccount(sessions, ["officer", "supervisor"]);
	const supervisors = requireAccount(sessions, ["supervisor"]);
	const once = createPrintOnce(printing);

	app.get(
		"/api/printers",
		{
			onRequest: officers,
			schema: {
				tags,
				summary: "Every printer: how it is, who prints on it, its last jobs",
				response: { 200: PrinterList },
			},
		},
		async () => {
			const statuses = new Map(printing.statuses().map((status) => [status.id, status]));
			return office.printers.flatMap((printer) => {
				const status = statuses.get(printer.id);
				return status ? [entry(printer, status)] : [];
			});
		},
	);

	app.post(
		"/api/printers/:id/test",
		{
			onRequest: officers,
			schema: {
				tags,
				summary: "Prints a test page, before all that waits, also while the printer is paused",
				params,
				body: empty,
				response: { 200: PrintAnswer },
			},
		},
		async (request) => {
			const printer = printerOf(request.params.id);
			const { username } = request.account;
			const print = await once(request, username, async () => {
				await note("printer-tested", printer, username);
				return printing.print(printer.id, papers.test(printer));
			});
			return { print };
		},
	);

	app.post(
		"/api/printers/:id/check",
		{
			onRequest: officers,
			schema: {
				tags,
				summary: "Asks the printer now how it is",
				params,
				body: empty,
				response: { 200: PrinterStatus },
			},
		},
		async (request) => {
			keyOf(request);
			return printing.check(printerOf(request.params.id).id);
		},
	);

	app.post(
		"/api/printers/:id/pause",
		{
			onRequest: supervisors,
			schema: {
				tags,
				summary:
					"Prints nothing more on it until it is resumed or the hub starts anew; twice is once",
				params,
				body: empty,
				response: { 200: PrinterStatus },
			},
		},
		async (request) => turn(request, request.params.id, "printer-paused"),
	);

	app.post(
		"/api/printers/:id/resume",
		{
			onRequest: supervisors,
			schema: {
				tags,
				summary: "Lets it print again; twice is once",
				params,
				body: empty,
				response: { 200: PrinterStatus },
			},
		},
		async (request) => turn(request, request.params.id, "printer-resumed"),
	);

	async function turn(
		request: FastifyRequest,
		id: string,
		type: "printer-paused" | "printer-resumed",
	): Promise<PrinterStatus> {
		keyOf(request);
		const printer = printerOf(id);
		const isPaused = printing
			.statuses()
			.some((status) => status.id === printer.id && status.reasons.includes("paused"));
		if (isPaused !== (type === "printer-paused")) {
			await note(type, printer, request.account.username);
		}
		return type === "printer-paused" ? printing.pause(printer.id) : printing.resume(printer.id);
	}

	function note(
		type: "printer-tested" | "printer-paused" | "printer-resumed",
		printer: PrinterSettings,
		by: string,
	): Promise<void> {
		return audit.note({ type, printerId: printer.id, name: printerName(printer) }, by);
	}

	function printerOf(id: string): PrinterSettings {
		const printer = office.printers.find((one) => one.id === id);
		if (!printer) throw new Refused("printer/unknown");
		return printer;
	}

	function entry(printer: PrinterSettings, status: PrinterStatus): PrinterEntry {
		const { id, device, widthDots } = printer;
		return {
			...status,
			name: printerName(printer),
			device,
			profile: profileOf(printer),
			widthDots,
			kiosks: office.kiosks
				.filter(({ printerId, secondPrinterId }) => printerId === id || secondPrinterId === id)
				.map((kiosk) => kiosk.id),
			lastJobs: printing.lastJobs(id),
		};
	}
}
