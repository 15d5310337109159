/** How an office chooses whom to call. All of it is the office's own setting: no rule of law orders the line at an administrative desk. */
export interface CallPolicy {
	/**
	 * How priority classes stand to each other: `first-come` not at all; `strict` the highest level first; `ratio` so many of those with a
	 * level to so many of those without; `ageing` by how long they wait, with a head start for a class.
	 */
	classes:
		| { rule: "first-come" | "strict" | "ageing" }
		| { rule: "ratio"; priority: number; ordinary: number };
	/** Level and head start of each priority class; a class that is not named has neither. */
	standing: Readonly<Record<string, ClassStanding>>;
	/** Whoever has waited as long is called before all who have not, whatever their class; null: no such guarantee. */
	maxWaitMinutes: number | null;
	/** One of so many calls at a counter is for who fetches a result, while such a person waits; null: they are a class like others. */
	pickupEvery: number | null;
	/** How early and how late somebody with an appointment may come; null: appointments are not heeded. */
	appointments: { earlyMinutes: number; lateMinutes: number } | null;
	/**
	 * How a counter with several services chooses among them: `first-come`; `relative-wait` who has waited longest for what a service lets
	 * people wait; `weights` each service its share of the calls.
	 */
	services: "first-come" | "relative-wait" | "weights";
	/** Of each service: its share of calls, and the wait that is usual for it; 1 and the same for all where it is not named. */
	weighing: Readonly<Record<string, ServiceWeighing>>;
}

/** What a supervisor may decide of it for one day: who has which standing stays as the office has it. */
export type PolicyToday = Pick<CallPolicy, "classes" | "services" | "maxWaitMinutes">;

export interface ClassStanding {
	/** 0: ordinary. */
	level: number;
	/** By how much it is as if they had come earlier. */
	headStartMinutes: number;
	/** Those who only fetch a result. */
	pickup: boolean;
}

export interface ServiceWeighing {
	weight: number;
	targetMinutes: number;
}

/** What becomes of tickets beside being called. */
export interface TicketRules {
	/** Where a transferred ticket stands in its new line: by when it came, or at the end. */
	transferPlace: "keep" | "end";
	/** After so many repeated calls the next one says that nobody came; null: officers say it themselves. */
	recallsUntilMissed: number | null;
	/** How long after being missed a ticket can be put back into the line; null: all day. */
	restoreWithinMinutes: number | null;
	/** Where it stands then: where it stood, at the end, or behind so many of its lane. */
	restorePlace: "keep" | "end" | { behind: number };
	/** How many files one number may be for. */
	maxFiles: number;
	/** By how much later each file beyond the first lets its ticket stand in the line. */
	minutesEachFile: number;
	/** How long a counter's last act can be undone. */
	undoSeconds: number;
}

export const usualPolicy: CallPolicy = {
	classes: { rule: "first-come" },
	standing: {},
	maxWaitMinutes: null,
	pickupEvery: null,
	appointments: null,
	services: "first-come",
	weighing: {},
};

export const usualRules: TicketRules = {
	transferPlace: "keep",
	recallsUntilMissed: null,
	restoreWithinMinutes: null,
	restorePlace: "keep",
	maxFiles: 20,
	minutesEachFile: 0,
	undoSeconds: 15,
};

const noStanding: ClassStanding = { level: 0, headStartMinutes: 0, pickup: false };
const noWeighing: ServiceWeighing = { weight: 1, targetMinutes: 1 };

export function standingOf(policy: CallPolicy, priorityClass: string | null): ClassStanding {
	return (priorityClass !== null && policy.standing[priorityClass]) || noStanding;
}

/** Whether anybody counts as having come earlier: without it `ageing` puts nobody before anybody. */
export function hasHeadStarts({ standing }: Pick<CallPolicy, "standing">): boolean {
	return Object.values(standing).some(({ headStartMinutes }) => headStartMinutes > 0);
}

export function weighingOf(policy: CallPolicy, serviceId: string): ServiceWeighing {
	return policy.weighing[serviceId] ?? noWeighing;
}

/**
 * Whether whoever comes last is called last, whatever else: nobody has a class, a slot or more files that would put them before others, and nobody
 * has a place that is still to come, by these rules or by those of this morning.
 */
export function isFirstComeFirstCalled({
	policy,
	rules,
	gaveLaterPlaces,
}: {
	policy: CallPolicy;
	rules: TicketRules;
	gaveLaterPlaces: boolean;
}): boolean {
	return (
		!gaveLaterPlaces &&
		policy.classes.rule === "first-come" &&
		policy.pickupEvery === null &&
		policy.appointments === null &&
		rules.minutesEachFile === 0
	);
}
