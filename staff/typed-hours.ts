/** Two times of day as somebody typed them; both empty where there is no work. */
export interface TypedHalf {
	from: string;
	to: string;
}

export type ReadHours =
	| { ok: true; periods: TypedHalf[] }
	| { ok: false; why: "unread-time"; typed: string }
	| { ok: false; why: "half-period"; half: number }
	| { ok: false; why: "ends-first"; from: string; to: string }
	| { ok: false; why: "no-periods" };

/** The periods that were typed, in the order of the day, as the hub takes them: `07:30`. Nothing that was typed is left out. */
export function readHours(halves: readonly TypedHalf[]): ReadHours {
	const periods: TypedHalf[] = [];
	for (const [half, typed] of halves.entries()) {
		const given = [typed.from, typed.to].filter((one) => one.trim() !== "");
		if (given.length === 0) continue;
		const unread = given.find((one) => readTime(one) === null);
		if (unread !== undefined) return { ok: false, why: "unread-time", typed: unread.trim() };
		const [from, to] = [readTime(typed.from), readTime(typed.to)];
		if (from === null || to === null) return { ok: false, why: "half-period", half };
		const before = periods.at(-1)?.to ?? "";
		if (to <= from) return { ok: false, why: "ends-first", from, to };
		if (from < before) return { ok: false, why: "ends-first", from: before, to: from };
		periods.push({ from, to });
	}
	return periods.length === 0 ? { ok: false, why: "no-periods" } : { ok: true, periods };
}

/** `7:30`, `7h30`, `7h`, `07.30` and `0730` are said and written here; null for what is no time of day. */
export function readTime(typed: string): string | null {
	const written = typed.trim().replace(/^(\d{2})(\d{2})$/, "$1:$2");
	const [, hour, minute = "00"] = /^(\d{1,2})(?:[:.hg](\d{2})|h)$/i.exec(written) ?? [];
	if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
	return `${hour.padStart(2, "0")}:${minute}`;
}
