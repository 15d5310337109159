import { bareLabel, counterInVietnamese, counterWordInVietnamese } from "../counter-name.ts";

export const phone = {
	yourNumber: "Số của bạn",
	takenAt: (time: string) => `Lấy số lúc ${time}`,
	counters: (labels: readonly string[]) => {
		const [word = "quầy", ...others] = new Set(labels.map(counterWordInVietnamese));
		return `Tại ${others.length === 0 ? word : "quầy"}\u00a0${labels.map(bareLabel).join(", ")}`;
	},
	goesOnTo: (services: readonly string[]) => `Sau đó bạn được chuyển tiếp: ${services.join(", ")}`,
	ahead: "Đang chờ trước bạn",
	people: (count: number) => `${count} người`,
	nobodyAhead: "Không còn ai",
	wait: "Dự kiến còn chờ",
	minutes: (lowMin: number, highMin: number) =>
		lowMin > 0 ? `${lowMin}–${highMin} phút` : `không quá ${highMin} phút`,
	waiting: "Đang chờ",
	waitHint: "Khi đến lượt, trang này sẽ báo số quầy cho bạn. Bạn không cần tải lại trang.",
	moved: "Đã chuyển sang lĩnh vực khác",
	movedHint: "Bạn giữ nguyên số này và chờ được gọi. Không cần lấy số mới.",
	soon: "Sắp đến lượt bạn",
	soonHint: "Mời bạn quay lại gần các quầy và chuẩn bị sẵn giấy tờ.",
	next: "Bạn là người tiếp theo",
	nextHint: "Mời bạn đứng gần các quầy. Số quầy sẽ hiện ngay tại đây.",
	called: "Đến lượt bạn",
	goTo: "Mời đến",
	/** Before the counter's label, which stands larger. */
	counterName: counterWordInVietnamese,
	counter: counterInVietnamese,
	calledHint: "Vui lòng đến quầy ngay và mang theo giấy tờ.",
	calledAgain: (count: number) => `Đã gọi ${count} lần`,
	lastCall: "Gọi lần cuối",
	lastCallHint: "Nếu không đến ngay, bạn sẽ bị tính là vắng mặt.",
	serving: (label: string) => `Đang phục vụ tại ${kept(label)}`,
	servingHere: "Đang phục vụ",
	servingHint: "Cán bộ đang giải quyết hồ sơ của bạn.",
	parked: "Số của bạn được giữ lại",
	parkedHint: (label: string | null) =>
		`Nếu cán bộ yêu cầu thêm giấy tờ, mời bạn chuẩn bị rồi báo lại tại ${label === null ? "quầy" : kept(label)}. Bạn không cần lấy số mới.`,
	missed: "Đã gọi nhưng bạn vắng mặt",
	missedHint: (label: string | null) =>
		`Mời bạn đến ngay ${label === null ? "quầy" : kept(label)} và báo cán bộ để được gọi lại.`,
	done: "Đã phục vụ xong",
	doneHint:
		"Cảm ơn bạn. Nếu còn việc khác, mời bạn lấy số mới tại máy lấy số. Bạn có thể đóng trang này.",
	cancelled: "Số này đã hủy",
	cancelledHint: "Nếu vẫn cần làm thủ tục, mời bạn lấy số mới tại máy lấy số.",
	expired: "Số đã hết hạn",
	expiredHint: "Số chỉ có giá trị trong ngày. Mời bạn lấy số mới tại máy lấy số.",
	unknown: "Không tìm thấy số này",
	unknownSteps: [
		"Quét lại mã QR trên phiếu, hoặc kiểm tra xem địa chỉ có bị thiếu chữ không.",
		"Phiếu của ngày khác không còn dùng được: mời bạn lấy số mới tại máy lấy số.",
		"Nếu đang chờ, bạn vẫn có thể theo dõi số trên bảng gọi số hoặc hỏi cán bộ.",
	],
	gone: (number: string) => `Số ${number} đã hết hạn`,
	loading: "Đang xem số của bạn…",
	unreachable: "Chưa kết nối được với văn phòng",
	unreachableHint:
		"Vui lòng kiểm tra mạng của điện thoại. Trang sẽ tự thử lại. Trong lúc chờ, mời bạn nhìn bảng gọi số.",
	stale: "Mất kết nối – thông tin có thể đã cũ",
	staleSince: (time: string) => `Bạn đang xem thông tin lúc ${time}.`,
	staleHint: "Vui lòng nhìn bảng gọi số tại phòng chờ. Trang sẽ tự kết nối lại.",
	refused: "Văn phòng chưa nhận kết nối này",
	dayOnly: "Số chỉ có giá trị trong ngày",
	language: "English",

	bell: {
		title: "Chuông báo",
		turnOn: "Bật chuông báo",
		turnOnAgain: "Chạm để bật lại chuông",
		turnOff: "Tắt chuông báo",
		on: "Chuông báo đang bật",
		onHint:
			"Điện thoại sẽ kêu và rung khi đến lượt. Hãy để trang này mở, màn hình sáng và vặn to âm lượng.",
		off: "Chuông báo đang tắt",
		offHint: "Bật lên để điện thoại kêu và rung khi đến lượt bạn.",
		blocked: "Chuông báo đang bị ngắt",
		blockedHint: "Điện thoại đã ngắt âm thanh của trang này.",
		impossible: "Điện thoại này không phát được chuông báo",
		impossibleHint: "Vui lòng để trang này mở và nhìn bảng gọi số.",
	},

	giveUp: {
		ask: "Tôi không chờ nữa",
		title: "Bỏ số này?",
		hint: (number: string) =>
			`Số ${number} sẽ bị hủy và không lấy lại được. Muốn làm thủ tục, bạn phải lấy số mới.`,
		yes: "Bỏ số",
		no: "Giữ số",
		busy: "Đang bỏ số…",
		cutOff: "Đang mất kết nối, chưa bỏ số được.",
		notDone: "Chưa bỏ được số. Số của bạn vẫn còn.",
		unsure:
			"Văn phòng chưa trả lời nên chưa rõ số đã được bỏ hay chưa. Bạn có thể bấm lại, không ảnh hưởng gì.",
	},
};

/** Its last space does not end a line. */
function kept(label: string): string {
	return `${counterWordInVietnamese(label)}\u00a0${bareLabel(label)}`;
}
