/** Những gì trang báo cáo, bản in và tệp tải về nói về một ngày. */
export const reports = {
	title: "Báo cáo ngày",
	/** Before the day. */
	titleOf: "Báo cáo ngày",
	inNavigation: "Báo cáo",
	intro:
		"Một số được tính ở lĩnh vực và giờ cấp số; lượt gọi và lượt phục vụ tính ở nơi và giờ diễn ra. Số có ba lĩnh vực được tính là ba lượt phục vụ.",
	day: "Ngày",
	today: (date: string) => `${date} (hôm nay)`,
	soFar: "Ngày chưa kết thúc: số liệu tính đến lúc này.",
	made: (time: string, date: string) => `Lập lúc ${time}, ${date}`,
	/** Of a demonstration: beside the day, always in both languages. */
	demo: "BẢN TRÌNH DIỄN – SỐ LIỆU KHÔNG CÓ GIÁ TRỊ",
	again: "Cập nhật",
	csv: "Tải CSV (cho phần mềm khác)",
	xlsx: "Tải Excel",
	print: "In báo cáo",
	loading: "Đang tải…",
	none: "Chưa có số nào trong ngày này.",
	by: {
		total: "Cả ngày",
		services: "Theo lĩnh vực",
		counters: "Theo quầy",
		hours: "Theo giờ",
		classes: "Theo đối tượng",
	},
	/** The first column of a table of these. */
	one: {
		total: "Đơn vị",
		services: "Lĩnh vực",
		counters: "Quầy",
		hours: "Giờ",
		classes: "Đối tượng",
	},
	whole: "Toàn trung tâm",
	counter: (label: string) => `Quầy ${label}`,
	hour: (hour: number) => `${hour}–${hour + 1} giờ`,
	columns: {
		issued: "Số đã cấp",
		called: "Lượt gọi",
		served: "Lượt phục vụ",
		missed: "Vắng mặt",
		cancelled: "Đã hủy",
		expired: "Hết ngày chưa gọi",
		open: "Chưa xong",
	},
	/** Where numbers and what became of them stand side by side. */
	across: "Cộng ngang có thể lớn hơn số đã cấp vì một số có thể qua nhiều lĩnh vực.",
	wait: "Chờ đến khi được gọi",
	service: "Phục vụ",
	/** Short, in the heading of a column; `legend` says it in full. */
	spread: { mean: "trung bình", p50: "một nửa ≤", p90: "9/10 ≤", max: "lâu nhất" },
	legend:
		"“Một nửa ≤”: một nửa số người không quá chừng ấy phút. “9/10 ≤”: cứ mười người thì chín người không quá chừng ấy phút.",
	/** Before a time, in a sentence. */
	told: {
		wait: {
			mean: "Trung bình",
			p50: "Một nửa số người chờ",
			p90: "9/10 số người",
			max: "Lâu nhất",
			none: "Chưa có ai được gọi.",
		},
		service: {
			mean: "Trung bình",
			p50: "Một nửa số lượt",
			p90: "9/10 số lượt",
			max: "Lâu nhất",
			none: "Chưa có lượt nào phục vụ xong.",
		},
	},
	atMost: "không quá",
	minutes: (minutes: string) => `${minutes} phút`,
	underOneMinute: "dưới 1 phút",
	/** In a heading: what is measured, how, and in what. */
	inMinutes: (what: string, how?: string) =>
		how === undefined ? `${what} (phút)` : `${what}, ${how} (phút)`,
	notMeasured: "–",
	chart: {
		load: "Số đã cấp và lượt phục vụ theo giờ",
		waits: "Thời gian chờ theo lĩnh vực (phút)",
		hour: (hour: number) => `${hour}h`,
		issuedAt: (hour: string, count: number) => `${hour}: ${count} số đã cấp`,
		servedAt: (hour: string, count: number) => `${hour}: ${count} lượt phục vụ`,
	},
	file: {
		name: (date: string, isDemo: boolean) => `bao-cao-${date}${isDemo ? "-trinh-dien" : ""}`,
		office: "Cơ quan",
		madeAt: "Lập lúc",
		by: "Phân theo",
		remark: "Ghi chú",
	},
};
