export const devices = {
	title: "Thiết bị",
	intro:
		"Máy lấy số, bảng gọi số và trạm in trên máy khác phải được ghép một lần. Nhập mã đang hiện trên màn hình của thiết bị đó vào đây.",
	loading: "Đang tải danh sách thiết bị…",

	role: { kiosk: "Máy lấy số", board: "Bảng gọi số", "print-agent": "Trạm in" },
	place: "Vị trí",
	address: "Địa chỉ mạng",
	askedAt: (time: string) => `Xin ghép lúc ${time}`,

	pair: "Ghép thiết bị",
	code: "Mã trên màn hình thiết bị (8 chữ số)",
	find: "Tìm thiết bị",
	found: "Thiết bị đang hiện mã này",
	check: "Chỉ chấp nhận khi đúng là màn hình bạn đang thấy.",
	name: "Tên thiết bị",
	accept: "Chấp nhận",
	refuse: "Từ chối",
	otherCode: "Nhập mã khác",
	accepted: (name: string) => `Đã ghép ${name}. Màn hình sẽ tự mở trong giây lát.`,
	refused: "Đã từ chối thiết bị.",

	waiting: "Đang chờ ghép",
	noneWaiting: "Không có thiết bị nào đang chờ.",
	minutesLeft: (minutes: number) => `Mã còn dùng được ${minutes} phút`,

	paired: "Đã ghép",
	nonePaired:
		"Chưa ghép thiết bị nào. Màn hình trên chính máy chủ mở tại 127.0.0.1 thì không cần ghép.",
	online: "Đang kết nối",
	lastSeen: (time: string) => `Không kết nối, lần cuối ${time}`,
	neverSeen: "Không kết nối",
	counterScreen: (label: string) => `Màn hình quầy ${label}`,
	version: (version: string) => `phiên bản ${version}`,
	oldVersion: (version: string) => `phiên bản cũ: ${version}`,
	pairedBy: (name: string, time: string) => `${name} ghép lúc ${time}`,
	rename: "Đổi tên",
	renameOf: (name: string) => `Đổi tên ${name}`,
	newName: (name: string) => `Tên mới của ${name}`,
	save: "Lưu tên",
	cancel: "Thôi",
	revoke: "Thu hồi",
	revokeOf: (name: string) => `Thu hồi ${name}`,
	revokeAsk: (name: string) =>
		`Thu hồi ${name}? Màn hình đó dừng ngay và phải ghép lại mới dùng được.`,
	revokeYes: "Thu hồi ngay",
	revoked: (name: string) => `Đã thu hồi ${name}.`,
};
