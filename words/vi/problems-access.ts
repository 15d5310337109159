import type { ProblemWords } from "./problems.ts";

/** Who may: signing in, accounts, paired devices. */
export const accessProblems = {
	"session/required": {
		title: "Chưa đăng nhập",
		detail: "Vui lòng đăng nhập rồi làm lại.",
	},
	"session/wrong-credentials": {
		title: "Không đăng nhập được",
		detail: "Tên đăng nhập hoặc mật khẩu không đúng.",
	},
	"session/busy": {
		title: "Đang có nhiều người đăng nhập",
		detail: "Đang có nhiều người đăng nhập cùng lúc. Vui lòng thử lại sau vài giây.",
	},
	"session/forbidden": {
		title: "Không có quyền",
		detail: "Tài khoản này không được làm việc này; hãy hỏi người quản trị.",
	},
	"session/slowed": {
		title: "Đăng nhập sai nhiều lần",
		detail: ({ waitSeconds = 1 }) =>
			`Đã có nhiều lần đăng nhập không đúng. Vui lòng thử lại sau ${waitInWords(waitSeconds)}.`,
	},
	"session/must-change": {
		title: "Cần đổi mật khẩu",
		detail: "Mật khẩu này do người khác đặt. Vui lòng đổi mật khẩu trước khi làm việc.",
	},
	"session/disabled": {
		title: "Tài khoản đã khóa",
		detail: "Tài khoản này đã được khóa; hãy hỏi người quản trị.",
	},
	"device/not-trusted": {
		title: "Thiết bị chưa được chấp nhận",
		detail:
			"Thiết bị này chưa được ghép với hệ thống; hãy mở trang của thiết bị và nhờ quản trị viên chấp nhận mã.",
	},
	"device/wrong-role": {
		title: "Thiết bị không được dùng vào việc này",
		detail: "Thiết bị này được ghép cho việc khác; hãy ghép lại hoặc hỏi người quản trị.",
	},
	"device/wrong-place": {
		title: "Thiết bị được ghép cho vị trí khác",
		detail: "Thiết bị này được ghép cho máy hoặc bảng khác; hãy mở đúng trang hoặc ghép lại.",
	},
	"device/revoked": {
		title: "Thiết bị không còn được chấp nhận",
		detail: "Quyền của thiết bị này đã bị thu hồi; hãy ghép lại hoặc hỏi người quản trị.",
	},
	"device/unknown": {
		title: "Không có thiết bị này",
		detail: "Thiết bị này không còn trong danh sách; hãy xem lại danh sách.",
	},
	"pairing/unknown": {
		title: "Mã ghép không dùng được",
		detail: "Mã không đúng, đã hết hạn hoặc đã dùng; hãy xem lại mã trên màn hình của thiết bị.",
	},
	"pairing/too-many": {
		title: "Đang có quá nhiều thiết bị chờ ghép",
		detail:
			"Quá nhiều thiết bị đang chờ được chấp nhận; hãy nhờ quản trị viên xem danh sách, hoặc chờ ít phút.",
	},
	"pairing/too-many-tries": {
		title: "Nhập sai mã quá nhiều lần",
		detail: "Bạn đã nhập sai mã nhiều lần; hãy chờ vài phút rồi xem kỹ mã trên màn hình.",
	},
	"account/exists": {
		title: "Tên đăng nhập đã có",
		detail: "Đã có tài khoản mang tên này; hãy chọn tên khác.",
	},
	"account/unknown": {
		title: "Không có tài khoản này",
		detail: "Không có tài khoản nào mang tên đăng nhập này.",
	},
	"account/own": {
		title: "Đây là tài khoản của bạn",
		detail:
			"Mật khẩu của mình thì đổi ở trang của mình (bấm vào tên bạn), cần nhập mật khẩu đang dùng.",
	},
	"account/last-admin": {
		title: "Phải còn ít nhất một quản trị viên",
		detail:
			"Đây là quản trị viên duy nhất đăng nhập được. Hãy giao quyền quản trị cho người khác trước.",
	},
	"password/too-short": {
		title: "Mật khẩu quá ngắn",
		detail: "Mật khẩu cần có ít nhất 8 ký tự.",
	},
	"password/too-common": {
		title: "Mật khẩu dễ đoán",
		detail: "Mật khẩu này nhiều người dùng nên dễ bị đoán. Hãy ghép vài từ chỉ mình bạn nghĩ ra.",
	},
	"password/names-account": {
		title: "Mật khẩu trùng với tên",
		detail: "Mật khẩu không được là tên đăng nhập hoặc họ tên của tài khoản.",
	},
	"password/same": {
		title: "Mật khẩu mới giống mật khẩu cũ",
		detail: "Hãy chọn mật khẩu khác với mật khẩu đang dùng.",
	},
} satisfies Record<string, ProblemWords>;

/** Rounded up, so that nobody comes too early. */
function waitInWords(seconds: number): string {
	return seconds <= 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}
