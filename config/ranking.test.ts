import { describe, expect, it } from "vitest";
import { createCatalogue, summaryOf } from "../catalogue/catalogue.ts";
import { fold } from "../catalogue/fold.ts";
import { packRows, rowAt } from "../catalogue/rows.ts";
import { createSearch } from "../catalogue/search.ts";
import { readSearchFile, writeSearchFile } from "../catalogue/search-file.ts";
import { buildSearchIndex } from "../catalogue/search-index.ts";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile } from "./places.ts";

// What citizens type, and the procedure they mean by it. The sample catalogue and its synonyms must meet this table.
const first: Record<string, string[]> = {
	"1.000656": [
		"khai tử",
		"khai tu",
		"giấy chứng tử",
		"người nhà mới chết",
		"death",
		"lam giay khai tu",
	],
	"1.000894": [
		"kết hôn",
		"ket hon",
		"dang ki ket hon",
		"kethon",
		"marriage",
		"marrige registration",
		"giấy chứng nhận kết hôn",
		"đkkh",
		"kết hôm",
		"ket hom",
	],
	"1.001022": ["nhận cha con", "nhan cha me con"],
	"1.001193": [
		"khai sinh",
		"Khai sinh",
		"đăng ký khai sinh",
		"dang ky khai sinh",
		"dang ky khai sih",
		"khai sih",
		"khia sinh",
		"khaisinh",
		"khai si",
		"giấy khai sinh",
		"làm giấy khai sinh cho con",
		"lam giay to cho con moi sinh",
		"tôi muốn làm khai sinh cho bé",
		"1.001193",
		"1001193",
		"1.00119",
		"birth certificate",
		"register birth",
		"khai sinh cho con",
		"ĐĂNG KÝ KHAI SINH",
		"Đăng kí khai xinh",
		"dk khai sinh",
	],
	"1.001266": ["đóng cửa hộ kinh doanh"],
	"1.001570": ["tạm ngừng kinh doanh", "tam ngung ho kinh doanh"],
	"1.001612": [
		"hộ kinh doanh",
		"ho kinh doanh",
		"dkkd",
		"giay phep kinh doanh",
		"household business",
		"mo quan cafe",
		"dang ky ho kinh doanh",
		"business license",
	],
	"1.001662": ["khoan gieng"],
	"1.001699": ["nguoi khuyet tat", "giay xac nhan khuyet tat"],
	"1.001731": ["mai táng", "tien mai tang"],
	"1.001776": ["trợ cấp xã hội"],
	"1.002693": ["chặt cây"],
	"1.002755": ["gia hạn tạm trú"],
	"1.002759": ["mất thẻ bhyt", "doi the bhyt"],
	"1.003197": ["xoa ho khau"],
	"1.003583": ["khai sinh lưu động"],
	"1.003677": ["tạm vắng"],
	"1.004194": [
		"tam tru",
		"đăng ký tạm trú",
		"dang ky tam chu",
		"KT3",
		"temporary residence",
		"đăng kí tạm trú cho người thuê",
	],
	"1.004222": [
		"thuong tru",
		"đăng ký thường trú",
		"nhập hộ khẩu",
		"thủ tục 1.004222",
		"chuyen ho khau",
		"nhập khẩu cho vợ",
		"permanent residence",
		"thuong chu",
	],
	"1.004746": ["đăng ký lại kết hôn"],
	"1.004837": ["giám hộ", "giam ho"],
	"1.004859": [
		"cải chính hộ tịch",
		"doi ten",
		"sửa tên trên giấy khai sinh",
		"cai chinh khai sinh",
	],
	"1.004873": [
		"độc thân",
		"doc than",
		"giấy xác nhận độc thân",
		"tinh trang hon nhan",
		"xac nhan tinh trang hon nhan",
		"xác nhận hôn nhân",
		"chung nhan doc than",
		"giay xac nhan tinh trang hon nhan",
		"marital status",
		"single certificate",
		"xac nhan doc than",
	],
	"1.004884": ["lam lai giay khai sinh", "đăng ký lại khai sinh"],
	"1.004982": ["giai the htx"],
	"1.005280": ["hop tac xa"],
	"1.010038": ["tách hộ khẩu", "tach ho", "tach khau"],
	"1.010041": ["CT07", "xác nhận cư trú"],
	"1.010386": ["mất hộ chiếu", "mat passport", "passport lost"],
	"1.010803": ["liet si", "tho cung liet sy"],
	"1.010804": ["mẹ việt nam anh hùng", "ba me anh hung"],
	"1.011441": ["the chap so do"],
	"1.012812": ["hoa giai dat dai"],
	"1.013065": ["thu hoi bien so"],
	"1.013076": ["sang tên xe"],
	"1.013079": ["đổi biển số xe"],
	"1.013133": [
		"nghia vu quan su",
		"nvqs",
		"di nghia vu",
		"đăng ký nghĩa vụ quân sự",
		"military service",
	],
	"1.013138": ["tam vang nvqs"],
	"1.013225": [
		"giay phep xay dung",
		"gpxd",
		"xin phép xây nhà",
		"building permit",
		"cap phep xay dung",
		"xay nha",
	],
	"1.013227": ["gia hạn giấy phép xây dựng"],
	"1.013229": ["sửa nhà", "giấy phép sửa nhà"],
	"1.013274": ["via he"],
	"1.013855": ["vsattp quan an"],
	"1.013949": ["chuyển mục đích sử dụng đất"],
	"1.013978": ["sổ đỏ", "so do", "làm sổ hồng"],
	"1.014027": ["lương hưu người già", "trợ cấp hưu trí"],
	"1.014061": ["lam cccd", "làm căn cước công dân"],
	"1.014062": [
		"làm căn cước cho trẻ em",
		"can cuoc duoi 14 tuoi",
		"cccd cho tre em",
		"cấp thẻ căn cước cho người dưới 14 tuổi",
	],
	"1.014063": ["đổi cccd", "cccd het han"],
	"1.014064": [
		"mat the can cuoc",
		"mất cccd",
		"lost id card",
		"làm lại căn cước",
		"cap lai can cuoc",
	],
	"1.014159": ["quy hoạch"],
	"1.014632": ["nhà ở xã hội", "social housing"],
	"2.000528": ["khai sinh có yếu tố nước ngoài", "khai sinh nuoc ngoai"],
	"2.000554": ["divorce"],
	"2.000635": [
		"bản sao giấy khai sinh",
		"trich luc khai sinh",
		"trích lục hộ tịch",
		"ban sao trich luc",
	],
	"2.000720": ["thay doi dang ky kinh doanh"],
	"2.000806": [
		"đăng ký kết hôn với người nước ngoài",
		"lấy chồng nước ngoài",
		"ket hon nuoc ngoai",
	],
	"2.000815": [
		"sao y",
		"sao y bản chính",
		"chứng thực bản sao",
		"photo công chứng",
		"sao y giấy tờ",
		"chung thuc giay to",
		"notarize copy",
	],
	"2.000884": ["chứng thực chữ ký", "xác nhận chữ ký"],
	"2.001016": ["từ chối thừa kế"],
	"2.001019": ["di chúc", "lam di chuc", "will"],
	"2.001035": ["chứng thực hợp đồng"],
	"2.001159": ["luu tru", "khai báo lưu trú"],
	"2.001263": ["nuôi con nuôi", "nhan con nuoi", "adoption"],
	"2.001406": ["phan chia di san thua ke"],
	"3.000228": [
		"vneid",
		"định danh điện tử",
		"dinh danh muc 2",
		"kích hoạt vneid",
		"dinh danh dien tu muc 2",
	],
	"local-khieu-nai-lan-dau": ["khieu nai", "don khieu nai", "complaint"],
	"local-phan-anh-kien-nghi": ["phản ánh", "góp ý", "phan anh kien nghi"],
	"local-thong-bao-to-chuc-le-hoi": ["lễ hội"],
	"local-tiep-cong-dan": ["gặp chủ tịch xã", "tiếp công dân"],
	"local-to-cao": ["tố cáo"],
	"local-xu-ly-don-don-thu": ["nộp đơn thư"],
};

/** What may mean several things: this one is among the first three. */
const amongThree: Record<string, string[]> = {
	"1.001022": ["cha nhận con"],
	"1.001193": ["dang ky khai sinh tre em"],
	"1.001612": ["mở quán ăn"],
	"1.001699": ["ho tro nguoi khuyet tat"],
	"1.002211": ["hoa giai vien"],
	"1.002755": ["gia hạn kt3"],
	"1.002759": ["bhyt", "thẻ bảo hiểm y tế", "health insurance", "sai thong tin bao hiem y te"],
	"1.004222": ["ho khau", "đăng ký cư trú"],
	"1.004746": ["giay ket hon bi mat"],
	"1.004859": ["sửa hộ tịch"],
	"1.010803": ["người có công"],
	"1.011607": ["hộ nghèo", "can ngheo", "xin xác nhận hộ nghèo"],
	"1.012084": ["bao luc gia dinh"],
	"1.012812": ["tranh chấp đất đai", "dat dai tranh chap"],
	"1.013067": ["đăng ký xe", "dang ky xe may", "bien so xe", "vehicle registration"],
	"1.013082": ["mat bien so xe", "mất cà vẹt"],
	"1.013792": ["quan game"],
	"1.013855": ["an toàn thực phẩm", "attp", "chung nhan ve sinh an toan thuc pham"],
	"1.013978": [
		"cấp giấy chứng nhận quyền sử dụng đất",
		"land certificate",
		"cap giay chung nhan qsdd",
		"giay chung nhan quyen su dung dat",
	],
	"1.014027": ["tro cap nguoi cao tuoi"],
	"1.014061": ["căn cước", "can cuoc", "cccd", "cmnd", "id card", "can cuoc cong dam"],
	"2.000554": ["ly hon"],
	"2.000635": ["mất giấy khai sinh", "trich luc khai tu"],
	"2.000815": ["cong chung", "certified copy", "chứng thực", "photo cong chung bang cap"],
	"2.000884": ["ủy quyền", "xin việc"],
	"2.000986": ["bảo hiểm y tế cho trẻ em", "khai sinh tre em duoi 6 tuoi"],
	"2.001035": ["mua ban nha dat", "hop dong mua ban xe", "hop dong tang cho dat"],
	"2.001406": ["chia thừa kế"],
	"local-to-cao": ["tố giác"],
};

const nothing = ["karaoke", "xyzzy", "🙂", "…", "9.999999"];

const settings = loadSettings(defaultOfficeFile());
if (!settings.ok) throw new Error("the sample office does not load");
const catalogue = createCatalogue(settings.catalogue, settings.office.services);

describe("the first procedure found", () => {
	it.each(table(first))("for “%s” is %s", (query, code) => {
		expect(catalogue.search(query)[0]).toBe(code);
	});
});

describe("the first three procedures found", () => {
	it.each(table(amongThree))("for “%s” hold %s", (query, code) => {
		expect(catalogue.search(query).slice(0, 3)).toContain(code);
	});
});

describe("nothing is found", () => {
	it.each(nothing)("for “%s”", (query) => {
		expect(catalogue.search(query)).toEqual([]);
	});
});

describe("a search file that has been written and read again", () => {
	const index = buildSearchIndex(catalogue.searchables, settings.catalogue.words);
	const rows = packRows(catalogue.procedures.map(summaryOf));
	const read = readSearchFile(writeSearchFile({ index, rows }));

	it("finds exactly what is found with an index made anew, in the same order", () => {
		const [fresh, sent] = [createSearch(index), createSearch(read.index)];
		const queries = [...Object.values(first), ...Object.values(amongThree), nothing].flat();
		for (const query of queries) {
			for (const letters of [2, Math.ceil(query.length / 2), query.length]) {
				const typed = query.slice(0, letters);
				const found = fresh(typed);
				expect([typed, sent(typed)]).toEqual([typed, found]);
				expect([typed, catalogue.search(typed)]).toEqual([
					typed,
					found.procedures.map((number) => index.codes[number]),
				]);
				expect([typed, sent(typed, { most: 5 })]).toEqual([
					typed,
					{ total: found.total, procedures: found.procedures.slice(0, 5) },
				]);
			}
		}
	});

	it("has the row that the hub's own list has for each procedure", () => {
		const { items } = catalogue.page({ limit: 500 });
		expect(items.map((_, place) => rowAt(read.rows, place))).toEqual(items);
	});

	it("is refused in a form that is not known", () => {
		const bytes = writeSearchFile({ index, rows });
		const text = new TextDecoder().decode(bytes.subarray(0, 20));
		bytes[4 + text.slice(4).indexOf("2")] = "9".charCodeAt(0);
		expect(() => readSearchFile(bytes)).toThrow("form 9");
	});
});

describe("what is found", () => {
	it("is the same with and without accents, in capitals and with other spaces", () => {
		for (const query of ["đăng ký khai sinh", "Đất đai", "hộ kinh doanh", "tạm trú"]) {
			const plain = catalogue.search(query);
			const bare = query.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
			expect(catalogue.search(bare.replace(/Đ/g, "D"))).toEqual(plain);
			expect(catalogue.search(`  ${query.toUpperCase().replaceAll(" ", "   ")} `)).toEqual(plain);
			expect(catalogue.search(query.normalize("NFD"))).toEqual(plain);
		}
	});

	it("never turns one short word into another", () => {
		const names = catalogue
			.search("ket")
			.map((code) => catalogue.find(code))
			.map((procedure) => `${procedure?.name} ${procedure?.result} ${procedure?.nameEn}`);
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) expect(fold(name)).toMatch(/\bket/);
	});

	it("puts the plain procedure before the mobile one and those with a foreign element", () => {
		const codes = catalogue.search("khai sinh");
		for (const variant of ["1.003583", "2.000528", "1.000110", "2.000986"]) {
			expect(codes).toContain(variant);
			expect(codes.indexOf("1.001193")).toBeLessThan(codes.indexOf(variant));
		}
	});

	it("stays within a field when one is named", () => {
		const codes = catalogue.search("đăng ký", { fieldId: "hop-tac-xa" });
		expect(codes.length).toBeGreaterThan(2);
		for (const code of codes) expect(catalogue.find(code)?.fieldId).toBe("hop-tac-xa");
		expect(catalogue.search("1.001193", { fieldId: "dat-dai" })).toEqual([]);
		expect(catalogue.search("sổ đỏ", { fieldId: "ho-tich" })).not.toContain("1.013978");
	});

	it("is the same on every try", () => {
		expect(catalogue.search("giấy xác nhận")).toEqual(catalogue.search("giấy xác nhận"));
	});

	it("holds up against anything that can be typed", () => {
		for (const query of [
			"",
			" ",
			"a",
			"'; --",
			"<b>",
			"\u0000",
			"đ".repeat(200),
			"khai ".repeat(40),
		]) {
			expect(Array.isArray(catalogue.search(query))).toBe(true);
		}
	});
});

function table(wanted: Record<string, string[]>): [string, string][] {
	return Object.entries(wanted).flatMap(([code, queries]) =>
		queries.map((query): [string, string] => [query, code]),
	);
}
