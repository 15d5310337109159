import { expect, test } from "vitest";
import type { QueueSettings } from "../event.ts";
import { aheadOf } from "../order.ts";
import { usualPolicy } from "../policy.ts";
import type { QueueState } from "../state.ts";
import { createEstimator } from "./estimator.ts";
import type { Random } from "./random.ts";
import { minuteMs, playDay } from "./rehearsal.ts";
import type { Wait } from "./waits.ts";

const settings: QueueSettings = {
	digest: "1",
	services: [
		{ id: "ho-tich", prefix: "A" },
		{ id: "chung-thuc", prefix: "B" },
	],
	counters: [
		{ id: "quay-1", label: "1", services: ["ho-tich", "chung-thuc"] },
		{ id: "quay-2", label: "2", services: ["ho-tich"] },
		{ id: "quay-3", label: "3", services: ["chung-thuc"] },
	],
	priorityClasses: ["nguoi-cao-tuoi"],
	policy: {
		...usualPolicy,
		classes: { rule: "ratio", priority: 2, ordinary: 1 },
		standing: { "nguoi-cao-tuoi": { level: 1, headStartMinutes: 0, pickup: false } },
	},
};

const usualMinutes = new Map([
	["ho-tich", 8],
	["chung-thuc", 5],
]);

interface Told {
	wait: Wait;
	/** People ahead, times what a service takes, shared among the counters that are open. */
	naiveMs: number;
}

/** What people were told on four days that learn from one another, and how long they then waited. */
function tell(service: (mean: number, random: Random) => number, saidMinutes: number) {
	const came: { told: Told; waitedMs: number; priorityClass: string | null }[] = [];
	const estimator = createEstimator({ minutesOf: () => saidMinutes, hours: () => null, seed: 1 });
	for (let day = 0; day < 4; day++) {
		const told = new Map<string, Told>();
		let next: Told | null = null;
		playDay({
			settings,
			seed: 31 + day,
			minutes: 420,
			priorityOfTen: 2,
			missedShare: 0.04,
			rate: (id, minute) => (id === "ho-tich" ? 9 : 12) * (minute < 150 ? 1.4 : 0.9),
			service: (id, _, random) => service(usualMinutes.get(id) ?? 1, random),
			comes(state, nowMs, serviceId, priorityClass) {
				const wait = estimator.estimate(state, nowMs).newcomer(serviceId, priorityClass);
				next = wait && { wait, naiveMs: naive(state, serviceId) };
			},
			saw(state, event) {
				estimator.saw(state, event);
				if (event.type === "ticket-issued" && next) told.set(event.ticketId, next);
				if (event.type !== "ticket-called") return;
				const ticket = state.tickets.get(event.ticketId);
				const thought = told.get(event.ticketId);
				if (!ticket || !thought) return;
				const waitedMs = Date.parse(event.at) - Date.parse(ticket.issuedAt);
				came.push({ told: thought, waitedMs, priorityClass: ticket.priorityClass });
			},
		});
	}
	return came;
}

function naive(state: QueueState, serviceId: string): number {
	const waiting = [...state.tickets.values()].filter(
		(one) => one.serviceId === serviceId && one.state === "waiting",
	);
	const last = waiting.at(-1);
	const ahead = last ? (aheadOf(state, last, state.clockMs) ?? 0) + 1 : 0;
	const open = settings.counters.filter(({ services }) => services.includes(serviceId)).length;
	return (ahead * (usualMinutes.get(serviceId) ?? 0) * minuteMs) / open;
}

const laws = [
	["even", (mean: number, random: Random) => mean * (0.5 + random.next())],
	["with a long tail", (mean: number, random: Random) => random.exponential(mean)],
] as const;

for (const [name, law] of laws) {
	test(`some 85 of 100 wait as long as they were told, with service times that are ${name} and minutes that are wrong by half`, () => {
		const came = tell(law, 10);
		expect(came.length).toBeGreaterThan(400);
		for (const priorityClass of [undefined, null, "nguoi-cao-tuoi"]) {
			const those = came.filter(
				(one) => priorityClass === undefined || one.priorityClass === priorityClass,
			);
			const within = those.filter(
				({ told: { wait }, waitedMs }) => wait.lowMs <= waitedMs && waitedMs <= wait.highMs,
			);
			const cover = within.length / those.length;
			expect(cover).toBeGreaterThan(0.78);
			expect(cover).toBeLessThan(0.95);
		}
	});

	test(`the middle of what is told is nearer than people ahead times minutes, with service times that are ${name}`, () => {
		const came = tell(law, 6);
		let [off, offNaive] = [0, 0];
		for (const { told, waitedMs } of came) {
			off += Math.abs(told.wait.middleMs - waitedMs);
			offNaive += Math.abs(told.naiveMs - waitedMs);
		}
		expect(off / offNaive).toBeLessThan(0.8);
	});
}
