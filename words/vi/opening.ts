/** Why no number can be taken, and when again. */
export const opening = {
	shut: {
		"before-hours": "Chưa đến giờ cấp số",
		break: "Đang nghỉ giữa giờ",
		"no-more-numbers": "Đã ngừng cấp số, quầy vẫn phục vụ các số đã cấp",
		"after-hours": "Đã hết giờ cấp số hôm nay",
		"day-off": "Hôm nay không tiếp nhận",
		holiday: "Hôm nay nghỉ lễ",
		"closed-today": "Hôm nay tạm nghỉ",
		"hall-stopped": "Đang tạm dừng toàn bộ",
		closed: "Tạm ngừng cấp số",
		"quota-reached": "Đã hết số hôm nay",
		"full-today": "Không còn kịp phục vụ trong hôm nay",
	},
	because: (what: string, why: string) => `${what}: ${why}`,
	again: (when: string) => `Cấp số lại lúc ${when}`,
	today: (time: string) => `${time} hôm nay`,
	onDay: (time: string, weekday: string, day: number, month: number) =>
		`${time} ${weekday},\u00a0${day}/${month}`,
	hoursToday: (periods: string) => `Hôm nay làm việc ${periods}.`,
	noHoursToday: "Hôm nay không làm việc.",
	weekdays: {
		Mon: "thứ Hai",
		Tue: "thứ Ba",
		Wed: "thứ Tư",
		Thu: "thứ Năm",
		Fri: "thứ Sáu",
		Sat: "thứ Bảy",
		Sun: "Chủ nhật",
	},
};
