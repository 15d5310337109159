import type { CommittedTime, FeeBrief, ProcedureTimes } from "../../protocol/procedures.ts";
import { money, plainDate, count as written } from "../numbers.ts";
import { timeInAWord } from "../time-in-a-word.ts";
import type { procedures as vi } from "../vi/procedures.ts";

export const procedures: typeof vi = {
	feeStatus: {
		free: "Free",
		fixed: "Fee charged",
		provincial: "Fee set by the province",
		none_listed: "Not stated – ask at the counter",
		per_circular: "Set by circular",
	},
	fee: (fee: FeeBrief): string => {
		switch (fee.kind) {
			case "free":
				return `Free${onRequest(fee)}`;
			case "fixed":
				return amounts(fee);
			case "provincial":
				return fee.minVnd === null
					? "Fee set by the province"
					: `Set by the province, for reference ${amounts(fee)}`;
			case "none_listed":
				return "Ask about the fee at the counter";
			case "per_circular":
				return "Fee set by circular";
		}
	},
	feeInAWord: (fee) => {
		switch (fee.kind) {
			case "free":
				return "Free";
			case "fixed":
				return fee.minVnd === null ? "Ask at the counter" : amounts(fee);
			case "provincial":
				return "Set by the province";
			case "none_listed":
				return "Ask at the counter";
			case "per_circular":
				return "Set by circular";
		}
	},
	extra: (label, amountVnd, unit) => `${label}: ${money(amountVnd, "en")} per ${unitOf(unit)}`,
	amount: (amountVnd, unit) => `${money(amountVnd, "en")} per ${unitOf(unit)}`,
	amountAtMost: (amountVnd, unit) => `At most ${money(amountVnd, "en")} per ${unitOf(unit)}`,
	onRequest: "Only on request",
	forReference: "For reference",
	reduced: (percent, until, nowVnd) =>
		`${percent}% less until ${plainDate(until)}: ${money(nowVnd, "en")}`,
	firstOnes: (howMany, unit) => `First ${many(howMany, unitOf(unit))}`,
	fromOn: (from, unit) => `From ${unitOf(unit)} ${from} on`,
	limit: "Limit",
	counted: (howMany, unit) => many(howMany, unitOf(unit)),
	provincialNote: "The Provincial People's Council sets this fee. Please ask at the counter.",

	channel: { online: "Online", post: "By post", "in-person": "In person" },
	onlineLevel: { full: "Fully online", part: "Partly online" },

	time: (value, unit) => {
		if (unit === null) {
			return `${written(value, "en")} (unit not stated, ask at the counter)`;
		}
		return many(value, { "working-day": "working day", day: "day", hour: "hour" }[unit]);
	},
	timesInBrief: (times) => {
		const plain = plainTime(times);
		if (plain === null) return null;
		const [english, vietnamese] = plain;
		// What else the source says, such as a longer time in some cases, it says in Vietnamese alone.
		return times.text.replace(/\.$/, "") === vietnamese ? english : `${english}, with conditions`;
	},
	timeInAWord: (times) => {
		const time = timeInAWord(times);
		switch (time.kind) {
			case "same-day":
				return "Same day";
			case "at-once":
				return "At once";
			case "unknown":
				return "Ask at the counter";
			case "span": {
				const sure = { exactly: "", "at-most": "Up to ", about: "About " }[time.sure];
				return `${sure}${many(time.value, spanUnits[time.unit])}`;
			}
		}
	},
	sameDay: "Result on the same day",
	withinTheDay: "Same day",
	statutory: (time) => `By law: ${time}`,
	committed: (time) => `Promised here: ${committedTime(time)}`,
	cutoff: (time) => `Handed in after ${time}: result on the next working day`,

	originals: (count) => `${count} original${count === 1 ? "" : "s"}`,
	copies: (count) => `${count} ${count === 1 ? "copy" : "copies"}`,
	showOnly: "Only to be shown, not handed in",
	have: "Ready",

	unit: (unit) => unitOf(unit),
	units: (unit) => pluralOf(unitOf(unit)),
	audience: (audience) => audiences.get(audience) ?? audience,
	level: (level) => levels.get(level) ?? level,

	weak: {
		"time-unit": "Unit of the time not stated – ask at the counter",
		"processing-time": "Processing time not verified – ask at the counter",
		"name-wording": "Name shortened – ask at the counter",
		"documents-abridged": "List of papers shortened – ask at the counter",
		"steps-summarised": "Steps are summarised",
		"general-knowledge": "From general knowledge – ask at the counter",
	},
	checkAtCounter: "Ask at the counter",
	notOfficial: "No national code yet",
	code: (code) => `Code ${code}`,
	dataOf: (date) => `Data of ${date}`,
	sample: "Sample data, to be checked against the National Public Service Portal.",

	headings: {
		fee: "Fee",
		time: "Processing time",
		documents: "Papers to bring",
		channels: "How to apply",
		steps: "Steps",
		result: "Result",
		forms: "Forms",
		notes: "Please note",
		legalBasis: "Legal basis",
		audience: "Who may apply",
		levels: "Handled by",
		decision: "Published by decision",
		source: "Source",
	},
};

/** The time in English, and the Vietnamese text that says just that and no more. */
function plainTime(times: ProcedureTimes): [english: string, vietnamese: string] | null {
	const { sameDay, cutoff, workingDays, calendarDays, hours } = times;
	if (sameDay && cutoff !== null) {
		const hour = Number(cutoff.slice(0, 2));
		return [
			`Same day if handed in before ${cutoff}`,
			`Trả ngay trong ngày; hồ sơ nhận sau ${hour} giờ thì trả trong ngày làm việc kế tiếp`,
		];
	}
	if (workingDays !== null) {
		return [many(workingDays, "working day"), `${workingDays} ngày làm việc`];
	}
	if (calendarDays !== null) return [many(calendarDays, "day"), `${calendarDays} ngày`];
	if (hours !== null) return [many(hours, "hour"), `${hours} giờ`];
	return null;
}

const spanUnits = {
	"working-day": "working day",
	day: "day",
	"working-hour": "working hour",
	hour: "hour",
};

function many(count: number, unit: string): string {
	return `${written(count, "en")} ${count === 1 ? unit : pluralOf(unit)}`;
}

function pluralOf(unit: string): string {
	return plurals.get(unit) ?? `${unit}s`;
}

const plurals = new Map([
	["copy", "copies"],
	["person", "people"],
]);

function committedTime({ workingDays, calendarDays, hours }: CommittedTime): string {
	if (workingDays !== undefined) return many(workingDays, "working day");
	return calendarDays === undefined ? many(hours ?? 0, "hour") : many(calendarDays, "day");
}

function onRequest({ extras }: FeeBrief): string {
	const [extra, ...more] = extras;
	if (!extra) return "";
	return more.length > 0
		? "; some things are charged on request"
		: `; on request: ${money(extra.amountVnd, "en")} per ${unitOf(extra.unit)}`;
}

function amounts({ minVnd, maxVnd, unit }: FeeBrief): string {
	if (minVnd === null || maxVnd === null) return "Ask about the fee at the counter";
	const per = unit === null ? "" : ` per ${unitOf(unit)}`;
	if (minVnd === maxVnd) return `${money(minVnd, "en")}${per}`;
	return `${money(minVnd, "en")} – ${money(maxVnd, "en")}${per}`;
}

/** A unit that nobody has translated yet stays as the data has it. */
function unitOf(unit: string): string {
	return units.get(unit) ?? unit;
}

const units = new Map([
	["bản", "copy"],
	["lần", "application"],
	["lần/cơ sở", "inspection of a site"],
	["trang", "page"],
	["trường hợp", "case"],
	["giao dịch", "transaction"],
	["văn bản", "document"],
	["người/lần", "person and application"],
	["thẻ", "card"],
	["văn bản/việc", "document on one matter"],
	["di chúc", "will"],
	["cơ sở", "site"],
	["giấy", "certificate"],
	["người", "person"],
]);

const audiences = new Map([
	["Công dân Việt Nam", "Vietnamese citizens"],
	["Tổ chức (không gồm doanh nghiệp – HTX)", "Organisations other than companies and cooperatives"],
	["Người Việt Nam định cư ở nước ngoài", "Vietnamese residing abroad"],
	["Doanh nghiệp", "Companies"],
	["Hợp tác xã", "Cooperatives"],
	["Người nước ngoài", "Foreigners"],
	["Cán bộ – công chức – viên chức", "Public officials and employees"],
	["Doanh nghiệp có vốn đầu tư nước ngoài", "Companies with foreign capital"],
	["Tổ chức nước ngoài", "Foreign organisations"],
	["Đảng viên", "Party members"],
	["Doanh nghiệp Việt Nam", "Vietnamese companies"],
	["Tổ chức Đảng", "Party organisations"],
]);

const levels = new Map([
	["Cấp xã", "Commune"],
	["Cấp tỉnh", "Province"],
	["Cấp bộ", "Ministry"],
	["Cơ quan khác", "Other agencies"],
]);
