import { withinSentence } from "../language.ts";
import { calling } from "./calling.ts";

/** What happened in a day, told event by event, and the columns of its list of tickets. */
export const ledger = {
	hub: "Hệ thống",
	holder: "người giữ số",
	lobby: "Sảnh",
	kiosk: (id: string) => `Máy lấy số ${id}`,
	dayOpened: (day: string) => `mở ngày làm việc ${day}`,
	dayClosed: "kết thúc ngày làm việc",
	settingsApplied: (services: number, counters: number) =>
		`áp dụng cấu hình: ${services} lĩnh vực, ${counters} quầy`,
	issued: (number: string, service: string) => `lấy số ${number}, ${service}`,
	slipEntered: (number: string, service: string) => `nhập số giấy ${number}, ${service}`,
	slipSettled: (number: string, counter: string | null, served: boolean) =>
		`số giấy ${number} ${served ? "đã phục vụ" : "không còn chờ"}${counter === null ? "" : ` tại quầy ${counter}`} khi hệ thống ngừng`,
	slipWithdrawn: (number: string) => `bỏ số giấy ${number} đã nhập nhầm`,
	priority: (name: string) => `ưu tiên: ${name}`,
	procedure: (code: string) => `thủ tục ${code}`,
	called: (number: string, counter: string) => `gọi số ${number} đến quầy ${counter}`,
	recalled: (number: string, counter: string) => `gọi lại số ${number} đến quầy ${counter}`,
	started: (number: string, counter: string) => `bắt đầu phục vụ số ${number} tại quầy ${counter}`,
	finished: (number: string, counter: string) => `hoàn thành số ${number} tại quầy ${counter}`,
	missed: (number: string, counter: string) => `số ${number} vắng mặt tại quầy ${counter}`,
	returned: (number: string, counter: string) =>
		`số ${number} từ quầy ${counter} trở lại chỗ cũ trong hàng chờ`,
	parked: (number: string, counter: string) =>
		`tạm để riêng số ${number} của quầy ${counter} để bổ sung giấy tờ`,
	unparked: (number: string, counter: string) =>
		`cho số ${number} trở lại sau khi bổ sung giấy tờ (quầy ${counter})`,
	restored: (number: string, counter: string) =>
		`khôi phục số ${number} đã vắng mặt (quầy ${counter})`,
	setBack: (number: string, counter: string) =>
		`hoàn tác việc vừa làm với số ${number} tại quầy ${counter}`,
	transferred: (
		number: string,
		counter: string,
		service: string,
		toCounter: string | null,
		byItself: boolean,
	) =>
		byItself
			? `số ${number} xong ở quầy ${counter}, tự chuyển tiếp sang ${service}`
			: `quầy ${counter} chuyển số ${number} sang ${service}${toCounter === null ? "" : `, quầy ${toCounter}`}`,
	cancelled: (number: string, counter: string | null) =>
		counter === null
			? `người giữ số ${number} tự bỏ chỗ`
			: `quầy ${counter} hủy số ${number} theo yêu cầu`,
	expired: (number: string) => `số ${number} hết hạn khi hết ngày`,
	counterOpened: (counter: string) => `mở quầy ${counter}`,
	counterReopened: (counter: string) => `mở lại quầy ${counter}`,
	counterTakenOver: (counter: string, from: string) => `nhận thay quầy ${counter} của ${from}`,
	counterPaused: (counter: string) => `tạm dừng quầy ${counter}`,
	counterClosed: (counter: string) => `đóng quầy ${counter}`,

	hallStopped: (why: string) => `tạm dừng toàn bộ khu vực chờ (${why})`,
	stopReasons: {
		evacuation: "sơ tán",
		power: "mất điện",
		system: "hệ thống gặp sự cố",
		other: "lý do khác",
	},
	hallResumed: "hoạt động trở lại",
	hoursSet: (periods: string[]) =>
		periods.length === 0
			? "đóng cửa hôm nay"
			: `đổi giờ làm việc hôm nay thành ${periods.join(", ")}`,
	hoursUsual: "trở lại giờ làm việc thường lệ",
	policySet: (classes: string, services: string, maxWaitMinutes: number | null) =>
		`đổi cách gọi số hôm nay: ${withinSentence(classes)}; quầy nhiều lĩnh vực: ${withinSentence(services)}${maxWaitMinutes === null ? "" : `; chờ quá ${maxWaitMinutes} phút thì gọi ngay`}`,
	policyUsual: "trở lại cách gọi số thường lệ",
	classRules: calling.classRules,
	serviceRules: calling.serviceRules,
	serviceClosed: (service: string) => `tạm ngừng nhận ${service}`,
	serviceOpened: (service: string) => `nhận lại ${service}`,
	quotaSet: (service: string, quota: number | "none" | "usual") =>
		quota === "none"
			? `bỏ giới hạn số hôm nay của ${service}`
			: quota === "usual"
				? `trở lại giới hạn số thường lệ của ${service}`
				: `giới hạn ${quota} số hôm nay cho ${service}`,

	columns: {
		number: "Số",
		service: "Lĩnh vực",
		priorityClass: "Diện ưu tiên",
		procedure: "Mã thủ tục",
		language: "Ngôn ngữ",
		kiosk: "Máy lấy số",
		issued: "Lấy số lúc",
		called: "Gọi lúc",
		started: "Bắt đầu lúc",
		ended: "Kết thúc lúc",
		state: "Trạng thái",
		counter: "Quầy",
		officer: "Cán bộ",
		calls: "Số lần gọi",
		waitedSeconds: "Chờ (giây)",
		servedSeconds: "Phục vụ (giây)",
	},
	states: {
		waiting: "Đang chờ",
		called: "Đã gọi",
		serving: "Đang phục vụ",
		parked: "Tạm để riêng",
		missed: "Vắng mặt",
		done: "Hoàn thành",
		cancelled: "Đã hủy",
		expired: "Hết hạn",
	},
};
