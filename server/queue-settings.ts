import { createHash } from "node:crypto";
import type { Office } from "../config/office.ts";
import type { QueueSettings } from "./queue/event.ts";

/** The part of the office file that the queue decides by, named by a digest of its content. */
export function queueSettings(office: Office): QueueSettings {
	const settings = {
		services: office.services.map(({ id, prefix }) => ({ id, prefix })),
		counters: office.counters.map(({ id, label, services }) => ({ id, label, services })),
		priorityClasses: office.priorityClasses.map(({ id }) => id),
	};
	// Names are not decided by, but every view shows them: new ones begin every view anew.
	const shown = office.services.map(({ name }) => name);
	const content = JSON.stringify([settings, shown]);
	const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
	return { digest, ...settings };
}
