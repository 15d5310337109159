import { someOf } from "../language.ts";
import { count } from "../numbers.ts";
import type { FaultWords } from "../settings-faults.ts";
import { settings } from "./settings.ts";

const { places, weekdays } = settings;

/** What is wrong with an edit of the settings, and how it is right. */
export const settingsFaults: FaultWords = {
	missing: () => "Chưa điền.",
	"unknown-key": ({ key }) => `Không có mục “${key}”.`,
	unreadable: () => "Không đọc được nội dung ở đây; vui lòng điền lại.",
	choice: () => "Vui lòng chọn một trong những mục có sẵn.",
	number: ({ least, most }) => `Số nguyên từ ${least} đến ${count(most, "vi")}.`,
	"too-long": ({ most }) => `Nhiều nhất ${count(most, "vi")} chữ, kể cả dấu cách.`,
	"too-few": ({ least }) =>
		least === 1 ? "Cần có ít nhất một." : `Cần có ít nhất ${count(least, "vi")}.`,
	"too-many": ({ most }) => `Chỉ được nhiều nhất ${count(most, "vi")}.`,
	"listed-twice": () => "Có mục được ghi hai lần; mỗi mục chỉ ghi một lần.",
	time: () => "Giờ ghi như 07:30.",
	day: () => "Ngày ghi như 02/09/2026.",
	id: () => "Mã gồm 1 đến 40 chữ thường không dấu, chữ số và dấu gạch nối, ví dụ sanh-1.",
	letter: () => "Một chữ cái in hoa, A đến Z, trừ I và O vì giống 1 và 0.",

	"unknown-name": ({ name }) => `“${name}” không còn nữa; vui lòng bỏ ra hoặc chọn mục khác.`,
	"unknown-language": ({ code }) => `Cơ quan không dùng ngôn ngữ “${code}”.`,
	taken: ({ value, by }, { owner }) =>
		`“${value}” đã dùng ở “${owner(by)}”; vui lòng ghi giá trị khác.`,
	"field-taken": ({ field, by }, names) =>
		`Thủ tục ngành ${names.field(field)} đã do “${names.owner(by)}” nhận; mỗi ngành chỉ một lĩnh vực nhận.`,
	"procedure-taken": ({ code, by }, { owner }) =>
		`Thủ tục ${code} đã do “${owner(by)}” nhận; mỗi thủ tục chỉ một lĩnh vực nhận.`,
	"fields-left-out": ({ fields }, { field }) =>
		`Chưa lĩnh vực nào nhận thủ tục ngành: ${someOf(fields.map(field), (more) => ` và ${more} ngành nữa`)}.`,
	unserved: () => "Chưa có quầy nào phục vụ lĩnh vực này; vui lòng chọn quầy ở phần Quầy.",
	retired: ({ id }) =>
		`Mã “${id}” từng dùng trước đây; vui lòng thêm mới, hoặc trở lại phiên bản còn mục này.`,
	"two-ways": ({ counter }, names) =>
		`${names.counter(counter)} đã có mũi tên khác; mỗi quầy chỉ một mũi tên.`,

	"end-before-begin": ({ from }) => `Giờ kết thúc phải sau ${from}.`,
	"numbers-too-late": ({ to }) => `Giờ bắt đầu phát số phải trước ${to}.`,
	"numbers-end": ({ after, to }) => `Giờ thôi phát số phải sau ${after} và không quá ${to}.`,
	"overlapping-periods": ({ from, to, otherFrom, otherTo }) =>
		`Hai khung giờ chồng lên nhau: ${otherFrom}–${otherTo} và ${from}–${to}.`,
	"overlapping-numbers": ({ from, to, otherFrom, otherTo }) =>
		`Hai khung giờ phát số chồng lên nhau: ${otherFrom}–${otherTo} và ${from}–${to}.`,
	"outside-office-hours": ({ from, to, weekday, open }) =>
		open.length === 0
			? `${weekdays[weekday]} cơ quan nghỉ.`
			: `${from}–${to} nằm ngoài giờ làm việc của cơ quan: ${open.map((one) => `${one.from}–${one.to}`).join(", ")}.`,
	"quiet-hours-empty": () =>
		"Giờ kết thúc phải khác giờ bắt đầu; muốn luôn tắt tiếng, đặt âm lượng 0.",

	"unreal-day": ({ day }, names) => `Không có ngày ${names.day(day)}.`,
	"end-before-day": ({ from }, { day }) => `Ngày cuối không được trước ${day(from)}.`,
	"overlapping-days": ({ otherFrom, otherTo }, { day }) =>
		otherFrom === otherTo
			? `Trùng với ngày nghỉ ${day(otherFrom)} đã ghi ở trên.`
			: `Trùng với kỳ nghỉ ${day(otherFrom)}–${day(otherTo)} đã ghi ở trên.`,
	"day-twice": ({ day }, names) => `Ngày ${names.day(day)} đã ghi ở trên.`,
	"hours-unsaid": () =>
		`Vui lòng chọn “${places["workingDays/as"]}” một ngày trong tuần, hoặc thêm giờ riêng của ngày này.`,
	"hours-said-twice": () =>
		`Chỉ được một trong hai: “${places["workingDays/as"]}”, hoặc giờ riêng của ngày này.`,
	"weekday-closed": () => "Ngày đó trong tuần cơ quan nghỉ; vui lòng chọn ngày có giờ làm việc.",
	"minutes-needed": () => `Cần điền, vì phần “${places.lastTicket}” phải tính theo số phút này.`,

	"ratio-alone": () =>
		`Chỉ dùng khi ${places["calling/classes/rule"].toLowerCase()} là xen kẽ theo tỷ lệ.`,
	"no-head-start": () =>
		`Chưa diện ưu tiên nào có số phút “${places["priorityClasses/headStartMinutes"]}”, nên cách gọi này không ưu tiên ai.`,
	"no-level": () => "Mọi diện ưu tiên đều ở bậc 0, nên cách gọi này không ưu tiên ai.",
	"no-pickup": () => `Chưa diện ưu tiên nào được đánh dấu “${places["priorityClasses/pickup"]}”.`,

	"ticker-too-long": ({ letters, most }) =>
		`Các dòng chữ chạy cộng lại có ${count(letters, "vi")} chữ; nhiều nhất ${count(most, "vi")} chữ để ai cũng đọc kịp.`,
	"slide-empty": () => "Trang chiếu cần có tiêu đề, nội dung hoặc ảnh.",
	"picture-unreadable": ({ picture }) =>
		`Không dùng được ảnh “${picture}”: cần tệp PNG hoặc JPEG, nhiều nhất 4 MB. Vui lòng báo kỹ thuật viên.`,
	"picture-unknown": () => "Không có ảnh này; vui lòng chọn lại ảnh.",

	"logo-unreadable": () =>
		"Không dùng được ảnh ở đầu phiếu. Vui lòng báo kỹ thuật viên xem lại tệp ảnh này.",
	"office-file-alone": () =>
		"Chỗ này không sửa được trên trang này; vui lòng nhờ kỹ thuật viên sửa trong tệp cấu hình.",
};
