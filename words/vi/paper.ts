import { count } from "../numbers.ts";

/** What a printed paper says. Words that belong together are joined by spaces that do not break. */
export const paper = {
	number: "Số thứ tự",
	reprint: "Bản in lại",
	/** On a reprint: when it was made, which is not when the number was given. */
	reprintedAt: (date: string, time: string) => `In lại lúc ${time}, ngày\u00a0${date}`,
	priority: (className: string) => `Ưu tiên: ${className}`,
	procedure: (name: string) => `Thủ tục: ${name}`,
	counter: "Quầy",
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
	issued: (date: string, time: string) => `${time}, ngày\u00a0${date}`,
	keep: "Vui lòng giữ phiếu",
	validToday: "Số chỉ có giá trị trong ngày",

	checklist: {
		title: "Giấy tờ cần chuẩn bị",
		documents: "Giấy tờ cần mang",
		tick: "Đánh dấu vào ô khi đã có đủ",
		documentsUnknown: "Nguồn dữ liệu không nêu giấy tờ. Vui lòng hỏi tại quầy.",
		/** How many papers there was no room for. */
		more: (papers: number) => `Và ${papers} giấy tờ khác: xem ở trang chính thức`,
		fees: "Phí, lệ phí",
		times: "Thời hạn giải quyết",
		where: "Nộp tại",
		official: "Quét mã để xem trang chính thức của thủ tục này",
		code: (code: string) => `Mã thủ tục: ${code}`,
		checkAtCounter: "Quy định có thể đã thay đổi. Vui lòng hỏi lại tại quầy trước khi nộp.",
		/** @param date as people write it */
		asOf: (date: string) => `Dữ liệu ngày ${date}`,
		source: (host: string) => `Nguồn: ${host}`,
		printed: (date: string, time: string) => `In lúc ${time}, ngày\u00a0${date}`,
	},

	test: {
		title: "Trang in thử",
		printer: (name: string, id: string) => `Máy in: ${name} (${id})`,
		device: (device: string) => `Kết nối: ${device}`,
		profile: (profile: string) => `Loại máy: ${profile}`,
		width: (dots: number) => `Khổ in: ${dots} điểm, ${dots / 8} mm`,
		lookFor: "Xem có đúng không",
		edges: "Vạch đứng ở mép trái và mép phải còn đủ, không bị cắt",
		bar: "Dải đen đều, không có sọc trắng",
		letters: "Mọi chữ đủ dấu, không dính, không đứt nét",
		code: "Điện thoại quét được mã ở cuối trang",
		cut: "Giấy được cắt sau dòng cuối cùng",
		tear: "Xé giấy ở mép xé, dòng cuối cùng còn nguyên",
		size: (dots: number) => `Cỡ ${dots}: Hộ tịch 0123456789`,
		end: "Hết trang in thử",
	},
};
