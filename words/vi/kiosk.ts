import { withinSentence } from "../language.ts";
import { count } from "../numbers.ts";

const number = (value: number) => count(value, "vi");

/** What the touchscreen says. */
export const kiosk = {
	back: "Quay lại",
	home: "Trang chủ",
	up: "Lên",
	down: "Xem tiếp",
	bar: "Thanh điều khiển",
	needHelp: "Cần giúp? Mời hỏi nhân viên.",

	touchToStart: "Chạm để bắt đầu",
	startHint: "Lấy số thứ tự, tra cứu thủ tục và phí",

	welcome: "Bạn cần làm gì?",
	takeNumber: "Lấy số thứ tự",
	takeNumberHint: "Nhận số thứ tự để vào quầy làm việc",
	lookUp: "Tra cứu thủ tục và phí",
	lookUpHint: "Xem giấy tờ cần mang, phí và thời gian giải quyết",
	officeClosedHint: "Bạn vẫn tra cứu được thủ tục, phí và giấy tờ cần mang.",

	findTitle: "Tra cứu thủ tục",
	searchLabel: "Tìm kiếm",
	searchPlaceholder: "Gõ tên thủ tục hoặc mã số",
	searchHint:
		"Ví dụ: khai sinh, sổ đỏ. Không cần gõ dấu, một vài chữ là đủ. Gõ mã cũng được: 1.001193 hoặc 1001193.",
	chooseProcedure: "Chọn thủ tục",
	procedures: (howMany: number) => `${number(howMany)} thủ tục`,
	found: (howMany: number) => `Tìm thấy ${number(howMany)} thủ tục`,
	foundFirst: (shown: number, howMany: number) =>
		`Tìm thấy ${number(howMany)} thủ tục, đây là ${number(shown)} thủ tục gần nhất`,
	foundNone: "Chưa tìm thấy thủ tục nào",
	foundNoneHint: "Bạn thử gõ ít chữ hơn hoặc từ khác, hoặc hỏi nhân viên hướng dẫn.",
	noProcedures: "Chưa có thủ tục nào ở đây.",
	keyboard: "Bàn phím",
	erase: "Xóa",
	eraseAll: "Xóa hết",
	space: "Dấu cách",
	tones: {
		sac: "Dấu sắc",
		huyen: "Dấu huyền",
		hoi: "Dấu hỏi",
		nga: "Dấu ngã",
		nang: "Dấu nặng",
	},
	typing: {
		by: "Kiểu gõ",
		methods: { telex: "Telex", vni: "VNI", none: "Không" },
		hints: {
			telex:
				"Muốn có dấu: gõ kiểu Telex (dd thành đ, as thành á), hoặc gõ chữ rồi chạm phím dấu á à ả ã ạ.",
			vni: "Muốn có dấu: gõ kiểu VNI (d9 thành đ, a1 thành á), hoặc gõ chữ rồi chạm phím dấu á à ả ã ạ.",
			none: "Muốn có dấu: gõ chữ rồi chạm phím dấu á à ả ã ạ.",
		},
	},

	code: "Mã thủ tục",
	field: "Lĩnh vực",
	takeNumberFor: "Lấy số làm thủ tục này",

	papersUnknown: "Nguồn dữ liệu không liệt kê giấy tờ. Xin hỏi tại quầy.",
	dataOfUnknown: "Chưa rõ ngày của dữ liệu",
	noSource: "Kiến thức chung, chưa đối chiếu với nguồn chính thức",

	chooseService: "Lấy số thứ tự",
	chooseServiceHint: "Bạn đến làm việc gì?",
	waiting: (people: number) =>
		people === 0 ? "Không có ai đang chờ" : `Đang chờ: ${number(people)} người`,
	quotaLeft: (numbers: number) => `còn ${number(numbers)} số hôm nay`,
	maybeNotServed: "Có thể không kịp phục vụ trong hôm nay",
	maybeNotServedHint:
		"Nhiều người đang chờ và sắp hết giờ làm việc. Bạn nên hỏi nhân viên hướng dẫn.",

	priorityTitle: "Bạn có thuộc diện ưu tiên không?",
	priorityHint: "Chạm một dòng để lấy số. Quầy có thể hỏi giấy tờ xác nhận.",
	noPriority: "Không ưu tiên",
	noPriorityHint: "Tôi không thuộc các diện trên",
	forService: "Lấy số cho",
	taking: "Đang lấy số, xin chờ…",
	serviceGone: "Việc này không còn nhận ở đây",
	serviceGoneHint: "Văn phòng vừa thay đổi danh sách. Bạn chọn lại giúp.",
	chooseAgain: "Chọn việc khác",
	notTaken: "Chưa lấy được số",
	notTakenUnheard:
		"Máy chưa nhận được trả lời và đang hỏi lại. Nếu phiếu đã ra thì bạn đã có số; nếu chưa, bạn bấm chọn lại hoặc báo nhân viên.",

	yourNumber: "Số của bạn",
	priority: "Ưu tiên:",
	ahead: (people: number) =>
		people === 0 ? "Không có ai chờ trước bạn" : `Đang chờ trước bạn: ${number(people)} người`,
	wait: (lowMin: number, highMin: number) =>
		lowMin > 0
			? `Dự kiến chờ khoảng ${lowMin}–${highMin} phút`
			: `Dự kiến chờ không quá ${highMin} phút`,
	paper: {
		printing: "Đang in…",
		printingHint: "Phiếu ra ở khe bên dưới màn hình.",
		elsewhere: (printer: string) => `Phiếu ra ở máy in khác: ${printer}.`,
		ready: "Mời lấy phiếu",
		readyHint: "Phiếu đã in xong. Vui lòng giữ phiếu, số chỉ có giá trị trong ngày.",
		uncertain: "Phiếu đã ra chưa?",
		uncertainHint: "Máy in chưa báo là đã in xong.",
		isHere: "Đã có phiếu",
		printAgain: "Chưa có, in lại",
		uncertainDown: "Nếu chưa có phiếu, bạn chụp lại số hoặc quét mã.",
		taken: "Vui lòng giữ phiếu",
		takenHint: "Số chỉ có giá trị trong ngày.",
		waitingHint:
			"Phiếu sẽ in khi máy in hoạt động lại. Bạn không cần chờ phiếu: chụp lại số hoặc quét mã là được.",
		failed: "Chưa in được phiếu",
		tryAgain: "In lại phiếu",
		notAgain: "Chưa in lại được",
		notAgainUnheard: "Máy chưa nhận được trả lời.",
		numberHolds: "Số vẫn có hiệu lực: bạn chụp lại số hoặc quét mã, rồi chờ gọi.",
		/** Beside number and QR, where they have to do without paper. */
		photograph: "Chụp lại hoặc quét mã",
		photographHint: "Số vẫn có hiệu lực khi không có phiếu.",
	},
	follow: "Quét mã QR để theo dõi số trên điện thoại",
	secondsLeft: (seconds: number) => `Màn hình đóng sau ${seconds} giây, số vẫn còn`,
	done: "Xong",

	printer: {
		/** What is wrong with it, in a sentence. */
		reasons: {
			"paper-low": "Giấy in sắp hết.",
			"paper-out": "Máy in hết giấy.",
			"cover-open": "Nắp máy in đang mở.",
			cutter: "Dao cắt giấy của máy in bị kẹt.",
			error: "Máy in đang báo lỗi.",
			offline: "Máy in đang tắt hoặc chưa sẵn sàng.",
			unreachable: "Chưa kết nối được với máy in.",
			timeout: "Máy in không trả lời.",
			closed: "Máy in vừa mất kết nối.",
			stale: "Phiếu đã chờ máy in quá lâu.",
			paused: "Máy in đang tạm dừng.",
		},
		stillNumber: "Bạn vẫn lấy được số: số và mã QR hiện trên màn hình, bạn chụp lại hoặc quét mã.",
		/** Small, for staff who pass by. */
		low: "Giấy in sắp hết – nhân viên chuẩn bị cuộn mới",
		out: "Nhân viên: mở nắp máy in để thay cuộn giấy",
		coverOpen: "Nhân viên: đặt cuộn giấy mới, kéo đầu giấy ra rồi đóng nắp",
		aside: (reason: string) => `${reason} Phiếu đang in ở máy in thứ hai.`,
		mended: "Máy in đã có giấy",
	},
	checklist: {
		print: "In giấy tờ cần chuẩn bị",
		asking: "Đang gửi đến máy in…",
		printing: "Đang in danh sách giấy tờ…",
		ready: "Mời lấy tờ danh sách giấy tờ",
		elsewhere: (printer: string) => `Mời lấy tờ danh sách giấy tờ ở máy in khác: ${printer}`,
		uncertain: "Chưa rõ tờ danh sách đã in xong hay chưa. Nếu chưa có, bạn bấm in lại.",
		failed: "Chưa in được danh sách giấy tờ.",
		unheard: "Máy chưa nhận được trả lời. Bạn bấm in lại.",
	},

	stillThere: "Bạn còn ở đây không?",
	stillThereHint: "Chạm vào bất kỳ chỗ nào để tiếp tục",
	startsOver: (seconds: number) => `Còn ${seconds} giây, màn hình trở về đầu`,

	loading: "Đang tải…",
	unheard: "Máy chủ không trả lời",
	unheardHint: "Màn hình tự thử lại. Nếu vẫn vậy, xin bạn báo nhân viên.",
	tryAgain: "Thử lại",
	mayBeOld: "Mất kết nối, đang kết nối lại",
	cutOff: {
		title: "Tạm thời chưa lấy được số",
		hint: "Máy mất kết nối và đang tự nối lại. Muốn lấy số ngay, mời bạn hỏi nhân viên. Bạn vẫn tra cứu được thủ tục, phí và giấy tờ.",
		onStart: "Tạm thời chưa lấy được số, bạn vẫn tra cứu được thủ tục",
		held: "Tạm thời mất kết nối",
		heldHint: "Số của bạn vẫn còn.",
		heldUnheard: "Mất kết nối không làm mất số của bạn. Màn hình đang tự thử lại.",
	},
	kioskUnknown: (kioskId: string) =>
		`Đơn vị này không có máy lấy số tên "${kioskId}". Xin báo người phụ trách máy.`,

	languages: {
		choose: "Chọn ngôn ngữ",
	},
	/** How a person wants the screen. */
	comfort: {
		/** In the bar, and where the bar is narrow. */
		open: "Chữ to, dễ dùng",
		openShort: "Chữ to",
		title: "Bạn muốn màn hình thế nào?",
		hint: "Chạm để chọn, chạm lần nữa để thôi. Khi bạn xong việc, màn hình trở lại như thường.",
		text: "Cỡ chữ",
		sizes: { usual: "Chữ thường", larger: "Chữ to", largest: "Chữ rất to" },
		highContrast: "Nền đen, chữ sáng",
		highContrastHint: "Dễ đọc hơn khi mắt kém",
		lowReach: "Đưa nút xuống thấp",
		lowReachHint: "Vừa tầm tay khi ngồi xe lăn hoặc khó với lên cao",
		spoken: "Đọc to hướng dẫn",
		spokenHint: "Máy đọc cho bạn nghe mỗi màn hình",
		on: "Đang bật",
		off: "Đang tắt",
		reset: "Như ban đầu",
	},
	/** About the lines: before, while and after one takes a number. */
	queue: {
		servicesToday: "Các lĩnh vực hôm nay",
		others: (services: number) => `và ${number(services)} lĩnh vực khác`,
		orHere: "Chạm vào đây, hoặc chọn ngay việc cần làm",
		/** The same twice, short: in a list. */
		people: (waiting: number) =>
			waiting === 0 ? "Chưa có ai chờ" : `${number(waiting)} người chờ`,
		minutes: (lowMin: number, highMin: number) =>
			lowMin > 0 ? `${lowMin}–${highMin} phút` : `không quá ${highMin} phút`,
		also: "Làm thêm việc khác trong lần này",
		alsoTitle: "Bạn làm thêm việc gì?",
		alsoHint: "Bạn dùng một số cho mọi việc: xong việc này, số tự chuyển sang việc tiếp theo.",
		alsoDone: "Tiếp tục lấy số",
		afterwards: "Sau đó:",
		sit: (where: string) => `Mời ngồi chờ: ${where}`,
		sitByCounters: (counters: string[]) =>
			`Mời ngồi chờ gần ${counters.length === 1 ? "quầy" : "các quầy"} ${counters.join(", ")}`,
	},
	/** The ticket that one holds, found by its code. */
	held: {
		way: "Đã có phiếu",
		wayHint: "In lại phiếu hoặc hủy số",
		scan: "Đưa mã QR trên phiếu vào máy đọc",
		scanHint: "Máy đọc mã ở cạnh màn hình. Giữ phiếu cách máy đọc một gang tay.",
		unread: "Mã này không phải phiếu lấy số",
		unreadHint: "Bạn đưa mã QR trên phiếu lấy số vào máy đọc.",
		unknown: "Không tìm thấy số này",
		atCounter: (label: string) => `Mời đến quầy ${label}`,
		states: {
			waiting: "Đang chờ",
			called: "Đang gọi",
			serving: "Đang được phục vụ",
			parked: "Đang bổ sung giấy tờ",
			missed: "Đã gọi, bạn vắng mặt. Xin gặp nhân viên để khôi phục số.",
			done: "Đã phục vụ xong",
			cancelled: "Số đã hủy",
			expired: "Số đã hết hạn, chỉ có giá trị trong ngày",
		},
		newNumber: "Lấy số mới",
		giveUp: "Hủy số này",
		sure: (ticket: string) => `Bạn muốn hủy số ${ticket}?`,
		sureHint: "Số đã hủy không lấy lại được. Muốn làm việc, bạn phải lấy số mới.",
		yesGiveUp: "Hủy số",
		keep: "Giữ lại số",
		givingUp: "Đang hủy số…",
		notGivenUp: "Chưa hủy được số",
	},
	/** Looking up by what happens in one's life and by field. */
	browsing: {
		ways: "Cách tìm",
		byEvent: "Theo việc của bạn",
		byField: "Theo lĩnh vực",
		/** Before a row's fee; its time says itself what it is. */
		fee: "Phí:",
	},
	/** The page of one procedure. */
	procedurePage: {
		forWhom: (who: string[]) => `Dành cho: ${who.map(withinSentence).join(", ")}`,
		inVietnamese: "Chi tiết viết bằng tiếng Việt.",
		atAGlance: "Phí, thời gian, giấy tờ",
		fee: "Phí",
		time: "Thời gian",
		papers: "Giấy tờ",
		askFee: "Xin hỏi mức thu tại quầy",
		cutoff: (time: string) => `Nộp trước ${time}. Nộp sau: trả vào ngày làm việc kế tiếp.`,
		kinds: (howMany: number) => `${number(howMany)} loại`,
		someKinds: (howMany: number) => `Thêm ${number(howMany)} loại tùy trường hợp`,
		someKindsOnly: "Tùy trường hợp",
		askPapers: "Hỏi tại quầy",
		/** @param counters as the paper and the boards say them: "1, 2" */
		where: (counters: string) => `Lấy số, rồi nộp tại quầy ${counters}`,

		tickHint: "Nếu muốn, bạn chạm vào giấy tờ đã có để đánh dấu. Không bắt buộc.",
		have: (howMany: number, of: number) => `Đã có ${number(howMany)}/${number(of)}`,
		everybody: "Ai cũng cần",
		some: "Chỉ mang khi đúng trường hợp của bạn",
		complete: "Bạn đã có đủ giấy tờ",
		completeHint: "Mời bấm “Lấy số làm thủ tục này” ở bên dưới.",
		completeAbridged: "Danh sách được ghi gọn, quầy có thể hỏi thêm.",

		feeDetails: "Chi tiết phí",
		howMany: (units: string) => `Số ${units}`,
		howManyEach: (units: string, per: string) => `Số ${units} mỗi ${per}`,
		less: (what: string) => `Bớt: ${what}`,
		more: (what: string) => `Thêm: ${what}`,
		/** "3 bản × 4 trang". */
		times: (wholes: string, units: string) => `${wholes} × ${units}`,
		capped: "đã tính theo mức tối đa",

		steps: (howMany: number) => `${number(howMany)} bước`,
		texts: (howMany: number) => `${number(howMany)} văn bản`,
		forms: (howMany: number) => `${number(howMany)} mẫu`,
		scanPortal: "Quét mã bằng điện thoại để nộp trực tuyến, tải mẫu đơn",
		scanPortalPage: "Quét mã bằng điện thoại để xem trang chính thức của thủ tục",
		scanPortalForms: "Quét mã bằng điện thoại để tải mẫu đơn",
		scanForm: "Quét mã bằng điện thoại để tải mẫu này",
		portal: "Cổng Dịch vụ công quốc gia",
		fullName: "Tên đầy đủ",
		feeInSource: "Nguồn ghi về phí",
		timeInSource: "Nguồn ghi về thời hạn",
	},
};
