import { createHash } from "node:crypto";
import { type Calling, usualTargetMinutes } from "../config/calling.ts";
import type { Office } from "../config/office.ts";
import type { QueueSettings } from "./queue/event.ts";
import { type CallPolicy, type TicketRules, usualPolicy, usualRules } from "./queue/policy.ts";

/** The part of the office file that the queue decides by, named by a digest of its content. */
export function queueSettings(office: Office): QueueSettings {
	const settings = {
		services: office.services.map(({ id, prefix, dailyQuota }) => ({
			id,
			prefix,
			...(dailyQuota !== undefined && { dailyQuota }),
		})),
		counters: office.counters.map(({ id, label, services }) => ({ id, label, services })),
		priorityClasses: office.priorityClasses.map(({ id }) => id),
		policy: policyOf(office),
		rules: rulesOf(office),
	};
	// Names are not decided by, but every view shows them: new ones begin every view anew.
	// So do boards for other counters.
	const shown = [office.services.map(({ name }) => name), zonesOf(office)];
	const content = JSON.stringify([settings, shown]);
	const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
	return { digest, ...settings };
}

function zonesOf({ boards = [] }: Office): string[][] {
	return boards.flatMap(({ counters }) => (counters ? [counters] : []));
}

function policyOf({ calling = {}, services, priorityClasses }: Office): CallPolicy {
	const standing = priorityClasses.map(
		({ id, level = 1, headStartMinutes = 0, pickup = false }) =>
			[id, { level, headStartMinutes, pickup }] as const,
	);
	const weighing = services.map(
		({ id, weight = 1, targetMinutes = usualTargetMinutes }) =>
			[id, { weight, targetMinutes }] as const,
	);
	const { classes, ...others } = calling;
	return {
		...usualPolicy,
		...others,
		...(classes && { classes: classRule(classes) }),
		standing: Object.fromEntries(standing),
		weighing: Object.fromEntries(weighing),
	};
}

function classRule({ rule, priority = 1, ordinary = 1 }: NonNullable<Calling["classes"]>) {
	return rule === "ratio" ? { rule, priority, ordinary } : { rule };
}

function rulesOf({ tickets }: Office): TicketRules {
	return { ...usualRules, ...tickets };
}
