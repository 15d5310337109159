export const voice = {
	title: "Giọng đọc",
	intro:
		"Ghi âm giọng người thật cho bảng gọi số: mỗi cụm từ một lần, trong phòng yên tĩnh, cùng một người đọc và cùng một khoảng cách tới micrô.",
	loading: "Đang mở trang ghi âm…",
	notLoaded: "Chưa mở được trang ghi âm. Vui lòng kiểm tra kết nối rồi mở lại trang này.",
	inUse: (voice: string) => `Giọng đang dùng: ${voice}`,
	provisional: "Giọng máy, tạm dùng cho đến khi có bản ghi âm của người đọc.",
	spoken: "Ghi âm cho",
	languages: { vi: "Tiếng Việt", en: "Tiếng Anh" },

	microphone: "Bật micrô",
	insecure:
		"Trình duyệt chỉ cho dùng micrô khi trang được mở ngay trên máy chủ (http://127.0.0.1) hoặc qua https. Vui lòng mở trang này theo một trong hai cách đó.",
	refused: "Trình duyệt chưa được phép dùng micrô. Hãy cho phép trong thanh địa chỉ rồi thử lại.",
	none: "Không tìm thấy micrô. Hãy cắm micrô rồi thử lại.",
	level: "Mức âm thanh",

	say: "Hãy đọc",
	hint: "Bấm Ghi âm, chờ nửa giây, đọc, chờ nửa giây rồi bấm Dừng. Có thể dùng phím R.",
	record: "Ghi âm",
	stop: "Dừng",
	listen: "Nghe lại",
	next: "Cụm từ tiếp theo",
	good: (seconds: string) => `Dùng được, dài ${seconds} giây`,
	faults: {
		silent: "Không nghe thấy gì",
		"too-quiet": "Quá nhỏ: đọc gần micrô hơn hoặc tăng mức thu",
		clipped: "Quá to nên bị vỡ tiếng: đọc xa micrô hơn hoặc giảm mức thu",
		"cut-off": "Bị cắt ở đầu hoặc cuối: giữ im lặng một chút trước và sau khi đọc",
		"too-short": "Quá ngắn so với cụm từ",
		"too-long": "Quá dài so với cụm từ: có tiếng khác lẫn vào hoặc đọc quá chậm",
		gap: "Có khoảng lặng ở giữa: hãy đọc liền một mạch",
		noisy: "Phòng quá ồn so với giọng đọc: hãy ghi ở nơi yên tĩnh",
	},

	phrases: "Các cụm từ",
	missing: "Chưa ghi",
	again: "Cần ghi lại",
	done: (good: number, all: number) => `Đã ghi được ${good}/${all} cụm từ`,
	save: "Tải về (.zip)",
	saveHint:
		"Bản ghi chỉ nằm trong trang này: hãy tải về trước khi đóng. Giải nén rồi chạy npm run make-voice như hướng dẫn trong docs/VOICE.md.",
};
