/** What happened with accounts, devices and settings, told to an administrator. */
export const access = {
	machine: "Người ngồi tại máy chủ",
	nobody: "Chưa đăng nhập",
	unpaired: "Thiết bị chưa ghép",
	signedIn: "đăng nhập",
	signInFailed: {
		wrong: (username: string) =>
			`đăng nhập không thành công với tên ${username}: sai tên hoặc mật khẩu`,
		slowed: (username: string) =>
			`tạm chưa cho đăng nhập với tên ${username}: đã thử sai nhiều lần`,
		disabled: (username: string) => `không cho ${username} đăng nhập: tài khoản đã bị khóa`,
	},
	signedOut: "đăng xuất",
	sessionsEnded: (username: string, sessions: number) => `đăng xuất ${username} ở ${sessions} nơi`,
	ownSessionsEnded: (sessions: number) => `đăng xuất tài khoản của mình ở ${sessions} nơi`,
	accountAdded: (username: string, roles: string) => `thêm tài khoản ${username}: ${roles}`,
	accountChanged: (username: string, name: string, roles: string) =>
		`sửa tài khoản ${username}: ${name}, ${roles}`,
	accountDisabled: (username: string) => `khóa tài khoản ${username}`,
	ownPasswordSet: "đổi mật khẩu của mình",
	passwordSet: (username: string) => `đặt mật khẩu mới cho ${username}`,
	passwordMustChange: (username: string) =>
		`đặt mật khẩu mới cho ${username}, phải đổi khi đăng nhập`,
	deviceAsked: (device: string) => `${device} hiện mã, xin ghép`,
	devicePaired: (device: string, name: string) => `ghép ${device}, đặt tên “${name}”`,
	deviceRefused: (device: string) => `từ chối ghép ${device}`,
	deviceRenamed: (formerName: string, name: string) =>
		`đổi tên thiết bị “${formerName}” thành “${name}”`,
	deviceRevoked: (name: string) => `thu hồi thiết bị “${name}”`,
	settingsChanged: (version: number) => `Sửa cài đặt (phiên bản ${version})`,
	pictureKept: (name: string, size: string) => `Tải ảnh cho trang chiếu lên (${size}, ${name})`,
	settingsBack: (version: number, to: number) =>
		`Trở lại cài đặt của phiên bản ${to} (nay là phiên bản ${version})`,
	ticketReprinted: (number: string, printer: string) =>
		`in lại phiếu ${number} ở máy in “${printer}”`,
	printerTested: (printer: string) => `in thử máy in “${printer}”`,
	printerPaused: (printer: string) => `tạm dừng máy in “${printer}”`,
	printerResumed: (printer: string) => `cho máy in “${printer}” chạy lại`,
	deviceRoles: { kiosk: "máy lấy số", board: "bảng gọi số", "print-agent": "trạm in" },
	roles: { officer: "cán bộ", supervisor: "phụ trách", admin: "quản trị" },
	columns: {
		time: "Thời điểm",
		who: "Ai",
		account: "Tài khoản",
		what: "Việc",
		number: "Số",
		address: "Từ địa chỉ",
		type: "Loại",
	},
};
