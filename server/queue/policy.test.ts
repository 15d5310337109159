import { describe, expect, test } from "vitest";
import { type CallPolicy, usualPolicy } from "./policy.ts";
import { communeSettings, lan, queueDay, refusalOf } from "./rehearsal.ts";

/** A number with its class: `-` none, `cao` elderly, `thuong` wounded veteran, `kq` for a result; `@` a slot some minutes after the start. */
type Arrival = { minute: number; class: string; service?: string; slotMinute?: number };

const classes: Record<string, string | null> = {
	"-": null,
	cao: "nguoi-cao-tuoi",
	thuong: "thuong-binh",
	kq: "tra-ket-qua",
};

const standing: CallPolicy["standing"] = {
	"nguoi-cao-tuoi": { level: 1, headStartMinutes: 10, pickup: false },
	"thuong-binh": { level: 2, headStartMinutes: 20, pickup: false },
	"tra-ket-qua": { level: 0, headStartMinutes: 0, pickup: true },
};

/** Lets people come, and at a minute calls all of them at a counter with both services: each number with the rule that called it. */
function calls(
	policy: Partial<CallPolicy>,
	arrivals: readonly Arrival[],
	atMinute: number,
): string[] {
	const day = queueDay({
		...communeSettings,
		priorityClasses: Object.keys(standing),
		policy: { ...usualPolicy, standing, ...policy },
	});
	day.open("quay-1");
	const beginMs = day.now();
	for (const { minute, class: name, service = "ho-tich", slotMinute } of arrivals) {
		day.until(beginMs + minute * 60_000);
		day.apply({
			type: "issue-ticket",
			serviceId: service,
			priorityClass: classes[name] ?? null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
			...(slotMinute !== undefined && {
				appointmentAt: new Date(beginMs + slotMinute * 60_000).toISOString(),
			}),
		});
	}
	day.until(beginMs + atMinute * 60_000);
	return arrivals.map(() => {
		const seen = day.events.length;
		day.callNext("quay-1", lan);
		const called = day.events.slice(seen).find((event) => event.type === "ticket-called");
		if (!called) throw new Error("nobody was called");
		return `${day.state.tickets.get(called.ticketId)?.number} ${called.rule}`;
	});
}

const come = (minute: number, name: string, more: Partial<Arrival> = {}): Arrival => ({
	minute,
	class: name,
	...more,
});

describe("who is called, and by which rule", () => {
	const five = [come(0, "-"), come(1, "cao"), come(2, "-"), come(3, "thuong"), come(4, "cao")];

	test.each<[string, Partial<CallPolicy>, readonly Arrival[], number, string[]]>([
		[
			"first come, first called, whatever the class",
			{},
			five,
			10,
			["A001", "A002", "A003", "A004", "A005"].map((number) => `${number} first-come`),
		],
		[
			"strictly by level: the veteran, then the elderly as they came, then the others",
			{ classes: { rule: "strict" } },
			five,
			10,
			["A004 strict", "A002 strict", "A005 strict", "A001 first-come", "A003 first-come"],
		],
		[
			"two with priority, then one without; who is left alone is simply next",
			{ classes: { rule: "ratio", priority: 2, ordinary: 1 } },
			five,
			10,
			["A002 ratio", "A004 ratio", "A001 first-come", "A005 ratio", "A003 first-come"],
		],
		[
			"a head start of ten and twenty minutes",
			{ classes: { rule: "ageing" } },
			[come(0, "-"), come(6, "cao"), come(14, "thuong"), come(25, "cao")],
			26,
			["A003 ageing", "A002 ageing", "A001 first-come", "A004 first-come"],
		],
		[
			"a head start is used up by who came earlier than that",
			{ classes: { rule: "ageing" } },
			[come(0, "-"), come(12, "cao")],
			13,
			["A001 first-come", "A002 first-come"],
		],
		[
			"who has waited for thirty minutes goes before every class",
			{ classes: { rule: "strict" }, maxWaitMinutes: 30 },
			[come(0, "-"), come(5, "-"), come(20, "thuong"), come(21, "cao")],
			31,
			["A001 maximum-wait", "A003 strict", "A004 strict", "A002 first-come"],
		],
		[
			"every third call is for a result while somebody waits for one",
			{ pickupEvery: 3 },
			[come(0, "-"), come(1, "-"), come(2, "-"), come(3, "-"), come(4, "kq"), come(5, "kq")],
			10,
			[
				"A001 first-come",
				"A002 first-come",
				"A005 result-lane",
				"A003 first-come",
				"A004 first-come",
				"A006 first-come",
			],
		],
		[
			"an appointment is called from ten minutes before its slot, and waits behind the others until then",
			{ appointments: { earlyMinutes: 10, lateMinutes: 15 } },
			[
				come(0, "-"),
				come(1, "-", { slotMinute: 20 }),
				come(2, "-", { slotMinute: 60 }),
				come(3, "-"),
			],
			12,
			["A002 appointment", "A001 first-come", "A004 first-come", "A003 first-come"],
		],
		[
			"who comes after the late window waits like everybody",
			{ appointments: { earlyMinutes: 10, lateMinutes: 15 } },
			[come(0, "-"), come(40, "-", { slotMinute: 20 }), come(41, "-", { slotMinute: 30 })],
			42,
			["A003 appointment", "A001 first-come", "A002 first-come"],
		],
		[
			"of two services who has waited longest for what the service lets people wait",
			{
				services: "relative-wait",
				weighing: {
					"ho-tich": { weight: 1, targetMinutes: 60 },
					"chung-thuc": { weight: 1, targetMinutes: 10 },
				},
			},
			[come(0, "-"), come(10, "-", { service: "chung-thuc" }), come(11, "-")],
			20,
			["B001 relative-wait", "A001 first-come", "A002 first-come"],
		],
		[
			"three calls of one service to one of the other",
			{
				services: "weights",
				weighing: {
					"ho-tich": { weight: 3, targetMinutes: 30 },
					"chung-thuc": { weight: 1, targetMinutes: 30 },
				},
			},
			[
				come(0, "-", { service: "chung-thuc" }),
				come(1, "-", { service: "chung-thuc" }),
				come(2, "-"),
				come(3, "-"),
				come(4, "-"),
				come(5, "-"),
			],
			10,
			[
				"A001 weights",
				"B001 first-come",
				"A002 weights",
				"A003 weights",
				"A004 weights",
				"B002 first-come",
			],
		],
		[
			"the maximum wait, an appointment, a result and the ratio together",
			{
				classes: { rule: "ratio", priority: 1, ordinary: 1 },
				maxWaitMinutes: 40,
				pickupEvery: 2,
				appointments: { earlyMinutes: 5, lateMinutes: 5 },
			},
			[
				come(0, "-"),
				come(5, "-"),
				come(6, "kq"),
				come(7, "cao"),
				come(8, "-", { slotMinute: 38 }),
				come(9, "-"),
			],
			40,
			[
				"A001 maximum-wait",
				"A005 appointment",
				"A004 ratio",
				"A003 result-lane",
				"A002 first-come",
				"A006 first-come",
			],
		],
	])("%s", (_name, policy, arrivals, atMinute, expected) => {
		expect(calls(policy, arrivals, atMinute)).toEqual(expected);
	});
});

test("a head start for priority is refused for a day where no class has one, and taken where one has", () => {
	const day = queueDay({ ...communeSettings, priorityClasses: Object.keys(standing) });
	const policy = {
		classes: { rule: "ageing" as const },
		services: "first-come" as const,
		maxWaitMinutes: null,
	};
	expect(refusalOf(day.apply({ type: "set-policy", policy }))).toBe("policy/no-head-start");
	const { settings } = day.state;
	const other = { ...settings, digest: "khac", policy: { ...usualPolicy, standing } };
	day.apply({ type: "apply-settings", settings: other });
	expect(day.apply({ type: "set-policy", policy }).ok).toBe(true);
});

test("what is decided for a day holds over the office's own rules, also over new ones, and ends with the day", () => {
	const day = queueDay({ ...communeSettings, priorityClasses: Object.keys(standing) });
	const strict = {
		classes: { rule: "strict" as const },
		services: "first-come" as const,
		maxWaitMinutes: 40,
	};
	day.open("quay-1");
	day.issue("ho-tich");
	day.issue("ho-tich", "nguoi-cao-tuoi");
	day.apply({ type: "set-policy", policy: strict });
	day.apply({ type: "set-policy", policy: strict });
	expect(day.events.filter(({ type }) => type === "policy-set")).toHaveLength(1);
	expect(day.state.policy).toMatchObject(strict);
	const { settings } = day.state;
	const policy = {
		...usualPolicy,
		pickupEvery: 3,
		standing: { "nguoi-cao-tuoi": { level: 1, headStartMinutes: 0, pickup: false } },
	};
	day.apply({ type: "apply-settings", settings: { ...settings, digest: "khac", policy } });
	expect(day.state.policy).toMatchObject({ ...strict, pickupEvery: 3 });
	expect(day.callNext("quay-1")).toBe("A002");
	day.apply({ type: "set-policy", policy: "usual" });
	expect(day.state.policy).toEqual(policy);
	expect(day.state.hall.policy).toBeNull();
});
