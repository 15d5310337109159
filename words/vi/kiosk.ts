import { count } from "../numbers.ts";

const number = (value: number) => count(value, "vi");

/** What the touchscreen says. */
export const kiosk = {
	/** The button that changes to the other language is written in that language. */
	otherLanguage: "English",
	back: "Quay lại",
	home: "Trang chủ",
	up: "Lên",
	down: "Xem tiếp",
	bar: "Thanh điều khiển",

	touchToStart: "Chạm để bắt đầu",
	startHint: "Lấy số thứ tự, tra cứu thủ tục và phí",

	welcome: "Bạn cần làm gì?",
	welcomeHint: "Chạm vào ô bạn chọn",
	takeNumber: "Lấy số",
	takeNumberHint: "Nhận số thứ tự để vào quầy làm việc",
	lookUp: "Tra cứu thủ tục",
	lookUpHint: "Xem giấy tờ cần mang, phí và thời gian giải quyết",
	officeClosedHint: "Bạn vẫn tra cứu được thủ tục, phí và giấy tờ cần mang.",

	findTitle: "Tra cứu thủ tục",
	searchLabel: "Tìm kiếm",
	searchPlaceholder: "Gõ tên thủ tục, ví dụ: khai sinh",
	searchHint: "Không cần gõ dấu. Gõ một vài chữ là đủ.",
	chooseTopic: "Hoặc chọn việc cần làm",
	chooseField: "Chọn lĩnh vực",
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

	code: "Mã thủ tục",
	field: "Lĩnh vực",
	takeNumberFor: "Lấy số làm thủ tục này",
	inVietnamese: "Nội dung chi tiết chỉ có bằng tiếng Việt.",

	papersUnknown: "Nguồn dữ liệu không liệt kê giấy tờ. Xin hỏi tại quầy.",
	legalTitle: (howMany: number) => `Căn cứ pháp lý (${number(howMany)} văn bản)`,
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
	priorityHint: "Nhân viên có thể hỏi giấy tờ xác nhận khi bạn đến quầy.",
	noPriority: "Không ưu tiên",
	forService: "Lấy số cho",
	taking: "Đang lấy số, xin chờ…",
	notTaken: "Chưa lấy được số",
	notTakenUnheard:
		"Máy chưa nhận được trả lời. Bạn bấm chọn lại, hoặc báo nhân viên để được cấp số.",

	yourNumber: "Số của bạn",
	ahead: (people: number) =>
		people === 0 ? "Bạn là người tiếp theo" : `Đang chờ trước bạn: ${number(people)} người`,
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
	secondsLeft: (seconds: number) => `Còn ${seconds} giây`,
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
	kioskUnknown: (kioskId: string) =>
		`Đơn vị này không có máy lấy số tên "${kioskId}". Xin báo người phụ trách máy.`,
};
