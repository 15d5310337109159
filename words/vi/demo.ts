/** Những gì người chạy bản trình diễn đọc trên cửa sổ dòng lệnh. */
export const demo = {
	begins:
		"Bản trình diễn: người dân và cán bộ đều là mô phỏng, số không có giá trị. Dữ liệu bị xóa khi dừng (Ctrl+C).",
	start: (address: string) => `Mở trang này trước: ${address}`,
	accounts: (password: string) => `Tài khoản để đăng nhập, mật khẩu của cả ba: ${password}`,
	roles: {
		officer: "cán bộ tại quầy",
		supervisor: "người phụ trách, xem cả phòng và báo cáo",
		admin: "quản trị: cài đặt, tài khoản, thiết bị",
	},
	account: (username: string, role: string) => `  ${username}: ${role}`,
	free: (counters: string) =>
		`Quầy ${counters} để trống cho bạn: đăng nhập, mở quầy, gọi số tiếp theo.`,
	ended: "Đã dừng. Dữ liệu trình diễn đã được xóa.",
	names: {
		officer: "Cán bộ (dùng thử)",
		supervisor: "Người phụ trách (dùng thử)",
	},
};
