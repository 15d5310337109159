import type { Board, Office } from "../../config/office.ts";
import { asker } from "../ask.ts";
import { type HubProcess, startHubProcess } from "../hub-process.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { adminCookie } from "./tour-admin.ts";

export interface LargeHall {
	hub: HubProcess;
	/** As the admin, who may hold every counter. */
	ask: ReturnType<typeof asker>;
	/** `quay-1` to `quay-N`. */
	counters: string[];
}

export interface HallSize {
	counters: number;
	services: number;
	boards?: Board[];
	change?: (office: Office) => Partial<Office>;
}

/**
 * A hub of an office of some size. Every counter serves two services; all are open but the last two, one of which is paused, and the others
 * have called somebody. Of each service two more wait.
 */
export async function openLargeHall({
	counters,
	services,
	boards = [],
	change = () => ({}),
}: HallSize): Promise<LargeHall> {
	const file = await sampleOfficeWith((office) => {
		const letters = "ABCDEFGHKLMNPQRSTUVXYZWJ";
		const served = Array.from({ length: services }, (_, at) => {
			const like = office.services[at % office.services.length];
			if (!like) throw new Error("the sample has services");
			const { fields, ...rest } = like;
			const isCopy = at >= office.services.length;
			const prefix = letters[at] ?? "";
			return isCopy
				? { ...rest, id: `dich-vu-${at}`, prefix, fields: [], minutes: 6 }
				: { ...rest, prefix, fields, minutes: 6 };
		});
		const first = served[0];
		// A small hall takes everything of a large one.
		if (first) {
			const taken = new Set(served.flatMap(({ fields }) => fields));
			const others = office.services.flatMap(({ fields }) => fields);
			first.fields = [...first.fields, ...others.filter((field) => !taken.has(field))];
		}
		return {
			services: served,
			counters: Array.from({ length: counters }, (_, at) => ({
				id: `quay-${at + 1}`,
				label: String(at + 1),
				services:
					counters === 1
						? served.map(({ id }) => id)
						: [...new Set([at, at + counters].map((nth) => served[nth % services]?.id ?? ""))],
			})),
			boards,
			...change(office),
		};
	});
	const hub = await startHubProcess({ OFFICE_FILE: file, LOG_LEVEL: "fatal" });
	const ask = asker(hub.url, await adminCookie(hub));
	const { body: office } = await ask<{ services: { id: string }[]; counters: { id: string }[] }>(
		"GET",
		"/api/office",
	);
	const ids = office.counters.map(({ id }) => id);
	for (const id of ids) await must(ask("POST", `/api/counters/${id}/open`, {}));
	for (let round = 0; round < 2 + Math.ceil(counters / services); round++) {
		for (const { id } of office.services) {
			await must(ask("POST", "/api/tickets", { serviceId: id }));
		}
	}
	const busy = ids.slice(0, Math.max(1, ids.length - 2));
	for (const id of busy) await must(ask("POST", `/api/counters/${id}/call-next`, {}));
	const [paused, closed] = ids.slice(busy.length);
	if (paused) await must(ask("POST", `/api/counters/${paused}/pause`, {}));
	if (closed) await must(ask("POST", `/api/counters/${closed}/close`, {}));
	return { hub, ask, counters: ids };
}

async function must(asked: Promise<{ status: number; body: unknown }>): Promise<void> {
	const { status, body } = await asked;
	if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
}
