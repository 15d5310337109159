import { count } from "../numbers.ts";

/** What a printed ticket says. Words that belong together are joined by spaces that do not break. */
export const paper = {
	number: "Số thứ tự",
	reprint: (time: string) => `Bản in lại lúc ${time}`,
	priority: (className: string) => `Ưu tiên: ${className}`,
	procedure: (name: string) => `Thủ tục: ${name}`,
	/** @param people at least 0 */
	ahead: (people: number) =>
		people === 0
			? "Không có ai chờ trước bạn"
			: `Đang\u00a0chờ\u00a0trước\u00a0bạn: ${count(people, "vi")}\u00a0người`,
	wait: (lowMin: number, highMin: number) =>
		lowMin > 0
			? `Dự\u00a0kiến\u00a0chờ\u00a0khoảng ${lowMin}–${highMin}\u00a0phút`
			: `Dự\u00a0kiến\u00a0chờ\u00a0không\u00a0quá ${highMin}\u00a0phút`,
	scan: "Quét mã để theo\u00a0dõi lượt\u00a0của\u00a0bạn",
	issued: (date: string, time: string) => `${time}, ngày ${date}`,
	keep: "Vui lòng giữ phiếu",
	validToday: "Số chỉ có giá trị trong ngày",
};
