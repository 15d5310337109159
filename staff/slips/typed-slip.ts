import type { OfficeView } from "../../protocol/office.ts";
import type { EnterSlip } from "../../protocol/slips.ts";
import { partsOf } from "../../words/numbers.ts";
import { readTime } from "../typed-hours.ts";

/** What stands in the form, as it was typed. */
export interface TypedSlip {
	number: string;
	priorityClass: string;
	takenAt: string;
	as: EnterSlip["as"];
	counterId: string;
	startedAt: string;
	endedAt: string;
}

export type ReadSlip =
	| { ok: true; slip: EnterSlip }
	| { ok: false; why: "no-number"; typed: string }
	| { ok: false; why: "no-service"; letter: string }
	| { ok: false; why: "missing-time" }
	| { ok: false; why: "unread-time"; typed: string };

/** What of the office is needed to read it. */
export interface ReadingOffice {
	services: readonly Pick<OfficeView["services"][number], "id" | "prefix">[];
	timeZone: string;
}

/**
 * What is sent to the hub. The letter says the service; times of day are of today, by the office's clock.
 * @param nowMs milliseconds since 1970
 */
export function readSlip(
	typed: TypedSlip,
	{ services, timeZone }: ReadingOffice,
	nowMs: number,
): ReadSlip {
	const number = typed.number.replace(/\s/g, "").toUpperCase();
	if (!/^[A-Z]\d{3,5}$/.test(number)) return { ok: false, why: "no-number", typed: number };
	const letter = number.charAt(0);
	const service = services.find(({ prefix }) => prefix === letter);
	if (!service) return { ok: false, why: "no-service", letter };
	const isOver = typed.as !== "waiting";
	const times = [typed.takenAt, ...(isOver ? [typed.startedAt, typed.endedAt] : [])];
	const unread = times.find((one) => one.trim() !== "" && readTime(one) === null);
	if (unread !== undefined) return { ok: false, why: "unread-time", typed: unread.trim() };
	const instant = (time: string) => instantOf(readTime(time), timeZone, nowMs);
	const takenAt = instant(typed.takenAt);
	const endedAt = isOver ? instant(typed.endedAt) : null;
	if (takenAt === null || (isOver && endedAt === null)) return { ok: false, why: "missing-time" };
	const startedAt = isOver ? instant(typed.startedAt) : null;
	return {
		ok: true,
		slip: {
			number,
			serviceId: service.id,
			priorityClass: typed.priorityClass === "" ? null : typed.priorityClass,
			takenAt,
			as: typed.as,
			...(isOver && typed.counterId !== "" && { counterId: typed.counterId }),
			...(startedAt !== null && { startedAt }),
			...(endedAt !== null && { endedAt }),
		},
	};
}

/** `A902` after `A901`, so that a pile is entered one after the other. */
export function numberAfter(number: string): string {
	const [, letter = "", digits = ""] = /^([A-Z])(\d+)$/.exec(number) ?? [];
	return letter === "" ? "" : `${letter}${String(Number(digits) + 1).padStart(3, "0")}`;
}

/** The instant of a time of today, as `08:05`; null where there is none. */
function instantOf(time: string | null, timeZone: string, nowMs: number): string | null {
	if (time === null) return null;
	const { hour, minute, second } = partsOf(new Date(nowMs).toISOString(), timeZone);
	const [typedHour = 0, typedMinute = 0] = time.split(":").map(Number);
	const minutes = (typedHour - Number(hour)) * 60 + typedMinute - Number(minute);
	const ofMinute = nowMs - (nowMs % 1_000) - Number(second) * 1_000;
	return new Date(ofMinute + minutes * 60_000).toISOString();
}
