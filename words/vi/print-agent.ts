/** What a print agent says on its own screen, to whoever sets it up. */
export const printAgent = {
	enterCode: (code: string, address: string) =>
		`Nhập mã ${code} ở trang Thiết bị (${address}) để ghép trạm in này.`,
	codeMinutes: (minutes: number) => `Mã dùng được trong ${minutes} phút.`,
	refused: "Quản trị viên đã từ chối trạm in này. Trạm in sẽ xin mã mới sau ít phút.",
	noCode: (why: string) => `Chưa xin được mã ghép: ${why}. Trạm in sẽ tự thử lại.`,
	paired: "Đã ghép xong.",
	revoked: "Quyền của trạm in này đã bị thu hồi. Phải ghép lại.",
	connected: (name: string, address: string) => `Trạm in ${name} đã kết nối với ${address}.`,
	lost: "Mất kết nối với máy chủ. Trạm in sẽ tự kết nối lại.",
	away: (address: string) => `Chưa gặp được máy chủ ở ${address}. Trạm in sẽ tự thử lại.`,
	unknownName: (name: string) =>
		`Tệp cấu hình của đơn vị không có máy in nào ghi "agent:${name}". Kiểm tra lại --name hoặc tệp cấu hình.`,
	nameTaken: (name: string) =>
		`Một trạm in khác đang chạy với tên ${name}. Mỗi tên chỉ một trạm in: tắt trạm kia hoặc đặt tên khác.`,
	otherVersion: (version: string) =>
		`Máy chủ chạy phiên bản ${version}, không nói chuyện được với trạm in này. Cài cùng một phiên bản trên cả hai máy.`,
	tooOld: "Máy chủ này chưa biết trạm in. Cài cùng một phiên bản trên cả hai máy.",
	otherRefusal: (code: string) => `Máy chủ từ chối trạm in: ${code}. Trạm in sẽ tự thử lại.`,
	stopping: "Trạm in đang dừng.",
};
