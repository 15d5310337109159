import type { CommittedTime, FeeBrief, ProcedureTimes } from "../../protocol/procedures.ts";
import { count, money, plainDate } from "../numbers.ts";
import { timeInAWord } from "../time-in-a-word.ts";

/** What is said of procedures: fees, channels, papers, times, and what is not sure. */
export const procedures = {
	/** A fee status alone. Only `free` may say that nothing is paid. */
	feeStatus: {
		free: "Miễn phí",
		fixed: "Có thu phí",
		provincial: "Mức thu do tỉnh quy định",
		none_listed: "Nguồn không nêu – hỏi tại quầy",
		per_circular: "Theo thông tư",
	},
	/** The fee in one line for lists. */
	fee: (fee: FeeBrief): string => {
		switch (fee.kind) {
			case "free":
				return `Miễn phí${onRequest(fee)}`;
			case "fixed":
				return amounts(fee);
			case "provincial":
				return fee.minVnd === null
					? "Mức thu do tỉnh quy định"
					: `Tỉnh quy định, tham khảo ${amounts(fee)}`;
			case "none_listed":
				return "Hỏi phí tại quầy";
			case "per_circular":
				return "Phí theo thông tư";
		}
	},
	/** The fee in a word or two, for rows. What is paid on request alone is left to the procedure's page. */
	feeInAWord: (fee: FeeBrief): string => {
		switch (fee.kind) {
			case "free":
				return "Miễn phí";
			case "fixed":
				return fee.minVnd === null ? "Hỏi tại quầy" : amounts(fee);
			case "provincial":
				return "Tỉnh quy định";
			case "none_listed":
				return "Hỏi tại quầy";
			case "per_circular":
				return "Theo thông tư";
		}
	},
	/** Something that is paid only on request. */
	extra: (label: string, amountVnd: number, unit: string) =>
		`${label}: ${money(amountVnd, "vi")}/${unit}`,
	/** One amount with its unit: "8.000 đ/bản". */
	amount: (amountVnd: number, unit: string) => `${money(amountVnd, "vi")}/${unit}`,
	amountAtMost: (amountVnd: number, unit: string) => `Không quá ${money(amountVnd, "vi")}/${unit}`,
	onRequest: "Chỉ khi yêu cầu",
	/** Beside an amount that only shows what others pay, since the province decides. */
	forReference: "Mức tham khảo",
	/** @param until YYYY-MM-DD  @param nowVnd what is paid up to then */
	reduced: (percent: number, until: string, nowVnd: number) =>
		`Giảm ${percent}% đến hết ${plainDate(until)}, còn ${money(nowVnd, "vi")}`,
	/** Amounts that hang on how many there are. */
	firstOnes: (howMany: number, unit: string) => `${howMany} ${unit} đầu`,
	fromOn: (from: number, unit: string) => `Từ ${unit} thứ ${from}`,
	limit: "Mức tối đa",
	/** So many of something that is counted: "4 trang". */
	counted: (howMany: number, unit: string) => `${count(howMany, "vi")} ${unit}`,
	provincialNote: "Mức thu do Hội đồng nhân dân tỉnh quyết định. Vui lòng hỏi tại quầy.",

	channel: { online: "Trực tuyến", post: "Bưu chính", "in-person": "Trực tiếp" },
	onlineLevel: { full: "Trực tuyến toàn trình", part: "Trực tuyến một phần" },

	/** How long it takes through one channel: "3 ngày làm việc". A time without a unit is not to be relied on. */
	time: (value: number, unit: "working-day" | "day" | "hour" | null) => {
		const number = count(value, "vi");
		if (unit === null) return `${number} (chưa rõ đơn vị, hỏi tại quầy)`;
		return `${number} ${{ "working-day": "ngày làm việc", day: "ngày", hour: "giờ" }[unit]}`;
	},
	/** How long it takes, in a phrase; null where only the source's own Vietnamese says it. */
	timesInBrief: (times: ProcedureTimes): string | null => times.text,
	/** How long it takes in a word or a few, for rows. */
	timeInAWord: (times: ProcedureTimes): string => {
		const time = timeInAWord(times);
		switch (time.kind) {
			case "same-day":
				return "Trong ngày";
			case "at-once":
				return "Ngay khi nộp";
			case "unknown":
				return "Hỏi tại quầy";
			case "span": {
				const sure = { exactly: "", "at-most": "Tối đa ", about: "Khoảng " }[time.sure];
				return `${sure}${count(time.value, "vi")} ${spanUnits[time.unit]}`;
			}
		}
	},
	sameDay: "Trả kết quả trong ngày",
	withinTheDay: "Trong ngày",
	statutory: (time: string) => `Quy định: ${time}`,
	committed: (time: CommittedTime) => `Cam kết tại đây: ${committedTime(time)}`,
	cutoff: (time: string) => `Nộp sau ${time}: trả vào ngày làm việc kế tiếp`,

	originals: (count: number) => `${count} bản chính`,
	copies: (count: number) => `${count} bản sao`,
	showOnly: "Chỉ xuất trình, không nộp",
	/** Of a paper that is ticked. */
	have: "Đã có",

	/** A unit of a fee or an audience, a level: Vietnamese stands in the data itself. */
	unit: (unit: string) => unit,
	/** Of several. */
	units: (unit: string) => unit,
	audience: (audience: string) => audience,
	level: (level: string) => level,

	/** What a weak mark means to whoever prepares papers. */
	weak: {
		"time-unit": "Thời hạn chưa rõ đơn vị – hỏi lại tại quầy",
		"processing-time": "Thời hạn chưa đối chiếu – hỏi lại tại quầy",
		"name-wording": "Tên thủ tục được ghi gọn – hỏi lại tại quầy",
		"documents-abridged": "Giấy tờ được ghi gọn – hỏi lại tại quầy",
		"steps-summarised": "Các bước được ghi gọn",
		"general-knowledge": "Ghi theo hiểu biết chung – hỏi lại tại quầy",
	},
	checkAtCounter: "Hỏi lại tại quầy",
	notOfficial: "Chưa có mã quốc gia",
	code: (code: string) => `Mã ${code}`,
	/** `date` as people write it. */
	dataOf: (date: string) => `Dữ liệu ngày ${date}`,
	sample: "Dữ liệu mẫu, cần đối chiếu với Cổng Dịch vụ công quốc gia.",

	headings: {
		fee: "Phí, lệ phí",
		time: "Thời hạn giải quyết",
		documents: "Giấy tờ cần mang",
		channels: "Cách nộp",
		steps: "Các bước",
		result: "Kết quả",
		forms: "Biểu mẫu",
		notes: "Lưu ý",
		legalBasis: "Căn cứ pháp lý",
		audience: "Ai được làm",
		levels: "Cấp thực hiện",
		decision: "Quyết định công bố",
		source: "Nguồn",
	},
};

const spanUnits = {
	"working-day": "ngày làm việc",
	day: "ngày",
	"working-hour": "giờ làm việc",
	hour: "giờ",
};

function committedTime({ workingDays, calendarDays, hours }: CommittedTime): string {
	if (workingDays !== undefined) return `${count(workingDays, "vi")} ngày làm việc`;
	if (calendarDays !== undefined) return `${count(calendarDays, "vi")} ngày`;
	return `${count(hours ?? 0, "vi")} giờ`;
}

function onRequest({ extras }: FeeBrief): string {
	const [extra, ...more] = extras;
	if (!extra) return "";
	return more.length > 0
		? "; có khoản thu khi yêu cầu thêm"
		: `; yêu cầu thêm: ${money(extra.amountVnd, "vi")}/${extra.unit}`;
}

function amounts({ minVnd, maxVnd, unit }: FeeBrief): string {
	if (minVnd === null || maxVnd === null) return "Hỏi phí tại quầy";
	const per = unit === null ? "" : `/${unit}`;
	if (minVnd === maxVnd) return `${money(minVnd, "vi")}${per}`;
	return `${money(minVnd, "vi")} – ${money(maxVnd, "vi")}${per}`;
}
