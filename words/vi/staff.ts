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
	signInHint: "Dành cho cán bộ tại quầy.",
	username: "Tên đăng nhập",
	password: "Mật khẩu",
	sessionEnded: "Phiên làm việc đã kết thúc. Vui lòng đăng nhập lại.",
	signOut: "Đăng xuất",
	backToDesk: "Về bàn làm việc",

	chooseCounter: "Chọn quầy làm việc",
	noCounters: "Văn phòng chưa có quầy nào. Vui lòng báo quản trị viên.",
	counter: (label: string) => `Quầy số ${label}`,
	openCounter: "Mở quầy",
	free: "Chưa có cán bộ",
	yours: "Quầy của bạn",
	heldBy: (name: string) => `Đang do ${name} phụ trách`,
	takeOver: "Nhận thay quầy",
	takeOverHint: (name: string) =>
		`Nhận thay thì ${name} sẽ rời quầy này; người đang được phục vụ vẫn ở lại quầy.`,
	takenFromYou: (label: string, name: string) => `${name} đã nhận quầy số ${label} thay bạn.`,
	closedMeanwhile: (label: string) => `Quầy số ${label} đã đóng.`,
	otherCounter: "Đổi quầy",

	status: { open: "Đang mở", paused: "Tạm dừng", closed: "Đã đóng" },
	callNext: "Gọi số tiếp theo",
	recall: "Gọi lại",
	start: "Bắt đầu phục vụ",
	finish: "Hoàn thành",
	miss: "Vắng mặt",
	pause: "Tạm dừng quầy",
	reopen: "Mở lại quầy",
	close: "Đóng quầy",

	nobodyHere: "Chưa có ai tại quầy",
	nobodyHereHint: (waiting: number) =>
		waiting === 0 ? "Hiện không có ai chờ." : `Có ${waiting} người đang chờ quầy này.`,
	pausedHint: "Quầy đang tạm dừng. Mở lại quầy để gọi tiếp.",
	nobodyWaits: "Không có ai chờ.",
	ticketState: { called: "Đã gọi, chờ người đến", serving: "Đang phục vụ" },
	service: "Lĩnh vực",
	procedure: "Thủ tục",
	priority: "Ưu tiên",
	waited: "Đã chờ",
	served: "Phục vụ",
	calls: "Đã gọi",
	times: (count: number) => `${count} lần`,
	underMinute: "dưới 1 phút",
	minutes: (count: number) => `${count} phút`,
	hours: (hours: number, minutes: number) =>
		minutes === 0 ? `${hours} giờ` : `${hours} giờ ${minutes} phút`,

	line: "Đang chờ quầy này",
	lineEmpty: "Không có ai chờ",
	more: (count: number) => `và ${count} số nữa`,
};
