export const pairing = {
	title: "Màn hình này chưa được ghép",
	kiosk: "Máy lấy số",
	board: "Bảng gọi số",
	counter: "Màn hình tại quầy",
	how: (address: string) =>
		`Quản trị viên mở ${address}, đăng nhập, vào mục Thiết bị và nhập mã này.`,
	left: (time: string) => `Mã dùng được trong ${time} nữa, sau đó màn hình tự đổi mã mới.`,
	refused: "Quản trị viên đã từ chối màn hình này.",
	refusedLeft: (time: string) => `Sau ${time} nữa màn hình sẽ xin mã mới.`,
	asking: "Đang xin mã ghép…",
	paired: "Đã ghép xong, đang mở màn hình…",
	unheard: "Máy chủ không trả lời.",
	again: "Màn hình tự thử lại sau ít giây.",
};
