import fc from "fast-check";
import type { Command } from "./command.ts";
import type { Quota } from "./event.ts";
import { hung, lan, mai } from "./rehearsal.ts";
import {
	counterId,
	counterIds,
	otherSettings,
	priorityClassIds,
	serviceId,
} from "./rehearsal-settings.ts";
import type { QueueState } from "./state.ts";
import type { TicketState } from "./ticket.ts";

/** What somebody does, or how long nobody does anything. */
export type Happening = Command | { type: "wait"; minutes: number };

const priorityClass = fc.constantFrom(null, null, ...priorityClassIds);
/** Tickets are named in the order in which they are issued. */
const ticketId = fc.integer({ min: 1, max: 12 }).map((ordinal) => `phieu-${ordinal}`);

/** Who stands where as a rule; now and then somebody else tries. */
const usually = { "quay-1": lan, "quay-2": hung, "quay-3": mai } as const;
const atCounter = fc.oneof(
	{ weight: 19, arbitrary: counterId.map((id) => ({ counterId: id, officer: usually[id] })) },
	{
		weight: 1,
		arbitrary: fc.record({ counterId, officer: fc.constantFrom(lan, hung, mai) }),
	},
);

function rarely<T extends object>(more: fc.Arbitrary<T>): fc.Arbitrary<T | object> {
	return fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: more });
}

function joined<A extends object, B extends object>(
	one: fc.Arbitrary<A>,
	other: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> {
	return fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }));
}

const issue: fc.Arbitrary<Command> = fc
	.tuple(
		serviceId,
		priorityClass,
		rarely(fc.record({ files: fc.integer({ min: 2, max: 6 }) })),
		rarely(fc.record({ visit: fc.uniqueArray(serviceId, { minLength: 1, maxLength: 2 }) })),
		rarely(
			fc.record({
				appointmentAt: fc
					.integer({ min: 0, max: 120 })
					.map((minute) => new Date(Date.UTC(2026, 10, 21, 1, minute)).toISOString()),
			}),
		),
	)
	.map(([service, priority, files, visit, appointment]) => ({
		type: "issue-ticket",
		serviceId: service,
		priorityClass: priority,
		procedureCode: null,
		language: "vi",
		kioskId: null,
		...files,
		...visit,
		...appointment,
	}));

/**
 * What is done to a ticket that somebody names, nearly always to one for which there is a reason, the one that is named if it is such: who was parked
 * is let come back, who was missed restored. Named by chance alone hardly any such act would be done.
 */
export function aimed(state: QueueState, happening: Happening): Happening {
	if (!("ticketId" in happening) || happening.ticketId === undefined) return happening;
	const wanted = aims[happening.type] ?? [];
	const named = state.tickets.get(happening.ticketId);
	if (named && wanted.includes(named.state)) return happening;
	const fitting = [...state.tickets.values()].filter((ticket) => wanted.includes(ticket.state));
	const ordinal = Number(happening.ticketId.slice("phieu-".length));
	const ticket = fitting[ordinal % Math.max(1, fitting.length)];
	return ticket ? { ...happening, ticketId: ticket.id } : happening;
}

const aims: { [type in Happening["type"]]?: readonly TicketState[] } = {
	unpark: ["parked"],
	restore: ["missed"],
	transfer: ["waiting", "called", "serving", "parked"],
	"call-ticket": ["waiting", "parked", "missed"],
	cancel: ["waiting", "parked", "missed"],
	"give-up": ["waiting", "called", "parked"],
};

/** A number on paper of the morning, also one that is given otherwise. */
const slip = fc
	.record({
		type: fc.constant("enter-slip" as const),
		number: fc
			.tuple(fc.constantFrom("A", "B", "E"), fc.integer({ min: 1, max: 12 }))
			.map(([prefix, ordinal]) => `${prefix}${String(ordinal).padStart(3, "0")}`),
		serviceId,
		priorityClass: fc.constantFrom(null, "nguoi-cao-tuoi"),
		takenAt: fc
			.integer({ min: -60, max: 30 })
			.map((minute) => new Date(Date.UTC(2026, 10, 21, 1, minute)).toISOString()),
	})
	.chain((command) =>
		fc
			.oneof(
				fc.constant({ as: "waiting" as const }),
				fc.record({
					as: fc.constantFrom("served" as const, "left" as const),
					endedAt: fc.constant(command.takenAt),
				}),
			)
			.map((outcome) => ({ ...command, outcome })),
	);

/** What officers write for others. */
const written = fc.constantFrom("Thiếu bản sao hộ khẩu", "Giao ban", " ");

/** Whatever people and officers may do in a day, mostly sensible. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
	{ weight: 12, arbitrary: issue },
	{
		weight: 9,
		arbitrary: joined(fc.record({ type: fc.constant("call-next" as const) }), atCounter),
	},
	{
		weight: 8,
		arbitrary: joined(
			fc.record({
				type: fc.constantFrom(
					"recall" as const,
					"start" as const,
					"finish" as const,
					"miss" as const,
				),
			}),
			atCounter,
		),
	},
	{
		weight: 2,
		arbitrary: joined(
			fc.record(
				{ type: fc.constant("park" as const), reason: written },
				{ requiredKeys: ["type"] },
			),
			atCounter,
		),
	},
	{
		weight: 5,
		arbitrary: joined(
			fc.oneof(
				fc.record({ type: fc.constant("unpark" as const), ticketId }),
				fc.record({ type: fc.constant("restore" as const), ticketId }),
			),
			atCounter,
		),
	},
	{
		weight: 4,
		arbitrary: joined(fc.record({ type: fc.constant("undo" as const) }), atCounter),
	},
	{
		weight: 3,
		arbitrary: joined(
			fc.record(
				{
					type: fc.constant("transfer" as const),
					ticketId,
					toServiceId: serviceId,
					toCounterId: counterId,
					note: written,
				},
				{ requiredKeys: ["type"] },
			),
			atCounter,
		),
	},
	{
		weight: 2,
		arbitrary: joined(
			fc.record({
				type: fc.constant("call-ticket" as const),
				ticketId,
				reason: fc.constantFrom("Người bệnh nặng", "Mẹ bế con nhỏ", " "),
			}),
			atCounter,
		),
	},
	{
		weight: 1,
		arbitrary: joined(
			fc.record({ type: fc.constant("cancel" as const), ticketId }, { requiredKeys: ["type"] }),
			atCounter,
		),
	},
	{ weight: 1, arbitrary: fc.record({ type: fc.constant("give-up" as const), ticketId }) },
	{ weight: 2, arbitrary: slip },
	{ weight: 1, arbitrary: fc.record({ type: fc.constant("withdraw-slip" as const), ticketId }) },
	{
		weight: 4,
		arbitrary: joined(
			fc.record(
				{
					type: fc.constant("open-counter" as const),
					holdsMany: fc.boolean(),
					takeOver: fc.boolean(),
					services: fc.uniqueArray(serviceId, { minLength: 1, maxLength: 3 }),
				},
				{ requiredKeys: ["type", "holdsMany", "takeOver"] },
			),
			atCounter,
		),
	},
	{
		weight: 2,
		arbitrary: joined(
			fc.record(
				{ type: fc.constant("pause-counter" as const), reason: written },
				{ requiredKeys: ["type"] },
			),
			atCounter,
		),
	},
	{
		weight: 1,
		arbitrary: joined(
			fc.record(
				{
					type: fc.constant("close-counter" as const),
					current: fc.constantFrom("finish" as const, "miss" as const, "return" as const),
				},
				{ requiredKeys: ["type"] },
			),
			atCounter,
		),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			type: fc.constant("wait" as const),
			minutes: fc.constantFrom(0.05, 1, 7, 20),
		}),
	},
	// Somebody sets the clock back.
	{
		weight: 1,
		arbitrary: fc.record({
			type: fc.constant("wait" as const),
			minutes: fc.constantFrom(-0.5, -12, -60),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ type: "pass-time" as const }) },
	{
		weight: 1,
		arbitrary: otherSettings.map((settings) => ({ type: "apply-settings" as const, settings })),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom<Command>(
			{ type: "stop-hall", reason: "evacuation", note: null },
			{ type: "stop-hall", reason: "power", note: { vi: "Mất điện", en: "Power cut" } },
			{ type: "set-hours", periods: [], reason: null },
			{ type: "set-hours", periods: [{ from: "09:00", to: "11:30" }], reason: null },
			{ type: "set-hours", periods: "usual", reason: null },
			{
				type: "set-policy",
				policy: { classes: { rule: "strict" }, services: "first-come", maxWaitMinutes: null },
			},
			{
				type: "set-policy",
				policy: {
					classes: { rule: "ratio", priority: 2, ordinary: 1 },
					services: "weights",
					maxWaitMinutes: 25,
				},
			},
			{ type: "set-policy", policy: "usual" },
		),
	},
	{ weight: 2, arbitrary: fc.constant({ type: "resume-hall" as const }) },
	{
		weight: 1,
		arbitrary: fc.record({
			type: fc.constant("set-quota" as const),
			serviceId,
			quota: fc.constantFrom<Quota>(0, 3, "none", "none", "usual", "usual"),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.oneof(
			fc.record({ type: fc.constant("open-service" as const), serviceId }),
			fc.record({
				type: fc.constant("close-service" as const),
				serviceId,
				reason: fc.constantFrom(null, { vi: "Mất mạng", en: "No network" }),
			}),
		),
	},
);

/** Officers take their places. */
const morning: readonly Command[] = counterIds.map((id) => ({
	type: "open-counter",
	counterId: id,
	officer: usually[id],
	holdsMany: false,
	takeOver: false,
}));

/** As well as the end of the day, after which whatever comes is of the day still. */
export const happeningOrEnd: fc.Arbitrary<Happening> = fc.oneof(
	{ weight: 500, arbitrary: happening },
	{ weight: 1, arbitrary: fc.constant({ type: "close-day" as const }) },
);

/** A day of up to eighty of these; most begin as a day does. */
export const days: fc.Arbitrary<readonly Happening[]> = fc
	.tuple(
		fc.constantFrom(true, true, true, false),
		fc.array(happeningOrEnd, { maxLength: 80, size: "max" }),
	)
	.map(([isOpened, happenings]) => [...(isOpened ? morning : []), ...happenings]);
