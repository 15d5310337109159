import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { usualLimits } from "../../config/limits.ts";
import type { PrintOptions } from "../../printer/index.ts";
import { hasEnded } from "../../printer/job-book.ts";
import {
	PrintAnswer,
	PrintChecklist,
	type PrintJob,
	ReprintTicket,
} from "../../protocol/printing.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { printerName } from "../papers.ts";
import { aheadOf } from "../queue/order.ts";
import { followUrlOf, ticketOnWire } from "../views/ticket.ts";
import { kioskOf } from "./kiosk-of.ts";
import { isStaff, kioskOrStaff } from "./kiosk-or-staff.ts";
import { deviceName, requireDevice } from "./known-device.ts";
import type { App, Parts } from "./parts.ts";
import { createPrintOnce } from "./print-once.ts";
import { Refused } from "./problems.ts";

const tags = ["lobby"];
type Standing = Pick<TicketAnswer, "ticket" | "ahead"> & { kioskId: string | null };

/** Papers beside a ticket's first: printing it again, and what to bring for a procedure. */
export function addReprintRoutes(app: App, parts: Parts): void {
	const { office, hub, printing, papers, paperTrail, waits, catalogue } = parts;
	const once = createPrintOnce(printing);

	app.post(
		"/api/tickets/:id/print",
		{
			config: { counts: "ticket" },
			onRequest: kioskOrStaff(parts),
			schema: {
				tags,
				summary: "Prints a ticket again, marked as a reprint: a kiosk its own, staff anywhere",
				params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
				body: ReprintTicket,
				response: { 200: PrintAnswer },
			},
		},
		async (request) => {
			const { id } = request.params;
			const print = isStaff(request)
				? await once(request, request.account.username, () => byStaff(request, id, request.body))
				: await once(request, deviceName(request), () => atKiosk(request, id, request.body));
			return { print };
		},
	);

	app.post(
		"/api/procedures/:code/print",
		{
			config: { counts: "ticket" },
			onRequest: requireDevice(parts.devices.of, "kiosk"),
			schema: {
				tags,
				summary:
					"Prints at the kiosk what to bring for a procedure, what it costs and where it is done",
				params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
				body: PrintChecklist,
				response: { 200: PrintAnswer },
			},
		},
		async (request) => {
			const { kioskId, language = "vi", have = [] } = request.body;
			const kiosk = kioskOf(office, request.device, kioskId);
			if (!kiosk) throw new Refused("kiosk/unknown");
			const procedure = catalogue.find(request.params.code);
			if (!procedure) throw new Refused("procedure/unknown");
			const print = await once(request, deviceName(request), async () => {
				const paper = papers.checklist(procedure, language, have);
				const { secondPrinterId } = kiosk;
				const job = printing.print(kiosk.printerId, paper, { secondPrinterId });
				paperTrail.begin(job, { ticketId: null, kioskId: kiosk.id });
				return job;
			});
			return { print };
		},
	);

	/** Counted, while the ticket is still worth something, and never beside a job that goes on. */
	async function atKiosk(
		request: FastifyRequest,
		id: string,
		{ kioskId, printerId }: ReprintTicket,
	): Promise<PrintJob> {
		// Staff alone choose a printer.
		if (printerId !== undefined) throw new Refused("session/required");
		const asking = kioskOf(office, request.device, kioskId);
		const found = await standing(id);
		const kiosk = asking ?? office.kiosks.find((one) => one.id === found.kioskId);
		if (!kiosk) throw new Refused("kiosk/unknown");
		switch (found.ticket.state) {
			case "waiting":
			case "called":
			case "parked":
			case "missed":
				break;
			case "serving":
				throw new Refused("ticket/being-served");
			case "done":
			case "cancelled":
			case "expired":
				throw new Refused("ticket/over");
		}
		const newest = paperTrail.jobOf(id);
		if (newest && !hasEnded(newest)) throw new Refused("print/under-way");
		const most = office.limits?.reprintsPerTicket ?? usualLimits.reprintsPerTicket;
		if (most > 0 && paperTrail.reprintsOf(id) >= most) throw new Refused("print/too-often");
		const { secondPrinterId } = kiosk;
		const job = again(request, found, kiosk.printerId, { secondPrinterId });
		paperTrail.begin(job, { ticketId: id, kioskId: kiosk.id, isReprint: true });
		return job;
	}

	/** Not counted, but noted. What still waits for a printer is taken out of its line: there are never two papers for one wish. */
	async function byStaff(
		request: FastifyRequest,
		id: string,
		{ kioskId, printerId: chosen }: ReprintTicket,
	): Promise<PrintJob> {
		const found = await standing(id);
		const kiosk = office.kiosks.find((one) => one.id === (kioskId ?? found.kioskId));
		if (kioskId !== undefined && !kiosk) throw new Refused("kiosk/unknown");
		const printer = office.printers.find((one) => one.id === (chosen ?? kiosk?.printerId));
		if (!printer) throw new Refused("printer/unknown");
		const { username } = request.account;
		const { number } = found.ticket;
		const name = printerName(printer);
		await parts.audit.note(
			{ type: "ticket-reprinted", number, printerId: printer.id, name },
			username,
		);
		const newest = paperTrail.jobOf(id);
		if (newest && !hasEnded(newest) && !printing.withdraw(newest.jobId)) {
			throw new Refused("print/under-way");
		}
		const elsewhere = printer.id !== kiosk?.printerId;
		const second = elsewhere ? undefined : kiosk?.secondPrinterId;
		const job = again(request, found, printer.id, { elsewhere, secondPrinterId: second });
		paperTrail.begin(job, { ticketId: id, kioskId: null });
		return job;
	}

	function again(
		request: FastifyRequest,
		{ ticket, ahead }: Standing,
		printerId: string,
		options: PrintOptions,
	): PrintJob {
		const followUrl = followUrlOf(parts.publicUrl(request), ticket.id);
		const wait = waits.ticket(ticket.id);
		const reprintedAt = new Date(parts.now()).toISOString();
		const paper = papers.ticket({ ticket, ahead, wait, followUrl }, reprintedAt);
		return printing.print(printerId, paper, options);
	}

	async function standing(id: string): Promise<Standing> {
		const found = await hub.read((state) => {
			const ticket = state.tickets.get(id);
			if (!ticket) return null;
			return {
				ticket: ticketOnWire(office.services, state, ticket),
				ahead: aheadOf(state, ticket, parts.now()),
				kioskId: ticket.kioskId,
			};
		});
		if (!found) throw new Refused("ticket/unknown");
		return found;
	}
}
