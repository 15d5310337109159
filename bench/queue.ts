import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Command } from "../server/queue/command.ts";
import { decide } from "../server/queue/decide.ts";
import type { QueueSettings } from "../server/queue/event.ts";
import { evolve } from "../server/queue/evolve.ts";
import { aheadOf } from "../server/queue/order.ts";
import { usualPolicy, usualRules } from "../server/queue/policy.ts";
import { emptyState, type QueueState } from "../server/queue/state.ts";
import type { Figure } from "./figure.ts";
import { percentile } from "./percentile.ts";

const services = 40;
const counters = 100;
const waiting = 10_000;
const fewWaiting = 200;
const warmUpCalls = 2_000;
const calls = 5_000;
const officer = { username: "lan", name: "Nguyễn Thị Lan" };
const classes = ["nguoi-cao-tuoi", "khuyet-tat", "tra-ket-qua"];

/** What the core alone takes for a call and for a number, in a hall far larger than any, with every rule in force. */
export async function queueFigures(): Promise<Figure[]> {
	const gc = garbageCollector();
	gc();
	const before = process.memoryUsage().heapUsed;
	const hall = largeHall(waiting);
	gc();
	const bytes = process.memoryUsage().heapUsed - before;
	const large = work(hall);
	const small = work(largeHall(fewWaiting));
	return [
		coreFigure("call-next with 10,000 waiting, p99", "<= 1 ms", large.callMs, small.callMs),
		coreFigure("a number with 10,000 waiting, p99", "<= 0.2 ms", large.issueMs, small.issueMs),
		{
			name: "memory of that state",
			wanted: "<= 40 MB",
			measured: `${(bytes / 1024 / 1024).toFixed(1)} MB`,
			against: `${waiting} tickets over ${services} services, in kB each`,
			ratio: bytes / waiting / 1024,
		},
		...ratioFigures(),
	];
}

/** Calls, and as many who come: the same number waits all the time. */
function work(hall: ReturnType<typeof largeHall>) {
	const callMs: number[] = [];
	const issueMs: number[] = [];
	for (let call = 0; call < warmUpCalls + calls; call++) {
		hall.nowMs += 300;
		const counterId = `quay-${call % counters}`;
		const called = hall.timed({ type: "call-next", counterId, officer });
		const issued = hall.timed(hall.someoneComes());
		if (call < warmUpCalls) continue;
		callMs.push(called);
		issueMs.push(issued);
	}
	return { callMs: percentile(callMs, 99), issueMs: percentile(issueMs, 99) };
}

/** Steady load on both classes, two with priority to one without: what the counters really called, and how long anybody waited. */
function ratioFigures(): Figure[] {
	const maxWaitMinutes = 60;
	const hall = newHall({
		digest: "1",
		services: [{ id: "ho-tich", prefix: "A" }],
		counters: [1, 2, 3].map((place) => ({
			id: `quay-${place}`,
			label: `${place}`,
			services: ["ho-tich"],
		})),
		priorityClasses: ["nguoi-cao-tuoi"],
		policy: {
			...usualPolicy,
			classes: { rule: "ratio", priority: 2, ordinary: 1 },
			standing: { "nguoi-cao-tuoi": { level: 1, headStartMinutes: 0, pickup: false } },
			maxWaitMinutes,
		},
		rules: usualRules,
	});
	for (let place = 1; place <= 3; place++) hall.open(`quay-${place}`);
	const called = { priority: 0, ordinary: 0 };
	let longestMs = 0;
	// A day of twelve hours: every minute two with priority and one without come, and three are called.
	for (let minute = 0; minute < 12 * 60; minute++) {
		for (const [person, priorityClass] of ["nguoi-cao-tuoi", "nguoi-cao-tuoi", null].entries()) {
			hall.nowMs += 20_000;
			hall.issue("ho-tich", priorityClass);
			// The first minutes let a line grow, so that both always wait.
			if (minute < 10) continue;
			const ticket = hall.call(`quay-${person + 1}`);
			if (!ticket) continue;
			longestMs = Math.max(longestMs, hall.nowMs - ticket.place);
			if (ticket.priorityClass === null) called.ordinary++;
			else called.priority++;
		}
	}
	return [
		{
			name: "two with priority to one without, steady load",
			wanted: "1.9 to 2.1",
			measured: `${called.priority} with priority`,
			against: `${called.ordinary} without`,
			ratio: called.priority / called.ordinary,
		},
		{
			name: "longest wait of anybody then",
			wanted: "<= 1",
			measured: `${Math.round(longestMs / 60_000)} minutes`,
			against: `the maximum wait: ${maxWaitMinutes} minutes`,
			ratio: longestMs / 60_000 / maxWaitMinutes,
		},
	];
}

function coreFigure(name: string, wanted: string, largeMs: number, smallMs: number): Figure {
	return {
		name,
		wanted,
		measured: `${largeMs.toFixed(3)} ms`,
		against: `with ${fewWaiting} waiting: ${smallMs.toFixed(3)} ms`,
		ratio: largeMs / smallMs,
	};
}

/** Everybody waits for one of all services, many with a class, some with a slot. */
function largeHall(people: number) {
	const ids = Array.from({ length: services }, (_, index) => `linh-vuc-${index}`);
	const hall = newHall({
		digest: "1",
		services: ids.map((id, index) => ({ id, prefix: String.fromCharCode(65 + (index % 26)) })),
		counters: Array.from({ length: counters }, (_, index) => ({
			id: `quay-${index}`,
			label: `${index}`,
			services: index % 10 === 0 ? ids : ids.filter((_, at) => at % 10 === index % 10),
		})),
		priorityClasses: classes,
		policy: {
			classes: { rule: "ratio", priority: 2, ordinary: 1 },
			standing: {
				"nguoi-cao-tuoi": { level: 1, headStartMinutes: 15, pickup: false },
				"khuyet-tat": { level: 2, headStartMinutes: 20, pickup: false },
				"tra-ket-qua": { level: 1, headStartMinutes: 0, pickup: true },
			},
			maxWaitMinutes: 180,
			pickupEvery: 4,
			appointments: { earlyMinutes: 10, lateMinutes: 15 },
			services: "relative-wait",
			weighing: {},
		},
		rules: usualRules,
	});
	let coming = 0;
	const someoneComes = (): Command => {
		const person = coming++;
		return {
			type: "issue-ticket",
			serviceId: ids[(person * 7) % services] ?? "",
			priorityClass: person % 3 === 0 ? (classes[person % classes.length] ?? null) : null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
			...(person % 9 === 0 && {
				appointmentAt: new Date(hall.nowMs + (person % 60) * 60_000).toISOString(),
			}),
		};
	};
	for (let place = 0; place < counters; place++) hall.open(`quay-${place}`);
	for (let person = 0; person < people; person++) {
		hall.nowMs += 400;
		hall.do(someoneComes());
	}
	return Object.assign(hall, { someoneComes });
}

function newHall(settings: QueueSettings) {
	const state: QueueState = emptyState();
	let tickets = 0;
	const hall = {
		state,
		nowMs: Date.UTC(2026, 10, 21, 0, 30),
		context: () => ({ newTicketId: () => `phieu-${++tickets}`, now: hall.nowMs }),
		do(command: Command) {
			const decided = decide(state, command, hall.context());
			if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.code}`);
			const at = new Date(hall.nowMs).toISOString();
			for (const event of decided.value) evolve(state, { seq: state.seq + 1, at, ...event });
			return decided.value;
		},
		/** Milliseconds for the decision, its events, and how many are ahead of whom it is about. */
		timed(command: Command): number {
			const begun = performance.now();
			const events = hall.do(command);
			const last = events.at(-1);
			const ticket = last && "ticketId" in last && state.tickets.get(last.ticketId);
			if (ticket) aheadOf(state, ticket, hall.nowMs);
			return performance.now() - begun;
		},
		open(counterId: string): void {
			hall.do({ type: "open-counter", counterId, officer, holdsMany: true, takeOver: false });
		},
		issue(serviceId: string, priorityClass: string | null): void {
			hall.do({
				type: "issue-ticket",
				serviceId,
				priorityClass,
				procedureCode: null,
				language: "vi",
				kioskId: null,
			});
		},
		call(counterId: string) {
			const events = hall.do({ type: "call-next", counterId, officer });
			const called = events.find((event) => event.type === "ticket-called");
			return called ? state.tickets.get(called.ticketId) : undefined;
		},
	};
	hall.do({ type: "open-day", day: "2026-11-21", settings });
	return hall;
}

function garbageCollector(): () => void {
	setFlagsFromString("--expose-gc");
	const gc: unknown = runInNewContext("gc");
	if (typeof gc !== "function") throw new Error("V8 hands out no garbage collector");
	return () => gc();
}
