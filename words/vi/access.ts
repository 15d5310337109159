/** What happened with accounts, devices and settings, told to an administrator. */
export const access = {
	machine: "Người ngồi tại máy chủ",
	signedIn: (username: string, address: string) => `${username} đăng nhập từ ${address}`,
	signInFailed: {
		wrong: (username: string, address: string) =>
			`đăng nhập không thành công với tên ${username} từ ${address}: sai tên hoặc mật khẩu`,
		slowed: (username: string, address: string) =>
			`chưa cho đăng nhập với tên ${username} từ ${address}: đã thử sai nhiều lần`,
		disabled: (username: string, address: string) =>
			`không cho ${username} đăng nhập từ ${address}: tài khoản đã bị khóa`,
	},
	signedOut: (username: string) => `${username} đăng xuất`,
	sessionsEnded: (username: string, sessions: number) =>
		`kết thúc ${sessions} phiên đăng nhập của ${username}`,
	accountAdded: (username: string, roles: string) => `thêm tài khoản ${username}: ${roles}`,
	accountChanged: (username: string, name: string, roles: string) =>
		`sửa tài khoản ${username}: ${name}, ${roles}`,
	accountDisabled: (username: string) => `khóa tài khoản ${username}`,
	passwordSet: (username: string) => `đặt mật khẩu mới cho ${username}`,
	passwordMustChange: (username: string) =>
		`đặt mật khẩu mới cho ${username}, phải đổi khi đăng nhập`,
	deviceAsked: (device: string, address: string) => `${device} tại ${address} xin kết nối`,
	devicePaired: (device: string, name: string) => `cho phép ${device} kết nối, đặt tên ${name}`,
	deviceRefused: (deviceId: string) => `từ chối thiết bị ${deviceId}`,
	deviceRenamed: (formerName: string, name: string) =>
		`đổi tên thiết bị ${formerName} thành ${name}`,
	deviceRevoked: (name: string) => `thu hồi thiết bị ${name}`,
	deviceRoles: { kiosk: "máy lấy số", board: "bảng gọi số", "print-agent": "máy in" },
	roles: { officer: "cán bộ", supervisor: "phụ trách", admin: "quản trị" },
	columns: { time: "Thời điểm", who: "Ai", what: "Việc", number: "Số", type: "Loại" },
};
