/** The picture of a slide on the settings' page: chosen, seen, replaced, taken off. */
export const slidePicture = {
	choose: "Chọn ảnh…",
	replace: "Thay ảnh…",
	remove: "Bỏ ảnh",
	none: "Chưa có ảnh",
	drop: "Thả ảnh vào đây",
	sending: "Đang tải ảnh lên…",
	/** `size` as `4 MB`. */
	allowed: (size: string) =>
		`Ảnh PNG hoặc JPEG, nhiều nhất ${size}; ảnh lớn hơn được thu nhỏ. Hiện trên bảng và máy lấy số sau khi lưu cài đặt.`,
	shrunk: (px: string) => `Ảnh lớn quá nên đã được thu nhỏ, còn ${px}.`,
	unreadable: "Trình duyệt không đọc được tệp này. Hãy chọn ảnh PNG hoặc JPEG.",
	lost: "Không còn ảnh này trên máy chủ nên trang chiếu không có ảnh. Hãy chọn lại ảnh.",
	there: (count: number) => `Chọn trong ảnh đã có (${count})`,
	/** One of those that are there, by its place in the list. */
	thereOne: (index: number, about: string) => `Ảnh đã có thứ ${index}: ${about}`,
	shown: "Ảnh của trang chiếu này",
	/** In the list of changes. */
	inList: "ảnh",
};
