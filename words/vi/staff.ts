import { capital, counterInVietnamese } from "../counter-name.ts";

export const staff = {
	title: "Bàn làm việc tại quầy",
	loading: "Đang mở bàn làm việc…",
	unreachable: "Chưa kết nối được với hệ thống. Trang sẽ tự thử lại.",
	noAnswer: "Hệ thống chưa trả lời. Vui lòng kiểm tra mạng rồi làm lại.",
	stale: "Mất kết nối – thông tin có thể đã cũ",
	staleHint: "Trang sẽ tự cập nhật khi có kết nối trở lại.",
	connecting: "Đang kết nối…",
	language: "English",

	clock: {
		title: "Đồng hồ máy chủ có thể sai.",
		held: (wallDay: string, businessDay: string) =>
			wallDay === businessDay
				? "Giờ của máy vừa bị chỉnh. Ngày mới sẽ chưa bắt đầu cho đến khi có người xác nhận giờ đúng."
				: `Máy báo ngày ${wallDay}, hệ thống vẫn giữ ngày làm việc ${businessDay} và cấp số tiếp của ngày đó.`,
		behind: (wallDay: string, businessDay: string) =>
			`Máy báo ngày ${wallDay}, trước ngày làm việc ${businessDay}. Hãy nhờ kỹ thuật chỉnh lại giờ của máy.`,
		askSupervisor: "Nhờ người phụ trách đăng nhập để xác nhận.",
		confirm: (wallDay: string) => `Đúng, hôm nay là ${wallDay}`,
	},

	signIn: "Đăng nhập",
	signInHint: "Dành cho cán bộ của văn phòng.",
	username: "Tên đăng nhập",
	password: "Mật khẩu",
	sessionEnded: "Phiên làm việc đã kết thúc. Vui lòng đăng nhập lại.",
	signOut: "Đăng xuất",
	pages: "Các trang",
	waitingThere: "đang chờ",
	desk: "Quầy",
	leaving: {
		title: (labels: string) => `${capital(counterInVietnamese(labels))} đang mở`,
		ask: "Bạn đăng xuất thì quầy để thế nào?",
		close: "Đóng quầy rồi đăng xuất",
		leave: "Để quầy mở, đăng xuất",
		leaveHint: "Người nhận thay sẽ thấy số đang phục vụ vẫn ở quầy.",
		stay: "Ở lại",
	},
	closing: {
		title: (number: string) => `Số ${number} đang ở quầy`,
		titleUnknown: "Còn người ở quầy",
		ask: "Đóng quầy thì người này thế nào?",
		finish: "Đã phục vụ xong",
		miss: "Vắng mặt",
		return: "Trở lại hàng chờ, giữ chỗ cũ",
		stay: "Chưa đóng quầy",
	},
	handingOver: {
		title: (label: string) => `Giao ${counterInVietnamese(label)}`,
		hint: "Người nhận đăng nhập tại đây. Người đang được phục vụ vẫn ở lại quầy.",
		submit: "Nhận quầy",
		stay: "Chưa giao",
	},

	chooseCounter: "Chọn quầy làm việc",
	noCounters: "Văn phòng chưa có quầy nào. Vui lòng báo quản trị viên.",
	counter: (label: string) => capital(counterInVietnamese(label)),
	openCounter: "Mở quầy",
	free: "Chưa có cán bộ",
	yours: "Quầy của bạn",
	youHold: (label: string) => `Bạn đang giữ quầy số ${label}. Hãy chọn quầy đó và đóng lại trước.`,
	heldBy: (name: string) => `Đang do ${name} phụ trách`,
	takeOver: "Nhận thay quầy",
	takeOverHint: (name: string) =>
		`Nhận thay thì ${name} sẽ rời quầy này; người đang được phục vụ vẫn ở lại quầy.`,
	takenFromYou: (label: string, name: string) =>
		`${name} đã nhận ${counterInVietnamese(label)} thay bạn.`,
	wasRead: "Đã hiểu",
	closedMeanwhile: (label: string) => `${capital(counterInVietnamese(label))} đã đóng.`,
	otherCounter: "Đổi quầy",

	status: { open: "Đang mở", paused: "Tạm dừng", closed: "Đã đóng" },
	printAgain: "In lại phiếu",

	nobodyHere: "Chưa có ai tại quầy",
	nobodyHereHint: (waiting: number) =>
		waiting === 0 ? "Hiện không có ai chờ." : `Có ${waiting} người đang chờ quầy này.`,
	pausedHint: "Quầy đang tạm dừng. Mở lại quầy để gọi tiếp.",
	ticketState: { called: "Đã gọi, chờ người đến", serving: "Đang phục vụ" },
	service: "Lĩnh vực",
	priority: "Ưu tiên",
	waited: "Đã chờ",
	calls: "Đã gọi",
	times: (count: number) => `${count} lần`,
	underMinute: "dưới 1 phút",
	minutes: (count: number) => `${count} phút`,
	lettersLeft: (count: number) => `Còn ${count} chữ.`,
	hours: (hours: number, minutes: number) =>
		minutes === 0 ? `${hours} giờ` : `${hours} giờ ${minutes} phút`,

	lineEmpty: "Không có ai chờ",
	more: (count: number) => `và ${count} số nữa`,
};
