import type { ProblemCode } from "../../protocol/problem.ts";
import { slidePictureLimits } from "../../protocol/slide-pictures.ts";
import { fileSize, pictureSize } from "../numbers.ts";

/** What a person reads when something is refused: what is wrong (`title`) and what to do (`detail`). */
export interface ProblemWords {
	title: string;
	detail: string | ((about: ProblemAbout) => string);
}

/** Whom or what a refusal is about, where it is known. */
export interface ProblemAbout {
	/** Who holds the counter. */
	holder?: string;
	/** In how many seconds it is worth asking again. */
	waitSeconds?: number;
	/** Numbers of people who still wait, and labels of counters that are still open. */
	numbers?: readonly string[];
	counters?: readonly string[];
	/** What was sent as a picture, and of those that are kept how many there are. */
	picture?: {
		found?: "other" | "cut-short" | "unshowable";
		bytes?: number;
		widthPx?: number;
		heightPx?: number;
		kept?: number;
	};
}

export const problems: Record<ProblemCode, ProblemWords> = {
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
	"office/closed": {
		title: "Ngoài giờ làm việc",
		detail: "Hiện ngoài giờ tiếp nhận; mời bạn quay lại trong giờ làm việc.",
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
	"language/unknown": {
		title: "Không có ngôn ngữ này",
		detail: "Đơn vị này chưa thêm ngôn ngữ này.",
	},
	"report/no-day": {
		title: "Không có báo cáo ngày này",
		detail: "Trong ngày này đơn vị chưa làm việc, hoặc số liệu đã hết hạn lưu.",
	},
	"service/unknown": {
		title: "Không có lĩnh vực này",
		detail: "Không có lĩnh vực này ở đây; hãy chọn một lĩnh vực trong danh sách.",
	},
	"service/not-at-counter": {
		title: "Không phải lĩnh vực của quầy này",
		detail: "Hãy chọn trong các lĩnh vực của quầy này.",
	},
	"service/not-served": {
		title: "Chưa có quầy phục vụ",
		detail: "Chưa có quầy nào nhận lĩnh vực này; hãy hỏi cán bộ hướng dẫn.",
	},
	"service/not-now": {
		title: "Ngoài giờ nhận lĩnh vực này",
		detail: "Lĩnh vực này hiện không cấp số.",
	},
	"service/closed": {
		title: "Lĩnh vực này tạm ngừng cấp số",
		detail: "Lĩnh vực này hiện tạm ngừng cấp số; vui lòng hỏi nhân viên hướng dẫn.",
	},
	"service/quota-reached": {
		title: "Đã hết số hôm nay",
		detail: "Lĩnh vực này đã cấp hết số của hôm nay; mời bạn đến vào ngày làm việc tiếp theo.",
	},
	"service/full-today": {
		title: "Không còn kịp phục vụ hôm nay",
		detail:
			"Số người đang chờ đã vượt thời gian làm việc còn lại; mời bạn đến vào ngày làm việc tiếp theo.",
	},
	"device/too-many-open": {
		title: "Máy này đã cấp nhiều số chưa được gọi",
		detail: "Mời bạn lấy số tại máy khác hoặc chờ ít phút, hoặc nhờ nhân viên hướng dẫn.",
	},
	"procedure/unknown": {
		title: "Không tìm thấy thủ tục",
		detail: "Không có thủ tục mang mã này; hãy tìm lại theo tên.",
	},
	"catalogue/unknown": {
		title: "Danh mục đã được thay",
		detail: "Danh mục thủ tục đã thay đổi; hãy tải bản mà cơ quan đang dùng.",
	},
	"procedure/other-service": {
		title: "Thủ tục thuộc lĩnh vực khác",
		detail: "Thủ tục này được nhận ở lĩnh vực khác; hãy lấy số từ trang của thủ tục.",
	},
	"priority-class/unknown": {
		title: "Không có diện ưu tiên này",
		detail:
			"Không có diện ưu tiên này ở đây; hãy chọn một diện trong danh sách hoặc không ưu tiên.",
	},
	"kiosk/unknown": {
		title: "Không có máy lấy số này",
		detail: "Máy lấy số này không có trong cấu hình của đơn vị; hãy báo người quản trị.",
	},
	"print-agent/unknown": {
		title: "Không có trạm in này",
		detail:
			"Cấu hình của đơn vị không có máy in nào nối qua trạm in này; hãy kiểm tra tên trạm in và tệp cấu hình.",
	},
	"print-agent/taken": {
		title: "Trạm in này đang chạy ở nơi khác",
		detail: "Mỗi tên chỉ một trạm in: hãy tắt trạm in kia hoặc đặt tên khác.",
	},
	"print-agent/other-form": {
		title: "Trạm in khác phiên bản với máy chủ",
		detail: "Hãy cài cùng một phiên bản trên cả hai máy.",
	},
	"counter/unknown": {
		title: "Không có quầy này",
		detail: "Không có quầy này ở đây; hãy chọn một quầy trong danh sách.",
	},
	"counter/not-open": {
		title: "Quầy chưa mở",
		detail: "Quầy đang đóng hoặc tạm dừng; hãy mở quầy rồi làm lại, hoặc chọn quầy khác.",
	},
	"counter/not-yours": {
		title: "Quầy đang do người khác giữ",
		detail: ({ holder = "người khác" }) =>
			`Quầy này đang do ${holder} giữ; hãy mở quầy để nhận lại.`,
	},
	"counter/taken": {
		title: "Quầy đã có người",
		detail: ({ holder = "người khác" }) =>
			`Quầy này đang do ${holder} ngồi; chỉ nhận quầy khi đã báo ${holder}.`,
	},
	"counter/officer-elsewhere": {
		title: "Đang ngồi ở quầy khác",
		detail: "Bạn đang giữ một quầy khác; hãy đóng quầy đó trước.",
	},
	"counter/occupied": {
		title: "Quầy còn đang có người dân",
		detail: "Hãy cho biết người ở quầy đã xong, vắng mặt hay trở lại hàng chờ rồi mới đóng quầy.",
	},
	"counter/no-current": {
		title: "Quầy chưa gọi số nào",
		detail: "Hãy gọi một số trước.",
	},
	"counter/current-changed": {
		title: "Số tại quầy vừa thay đổi",
		detail: "Số tại quầy đã đổi so với màn hình của bạn; hãy xem lại rồi gọi.",
	},
	"ticket/unknown": {
		title: "Không tìm thấy số này",
		detail: "Không có số này trong hôm nay. Số chỉ có giá trị trong ngày lấy.",
	},
	"ticket/not-called": {
		title: "Số không ở trạng thái đang gọi",
		detail: "Chỉ làm được việc này với số đang được gọi và chưa bắt đầu phục vụ.",
	},
	"ticket/at-other-counter": {
		title: "Số không ở quầy này",
		detail: "Số này không phải là số hiện tại của quầy.",
	},
	"counter/nothing-to-undo": {
		title: "Không có gì để hoàn tác",
		detail: "Quầy chưa làm việc gì có thể hoàn tác, hoặc số đó vừa được xử lý ở nơi khác.",
	},
	"counter/other-act": {
		title: "Quầy đã làm việc khác",
		detail: "Sau đó ở quầy này đã có việc khác được làm, nên không hoàn tác.",
	},
	"counter/undo-too-late": {
		title: "Đã quá thời gian hoàn tác",
		detail: "Chỉ hoàn tác được việc vừa làm trong ít giây; hãy dùng thao tác khác để sửa.",
	},
	"ticket/not-waiting": {
		title: "Số này đang ở một quầy",
		detail: "Số đã được gọi và đang ở một quầy; không gọi lại ở đây được.",
	},
	"ticket/not-parked": {
		title: "Số không được để riêng",
		detail: "Chỉ gọi lại quầy được số đang tạm để riêng.",
	},
	"slip/number-wrong": {
		title: "Số giấy chưa đúng",
		detail: "Số giấy phải bắt đầu bằng chữ của lĩnh vực và có ít nhất ba chữ số, ví dụ A901.",
	},
	"slip/number-given": {
		title: "Số này đã được cấp hôm nay",
		detail: "Số trên giấy trùng với một số đã cấp hôm nay; hãy kiểm tra lại.",
	},
	"slip/times-wrong": {
		title: "Thời gian chưa đúng",
		detail:
			"Giờ lấy số, giờ bắt đầu và giờ kết thúc phải theo thứ tự, trong hôm nay và không ở tương lai.",
	},
	"slip/unknown": {
		title: "Không có số giấy này",
		detail: "Không có số giấy nào như vậy được nhập hôm nay.",
	},
	"slip/in-use": {
		title: "Số giấy đã được dùng tiếp",
		detail: "Sau khi nhập, số này đã được gọi hoặc xử lý nên không bỏ được nữa.",
	},
	"ticket/not-missed": {
		title: "Số không bị ghi vắng mặt",
		detail: "Chỉ khôi phục được số đã ghi vắng mặt.",
	},
	"ticket/missed": {
		title: "Số đã ghi vắng mặt",
		detail: "Hãy khôi phục số này trước rồi mới chuyển.",
	},
	"ticket/restore-too-late": {
		title: "Đã quá thời gian khôi phục số",
		detail: "Số vắng mặt đã quá lâu theo quy định của đơn vị; mời người dân lấy số mới.",
	},
	"ticket/over": {
		title: "Số đã kết thúc",
		detail: "Số này đã xong, đã hủy hoặc đã hết hạn.",
	},
	"ticket/being-served": {
		title: "Số đang được phục vụ",
		detail: "Người này đang được phục vụ tại quầy; hãy hoàn thành thay vì hủy.",
	},
	"ticket/reason-needed": {
		title: "Cần ghi lý do",
		detail: "Gọi ngoài thứ tự phải có lý do; lý do được lưu vào sổ.",
	},
	"ticket/too-many-files": {
		title: "Quá nhiều hồ sơ cho một số",
		detail: "Đơn vị không nhận nhiều hồ sơ như vậy với một số; vui lòng hỏi cán bộ.",
	},
	"ticket/already-there": {
		title: "Số đã ở đó",
		detail: "Số này đang chờ đúng nơi bạn muốn chuyển đến; hãy chọn dịch vụ hoặc quầy khác.",
	},
	"appointment/none": {
		title: "Đơn vị không nhận lịch hẹn",
		detail: "Cấu hình của đơn vị không có lịch hẹn.",
	},
	"appointment/other-day": {
		title: "Lịch hẹn không phải hôm nay",
		detail: "Số chỉ có giá trị trong ngày; vui lòng đến đúng ngày hẹn.",
	},
	"visit/service-twice": {
		title: "Một dịch vụ được chọn hai lần",
		detail: "Mỗi dịch vụ chỉ đến một lần với một số.",
	},
	"hall/stopped": {
		title: "Đang tạm dừng toàn bộ",
		detail: "Trung tâm đang tạm dừng: chưa cấp số và chưa gọi số. Số đã lấy vẫn giữ nguyên thứ tự.",
	},
	"printer/unknown": {
		title: "Không có máy in này",
		detail: "Máy in này không có trong cấu hình của đơn vị.",
	},
	"print/under-way": {
		title: "Phiếu đang được in",
		detail: "Phiếu này đang in hoặc đang chờ máy in. Vui lòng chờ giây lát rồi thử lại.",
	},
	"print/too-often": {
		title: "Phiếu đã được in lại nhiều lần",
		detail: "Phiếu này không in lại được nữa tại máy lấy số. Vui lòng gặp cán bộ để được in lại.",
	},
	"clock/other-day": {
		title: "Ngày xác nhận không khớp với đồng hồ máy",
		detail: "Đồng hồ của máy chủ không ở ngày này; hãy xem lại ngày rồi xác nhận.",
	},
	"clock/behind": {
		title: "Đồng hồ máy đang chậm hơn ngày làm việc",
		detail: "Ngày làm việc không lùi lại được. Hãy chỉnh lại giờ của máy chủ; hệ thống sẽ tự nhận.",
	},
	"settings/changed": {
		title: "Cài đặt vừa được thay đổi",
		detail: ({ holder }) =>
			`${holder && holder !== "hub" ? `Tài khoản "${holder}" vừa thay đổi` : "Vừa có thay đổi trong"} cài đặt; những gì bạn sửa chưa được lưu. Hãy tải lại cài đặt mới rồi sửa tiếp.`,
	},
	"settings/wrong": {
		title: "Cài đặt chưa đúng",
		detail: "Chưa có gì được thay đổi. Hãy sửa những chỗ được đánh dấu rồi lưu lại.",
	},
	"settings/in-use": {
		title: "Còn người đang dùng",
		detail: ({ numbers = [], counters = [] }) =>
			[
				"Chưa có gì được thay đổi.",
				numbers.length > 0 &&
					`Còn người giữ số của lĩnh vực bị bỏ: ${someOf(numbers)}. Hãy phục vụ hết, hoặc chuyển họ sang lĩnh vực khác, rồi lưu lại.`,
				counters.length > 0 &&
					`Quầy bị bỏ còn đang mở: ${someOf(counters)}. Hãy đóng quầy rồi lưu lại.`,
			]
				.filter(Boolean)
				.join(" "),
	},
	"settings/unknown-version": {
		title: "Không có phiên bản này",
		detail: "Không còn giữ phiên bản cài đặt này.",
	},
	"picture/none": {
		title: "Không phải ảnh dùng được",
		detail: ({ picture }) =>
			`${
				picture?.found === "cut-short"
					? "Tệp ảnh bị hỏng hoặc thiếu phần cuối."
					: picture?.found === "unshowable"
						? "Ảnh JPEG này thuộc loại mà bảng không hiện được."
						: "Tệp gửi lên không phải ảnh PNG hay JPEG."
			} Hãy chọn ảnh PNG hoặc JPEG khác.`,
	},
	"picture/wrong-size": {
		title: "Ảnh không đúng cỡ",
		detail: ({ picture = {} }) => {
			const { bytes, widthPx, heightPx } = picture;
			const { bytes: most, sidePx, leastPx } = slidePictureLimits;
			const found = [
				...(widthPx && heightPx ? [pictureSize(widthPx, heightPx)] : []),
				...(bytes ? [fileSize(bytes, "vi")] : []),
			];
			const is = found.length > 0 ? `Ảnh này có cỡ ${found.join(", ")}.` : "Ảnh này quá lớn.";
			return `${is} Mỗi cạnh được từ ${leastPx} đến ${sidePx} px, tệp nhiều nhất ${fileSize(most, "vi")}.`;
		},
	},
	"picture/no-room": {
		title: "Hết chỗ chứa ảnh",
		detail: ({ picture: { kept = 0, bytes = 0 } = {} }) =>
			`Đã giữ ${kept} ảnh, ${fileSize(bytes, "vi")}, cho các phiên bản cài đặt còn lưu; nhiều nhất ${slidePictureLimits.kept} ảnh, ${fileSize(slidePictureLimits.keptBytes, "vi")}. Ảnh không phiên bản nào dùng sẽ được xóa sau một ngày; hãy dùng lại ảnh đã có hoặc ảnh nhỏ hơn.`,
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
};

/** Rounded up, so that nobody comes too early. */
function waitInWords(seconds: number): string {
	return seconds <= 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}

/** So many are named; how many more there are is told. */
const named = 8;

function someOf(all: readonly string[]): string {
	const first = all.slice(0, named).join(", ");
	return all.length > named ? `${first} và ${all.length - named} nữa` : first;
}
