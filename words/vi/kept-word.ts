import { count } from "../numbers.ts";

/** Whether people waited as long as they were told. */
export const keptWord = {
	title: "Thời gian chờ đã báo có đúng không",
	day: "Ngày",
	summary: (asTold: number, called: number) =>
		`${count(asTold, "vi")} trong ${count(called, "vi")} người đã được gọi chờ đúng như đã báo (${share(asTold, called)}).`,
	nobodyCalled: "Chưa có ai trong số những người được báo thời gian chờ đã được gọi.",
	nobodyTold: "Chưa ai được báo thời gian chờ.",
	others: (sooner: number, later: number) =>
		`${count(sooner, "vi")} người được gọi sớm hơn, ${count(later, "vi")} người phải chờ lâu hơn.`,
	rest: (waiting: number, left: number, untold: number) =>
		`Đang chờ: ${count(waiting, "vi")}. Bỏ về hoặc hết ngày chưa được gọi: ${count(left, "vi")}. Không được báo gì: ${count(untold, "vi")}.`,
	range: "Đã báo",
	minutes: (lowMin: number, highMin: number) =>
		lowMin > 0 ? `${lowMin}–${highMin} phút` : `không quá ${highMin} phút`,
	called: "Đã gọi",
	asTold: "Đúng",
	sooner: "Sớm hơn",
	later: "Lâu hơn",
	failed: "Chưa tải được. Trang sẽ tự thử lại.",
};

function share(part: number, all: number): string {
	return `${Math.round((100 * part) / all)}\u00a0%`;
}
