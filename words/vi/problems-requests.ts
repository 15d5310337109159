import type { ProblemWords } from "./problems.ts";

/** What is asked over HTTP, and a hub that cannot answer. */
export const requestProblems = {
	"request/invalid": {
		title: "Yêu cầu chưa đúng",
		detail: "Một số thông tin gửi lên chưa đúng; xem từng mục trong danh sách lỗi.",
	},
	"request/bad-json": {
		title: "Nội dung gửi lên không đọc được",
		detail: "Nội dung gửi lên không phải là JSON hợp lệ.",
	},
	"request/unsupported-media-type": {
		title: "Kiểu nội dung không được hỗ trợ",
		detail: "Hãy gửi nội dung kiểu application/json.",
	},
	"request/too-large": {
		title: "Nội dung quá lớn",
		detail: "Nội dung gửi lên vượt quá mức cho phép.",
	},
	"request/bad-path": {
		title: "Địa chỉ không đúng",
		detail: "Địa chỉ quá dài hoặc có ký tự mã hóa sai; hãy kiểm tra lại.",
	},
	"request/not-found": {
		title: "Không có trang này",
		detail:
			"Không có gì ở địa chỉ này. Trang đầu (/) dẫn đến mọi màn hình; /api/docs liệt kê các lệnh gọi.",
	},
	"request/malformed": {
		title: "Yêu cầu không đúng chuẩn HTTP",
		detail: "Những gì gửi lên không phải là một yêu cầu HTTP hợp lệ.",
	},
	"request/head-too-large": {
		title: "Phần đầu yêu cầu quá lớn",
		detail: "Phần đầu của yêu cầu vượt quá mức cho phép; hãy xóa cookie của trang này rồi thử lại.",
	},
	"request/address-too-long": {
		title: "Địa chỉ quá dài",
		detail: "Địa chỉ của yêu cầu vượt quá mức cho phép; hãy rút ngắn nội dung tìm kiếm.",
	},
	"request/too-slow": {
		title: "Gửi quá lâu",
		detail: "Yêu cầu chưa được gửi hết trong thời gian cho phép. Vui lòng thử lại.",
	},
	"request/too-many": {
		title: "Có quá nhiều yêu cầu",
		detail: "Thiết bị này vừa gửi quá nhiều yêu cầu. Vui lòng chờ giây lát rồi thử lại.",
	},
	"request/unknown-host": {
		title: "Tên máy chủ không đúng",
		detail:
			"Hệ thống không nhận yêu cầu gửi tới tên này; hãy dùng đúng địa chỉ của đơn vị. Người quản trị có thể thêm tên vào ALLOWED_HOSTS.",
	},
	"request/bad-range": {
		title: "Không có phần được yêu cầu",
		detail: "Tệp không có phần được yêu cầu; hãy tải lại cả tệp.",
	},
	"request/precondition-failed": {
		title: "Tệp đã thay đổi",
		detail: "Tệp không còn như bản mà yêu cầu nêu; hãy tải lại trang.",
	},
	"request/foreign-origin": {
		title: "Yêu cầu đến từ trang khác",
		detail: "Chỉ các trang của chính hệ thống này mới được gửi yêu cầu thay đổi.",
	},
	"request/key-reused": {
		title: "Mã yêu cầu đã dùng cho việc khác",
		detail: "Mã Idempotency-Key này đã được gửi với nội dung khác. Hãy dùng mã mới cho việc mới.",
	},
	"request/not-done": {
		title: "Yêu cầu trước chưa được thực hiện",
		detail: "Yêu cầu có mã Idempotency-Key này chưa được làm và đã được rút lại.",
	},
	"ledger/unavailable": {
		title: "Tạm thời chưa ghi được",
		detail:
			"Hệ thống tạm thời chưa ghi được; chưa có gì thay đổi. Vui lòng thử lại sau ít phút hoặc hỏi cán bộ.",
	},
	"hub/busy": {
		title: "Hệ thống đang quá tải",
		detail: "Có quá nhiều yêu cầu cùng lúc; chưa có gì thay đổi. Vui lòng thử lại sau giây lát.",
	},
	"hub/stopping": {
		title: "Hệ thống đang khởi động lại",
		detail:
			"Hệ thống đang dừng hoặc khởi động lại; chưa có gì thay đổi. Vui lòng thử lại sau ít giây.",
	},
	"hub/unexpected": {
		title: "Có lỗi ngoài dự kiến",
		detail:
			"Hệ thống gặp lỗi ngoài dự kiến và đã ghi lại. Vui lòng thử lại hoặc báo người quản trị.",
	},
} satisfies Record<string, ProblemWords>;
