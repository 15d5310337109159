import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { usualLimits } from "../../config/limits.ts";
import { dayAt } from "../../config/local-time.ts";
import type { Office } from "../../config/office.ts";
import type { PrintJob } from "../../protocol/printing.ts";
import { TakeTicket, TicketAnswer, type WaitRange } from "../../protocol/tickets.ts";
import { writtenTo } from "../../words/language.ts";
import { whyShut } from "../../words/opening.ts";
import type { StampedEvent } from "../queue/event.ts";
import { waitingFrom } from "../queue/open-tickets.ts";
import { aheadOf } from "../queue/order.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { followUrlOf, issuedOnWire, ticketOnWire } from "../views/ticket.ts";
import { kioskOf } from "./kiosk-of.ts";
import { isStaff, kioskOrStaff } from "./kiosk-or-staff.ts";
import { deviceName } from "./known-device.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { createWithdrawn } from "./withdrawn.ts";

const tags = ["lobby"];
const params = Type.Object({ id: Type.String({ maxLength: 80 }) });

/** What is kept of a ticket's answer: the rest follows from the event that issued it, or is of the moment. */
const Place = Type.Pick(TicketAnswer, ["ahead", "servedToday"]);
const noKey = {
	errors: [
		{
			path: "/headers/idempotency-key",
			found: "none",
			allowed: "the key of the request that is withdrawn",
		},
	],
};
type Standing = Pick<TicketAnswer, "ticket" | "ahead">;

/** Taking a ticket, and following it with its id as the only key. */
export function addTicketRoutes(app: App, parts: Parts): void {
	const { office, catalogue, hub, hours, paperTrail, papers, printing, waits } = parts;
	const withdrawn = createWithdrawn();

	app.post(
		"/api/tickets",
		{
			config: { counts: "ticket" },
			onRequest: kioskOrStaff(parts),
			schema: {
				tags,
				summary:
					"Takes the next number of a service and prints it at the kiosk; staff take one for somebody, printed where they say or nowhere",
				querystring: Type.Object({
					withdraw: Type.Optional(
						Type.Boolean({
							description:
								"Takes an earlier request with the same Idempotency-Key and body back: where it was done its answer comes, else 404 request/not-done, and it is not done any more should it arrive later.",
						}),
					),
				}),
				body: TakeTicket,
				response: { 201: TicketAnswer },
			},
		},
		async (request, reply) => {
			const {
				serviceId,
				priorityClass = null,
				procedureCode = null,
				language = "vi",
				files,
				visit,
				appointmentAt,
			} = request.body;
			const byStaff = isStaff(request);
			const kiosk = kioskAskedFor(request, request.body.kioskId);
			const base = parts.publicUrl(request);
			const key = requestKey(
				request,
				byStaff ? request.account.username : deviceName(request),
				Place,
			);
			if (request.query.withdraw && key === undefined) throw new Refused("request/invalid", noKey);
			let servedToday: boolean | null = null;
			const outcome = await hub.do(
				() => {
					if (request.query.withdraw) withdrawn.add(key);
					if (withdrawn.has(key)) throw new Refused("request/not-done");
					servedToday = mayTake(serviceId, byStaff ? null : (kiosk?.id ?? null));
					if (procedureCode !== null) checkProcedure(procedureCode, serviceId);
					if (appointmentAt !== undefined) checkSlot(appointmentAt);
					const kioskId = kiosk?.id ?? null;
					const told = waitOf(request.body);
					return {
						type: "issue-ticket",
						serviceId,
						priorityClass,
						procedureCode,
						language: isSpoken(language) ? language : "vi",
						kioskId,
						...(files !== undefined && { files }),
						...(visit !== undefined && { visit }),
						...(appointmentAt !== undefined && { appointmentAt }),
						...(told && { told }),
					};
				},
				byStaff ? request.account.username : kiosk ? `kiosk:${kiosk.id}` : "lobby",
				(state, events) => {
					const ticket = state.tickets.get(issuedBy(events)?.ticketId ?? "");
					if (!ticket) throw new Error("a ticket was issued and is not there");
					return {
						ahead: aheadOf(state, ticket, state.clockMs),
						...(servedToday !== null && { servedToday }),
					};
				},
				key,
			);
			if (!outcome.ok) {
				const { code, detail } = outcome.refusal;
				throw new Refused(code, detail?.reason ? { said: detail.reason } : {});
			}
			const issued = issuedBy(outcome.events);
			if (!issued) throw new Error("something else was done");
			const ticket = issuedOnWire(office.services, issued);
			const { ahead, ...late } = outcome.value;
			const wait = issued.told ?? null;
			const followUrl = followUrlOf(base, ticket.id);
			const print = kiosk
				? outcome.repeated
					? printedBefore(kiosk, ticket.id)
					: printFirst(kiosk, { ticket, ahead, wait, followUrl })
				: null;
			reply.code(201);
			return { ticket, ahead, wait, ...late, followUrl, print };
		},
	);

	app.get(
		"/api/tickets/:id",
		{
			schema: {
				tags,
				summary: "A ticket as it stands now",
				params,
				response: { 200: TicketAnswer },
			},
		},
		async (request) => {
			const { id } = request.params;
			const found = await hub.read((state) => {
				const ticket = state.tickets.get(id);
				return ticket ? standing(state, ticket) : null;
			});
			if (!found) throw new Refused("ticket/unknown");
			const print = paperTrail.jobOf(id);
			const followUrl = followUrlOf(parts.publicUrl(request), id);
			return { wait: waits.ticket(id), followUrl, print, ...found };
		},
	);

	app.delete(
		"/api/tickets/:id",
		{
			schema: {
				tags,
				summary: "The holder gives the place up",
				params,
				response: { 200: TicketAnswer },
			},
		},
		async (request) => {
			const { id } = request.params;
			const outcome = await hub.do(
				{ type: "give-up", ticketId: id },
				"holder",
				(state) => {
					const ticket = state.tickets.get(id);
					if (!ticket) throw new Error("a ticket was given up and is not there");
					return standing(state, ticket);
				},
				requestKey(request, "holder", Type.Pick(TicketAnswer, ["ticket", "ahead"])),
			);
			if (!outcome.ok) throw new Refused(outcome.refusal.code);
			const print = paperTrail.jobOf(id);
			const followUrl = followUrlOf(parts.publicUrl(request), id);
			return { wait: null, followUrl, print, ...outcome.value };
		},
	);

	/** Staff have it printed at any kiosk, or at none. */
	function kioskAskedFor(
		request: FastifyRequest,
		kioskId: string | undefined,
	): Office["kiosks"][number] | null {
		if (!isStaff(request)) return kioskOf(office, request.device, kioskId);
		if (kioskId === undefined) return null;
		const kiosk = office.kiosks.find(({ id }) => id === kioskId);
		if (!kiosk) throw new Refused("kiosk/unknown");
		return kiosk;
	}

	function standing(state: QueueState, ticket: Ticket): Standing {
		return {
			ticket: ticketOnWire(office.services, state, ticket),
			ahead: aheadOf(state, ticket, parts.now()),
		};
	}

	/**
	 * Whether whoever takes a number now is served today; null where the office does not ask.
	 * @param kioskId null for staff, who take numbers for as many people as come to them
	 * @throws {Refused} where none is given: by the clock, because it is too late, or because too many of the kiosk's still wait
	 */
	function mayTake(serviceId: string, kioskId: string | null): boolean | null {
		if (!office.services.some(({ id }) => id === serviceId)) return null;
		const { tickets, why, reason, next } = hours.byClock(serviceId);
		if (!tickets) {
			const { timeZone } = office;
			const now = new Date(parts.now()).toISOString();
			const about = { shut: why, reason, next };
			throw new Refused(hours.office().tickets ? "service/not-now" : "office/closed", {
				said: {
					vi: whyShut(about, now, timeZone, "vi") ?? "",
					en: whyShut(about, now, timeZone, "en") ?? "",
				},
				...(next !== null && { opensAt: next }),
			});
		}
		const servedToday = hours.servedToday(serviceId);
		if (servedToday === false && hours.service(serviceId).shut === "full-today") {
			throw new Refused("service/full-today");
		}
		const most = office.limits?.openTicketsPerDevice ?? usualLimits.openTicketsPerDevice;
		if (most > 0 && kioskId !== null && waitingFrom(hub.state, kioskId) >= most) {
			throw new Refused("device/too-many-open");
		}
		return servedToday;
	}

	/** A procedure that is queued for elsewhere would only send its people to the wrong counter. */
	function checkProcedure(code: string, serviceId: string): void {
		const procedure = catalogue.find(code);
		if (!procedure) throw new Refused("procedure/unknown");
		const known = office.services.some(({ id }) => id === serviceId);
		if (known && procedure.serviceId !== serviceId) throw new Refused("procedure/other-service");
	}

	/** Whoever waited for a slot of another day would wait until the number expires. One of days ago is too late, and none. */
	function checkSlot(appointmentAt: string): void {
		if (!office.calling?.appointments) return;
		const day = dayAt(Date.parse(appointmentAt), office.timeZone);
		if (day > hub.state.day) throw new Refused("appointment/other-day");
	}

	/** No number is refused for its language: at worst its holder is written to in Vietnamese. */
	function isSpoken(language: string): boolean {
		return language === writtenTo(language) || office.languages.includes(language);
	}

	/** What is said to whoever takes this number. A slot, and a pile of files, have a place of their own in the line, of which nothing was thought yet. */
	function waitOf({ serviceId, priorityClass, files = 1, appointmentAt }: TakeTicket): WaitRange {
		if (files > 1 || appointmentAt !== undefined) return null;
		return waits.newcomer(serviceId, priorityClass ?? null);
	}

	function printFirst(
		kiosk: Office["kiosks"][number],
		standing: Pick<TicketAnswer, "ticket" | "ahead" | "wait" | "followUrl">,
	): PrintJob {
		const { printerId, secondPrinterId } = kiosk;
		const job = printing.print(printerId, papers.ticket(standing), { secondPrinterId });
		paperTrail.begin(job, { ticketId: standing.ticket.id, kioskId: kiosk.id });
		return job;
	}

	/**
	 * How the paper of a ticket stands that was issued before. Where this hub knows of none, it was restarted since, and the paper may have been
	 * printed: nothing is printed twice by itself, and whoever stands there is asked.
	 */
	function printedBefore(kiosk: Office["kiosks"][number], ticketId: string): PrintJob {
		const known = paperTrail.jobOf(ticketId);
		if (known) return known;
		const job: PrintJob = { jobId: randomUUID(), state: "unconfirmed", reason: "closed" };
		paperTrail.begin(job, { ticketId, kioskId: kiosk.id });
		return job;
	}
}

function issuedBy(events: readonly StampedEvent[]) {
	return events.find((event) => event.type === "ticket-issued");
}
