import type { ProcedureTimes } from "../protocol/procedures.ts";

/**
 * How long a procedure takes, as short as a list can say it. `sure` is `exactly` only where the source says the number and no more;
 * `at-most` where it says so itself; otherwise `about`, since there are cases, channels or doubts that only the procedure's page has room
 * for. A working hour is none of a clock: eight of them are a day.
 */
export type TimeInAWord =
	| { kind: "same-day" }
	| { kind: "at-once" }
	| { kind: "unknown" }
	| {
			kind: "span";
			sure: "exactly" | "at-most" | "about";
			value: number;
			unit: "working-day" | "day" | "working-hour" | "hour";
	  };

export function timeInAWord(times: ProcedureTimes): TimeInAWord {
	if (times.sameDay) return { kind: "same-day" };
	const span = spanOf(times);
	if (span === null || withoutUnit.test(times.text)) return { kind: "unknown" };
	if (span.value === 0) return { kind: "at-once" };
	return { kind: "span", sure: sureOf(times.text), ...span };
}

/** "Không quá 24 ngày làm việc từ khi hết hạn nộp", and not what goes on with a longer time for some: that is no upper limit. */
const atMost = /^(tối đa|không quá) \d+ (ngày|giờ)( làm việc)?( từ [^,;]*)?(\.|:.*)?$/i;

/** The number is known and its unit is not: days or working days would be a guess. */
const withoutUnit = /mất đơn vị|đơn vị chưa/i;

function spanOf({ workingDays, calendarDays, hours, text }: ProcedureTimes) {
	if (workingDays !== null) return { value: workingDays, unit: "working-day" } as const;
	if (calendarDays !== null) return { value: calendarDays, unit: "day" } as const;
	if (hours === null) return null;
	const unit = /giờ làm việc/i.test(text) ? "working-hour" : "hour";
	return { value: hours, unit } as const;
}

function sureOf(text: string): "exactly" | "at-most" | "about" {
	if (/^\d+ (ngày|giờ)( làm việc)?\.?$/i.test(text)) return "exactly";
	return atMost.test(text) ? "at-most" : "about";
}
