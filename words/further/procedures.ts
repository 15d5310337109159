import { timeInAWord as wordFor } from "../time-in-a-word.ts";
import type { procedures } from "../vi/procedures.ts";
import { fee, feeInAWord } from "./fees.ts";
import { asInVietnamese, type Composed, count, money, type PlacesOf, text } from "./places.ts";

type Words = typeof procedures;

const time: Composed<Words["time"]> = {
	sentences: {
		workingDays: { places: [count("days")], vi: "{days} ngày làm việc" },
		days: { places: [count("days")], vi: "{days} ngày" },
		hours: { places: [count("hours")], vi: "{hours} giờ" },
		unknown: { places: [count("number")], vi: "{number} (chưa rõ đơn vị, hỏi tại quầy)" },
	},
	compose: (say) => (value, unit) =>
		say(
			unit === null
				? "unknown"
				: ({ "working-day": "workingDays", day: "days", hour: "hours" } as const)[unit],
			value,
		),
};

const committed: Composed<Words["committed"]> = {
	sentences: {
		workingDays: { places: [count("days")], vi: "Cam kết tại đây: {days} ngày làm việc" },
		days: { places: [count("days")], vi: "Cam kết tại đây: {days} ngày" },
		hours: { places: [count("hours")], vi: "Cam kết tại đây: {hours} giờ" },
	},
	compose:
		(say) =>
		({ workingDays, calendarDays, hours }) => {
			if (workingDays !== undefined) return say("workingDays", workingDays);
			return calendarDays === undefined ? say("hours", hours ?? 0) : say("days", calendarDays);
		},
};

/** How sure a time is, and in what it is measured: each of them is a sentence, since languages put the two together in their own way. */
const timeInAWord: Composed<Words["timeInAWord"]> = {
	sentences: {
		sameDay: { places: [], vi: "Trong ngày" },
		atOnce: { places: [], vi: "Ngay khi nộp" },
		unknown: { places: [], vi: "Hỏi tại quầy" },
		workingDays: { places: [count("number")], vi: "{number} ngày làm việc" },
		days: { places: [count("number")], vi: "{number} ngày" },
		workingHours: { places: [count("number")], vi: "{number} giờ làm việc" },
		hours: { places: [count("number")], vi: "{number} giờ" },
		atMost: { places: [text("time")], vi: "Tối đa {time}" },
		about: { places: [text("time")], vi: "Khoảng {time}" },
	},
	compose: (say) => (times) => {
		const told = wordFor(times);
		switch (told.kind) {
			case "same-day":
				return say("sameDay");
			case "at-once":
				return say("atOnce");
			case "unknown":
				return say("unknown");
			case "span": {
				const time = say(spans[told.unit], told.value);
				if (told.sure === "exactly") return time;
				return say(told.sure === "at-most" ? "atMost" : "about", time);
			}
		}
	},
};

const spans = {
	"working-day": "workingDays",
	day: "days",
	"working-hour": "workingHours",
	hour: "hours",
} as const;

export const procedurePlaces: PlacesOf<Words> = {
	fee,
	feeInAWord,
	extra: [text("label"), money("amount"), text("unit")],
	amount: [money("amount"), text("unit")],
	amountAtMost: [money("amount"), text("unit")],
	reduced: [count("percent"), text("until"), money("now")],
	firstOnes: [count("ones"), text("unit")],
	fromOn: [count("from"), text("unit")],
	counted: [count("units"), text("unit")],
	time,
	timesInBrief: asInVietnamese,
	timeInAWord,
	statutory: [text("time")],
	committed,
	cutoff: [text("time")],
	originals: [count("papers")],
	copies: [count("papers")],
	unit: asInVietnamese,
	units: asInVietnamese,
	audience: asInVietnamese,
	level: asInVietnamese,
	code: [text("code")],
	dataOf: [text("date")],
};
