import {
	bareLabel,
	capital,
	counterInVietnamese,
	counterWordInVietnamese,
} from "../counter-name.ts";

export const display = {
	board: {
		title: "Bảng gọi số",
		invite: "Mời số",
		lastCall: "Gọi lần cuối",
		/** Before the counter's label, which stands larger. */
		goTo: (label: string) => `đến ${counterWordInVietnamese(label)}`,
		call: (number: string, label: string) => `Mời số ${number} đến ${counterInVietnamese(label)}`,
		callLast: (number: string, label: string) =>
			`Gọi lần cuối: mời số ${number} đến ${counterInVietnamese(label)}`,
		counterWord: "Quầy",
		counterShort: (label: string) => `Quầy ${bareLabel(label)}`,
		/** Said of an arrow to whoever does not see it. */
		arrows: {
			left: "đi sang trái",
			right: "đi sang phải",
			up: "đi thẳng",
			down: "ở phía sau",
			"up-left": "phía trước, bên trái",
			"up-right": "phía trước, bên phải",
			"down-left": "phía sau, bên trái",
			"down-right": "phía sau, bên phải",
		},
		minutes: (lowMin: number, highMin: number) => `${lowMin}–${highMin} phút`,
		noNumbers: "Tạm không cấp số",
		noneLeft: "Hết số hôm nay",
		page: (page: number, pages: number) => `${page}/${pages}`,
		/** Where a supervisor has moved today's hours. */
		calls: "Số đã gọi",
		counters: "Đang phục vụ",
		waiting: "Đang chờ",
		noCalls: "Chưa có số nào được gọi",
		noCallNow: "Mời bạn chờ đến lượt",
		noCallsHint: "Mời bạn lấy số tại máy và chờ trong giây lát.",
		free: "Sẵn sàng",
		paused: "Tạm ngừng",
		closed: "Chưa mở",
		sound: {
			blocked: "Chạm vào màn hình để bật âm thanh",
			failed: "Màn hình này không phát được tiếng. Vui lòng báo cán bộ quản trị.",
		},
		connecting: "Đang kết nối…",
		stale: "Mất kết nối – thông tin có thể đã cũ",
		/** What to do while nothing here can be relied on. */
		askStaff: "Hãy\u00a0hỏi\u00a0cán\u00a0bộ.",
		refused: "Màn hình này chưa được phép hiển thị. Vui lòng báo cán bộ quản trị.",
	},
	/** The screen over a counter. */
	counter: {
		counter: (label: string) => capital(counterWordInVietnamese(label)),
		called: "Mời đến quầy",
		lastCall: "Gọi lần cuối",
		serving: "Đang phục vụ",
		free: "Sẵn sàng phục vụ",
		freeHint: "Mời bạn chờ đến lượt",
		paused: "Tạm ngừng phục vụ",
		pausedHint: "Cán bộ sẽ trở lại. Số của bạn vẫn được giữ.",
		closed: "Quầy chưa mở",
		moreServices: (count: number) => `và ${count} lĩnh vực khác`,
		next: "Tiếp theo",
		unknown: (id: string) => `Văn phòng không có quầy "${id}"`,
	},
};
