import type { ProblemWords } from "./problems.ts";

/** What the office and its queue refuse: services, counters, tickets, papers. */
export const queueProblems = {
	"office/closed": {
		title: "Ngoài giờ làm việc",
		detail: "Hiện ngoài giờ tiếp nhận; mời bạn quay lại trong giờ làm việc.",
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
	"policy/no-head-start": {
		title: "Chưa diện ưu tiên nào được coi như đến sớm hơn",
		detail:
			"Chưa diện ưu tiên nào có số phút coi như đến sớm hơn, nên cách gọi này không ưu tiên ai. Hãy chọn cách gọi khác, hoặc ghi số phút ở trang Cài đặt.",
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
} satisfies Record<string, ProblemWords>;
