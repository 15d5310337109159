import { describe, expect, it, test } from "vitest";
import { createCatalogue } from "../catalogue/catalogue.ts";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile } from "./places.ts";

const settings = loadSettings(defaultOfficeFile());
if (!settings.ok) throw new Error("the sample office does not load");
const catalogue = createCatalogue(settings.catalogue, settings.office.services);
const listed = (event: string) =>
	catalogue.page({ event, limit: 500 }).items.map(({ code }) => code);

/** How many procedures a kiosk shows at a time. */
const screenful = 8;

/** What people come for in their own words, the event that they would touch, and the procedure that they mean. */
const atOnce: [said: string, event: string, code: string][] = [
	["làm giấy khai sinh cho con", "sinh-con", "1.001193"],
	["khai sinh, hộ khẩu, thẻ bảo hiểm cho bé một lần", "sinh-con", "2.000986"],
	["khai sinh và thẻ bảo hiểm y tế cho bé", "sinh-con", "2.001023"],
	["bố nhận con khi làm khai sinh", "sinh-con", "1.000689"],
	["nhận cha cho con", "sinh-con", "1.001022"],
	["nhập hộ khẩu cho con mới sinh", "sinh-con", "1.004222"],
	["làm căn cước cho bé", "sinh-con", "1.014062"],
	["đăng ký kết hôn", "ket-hon", "1.000894"],
	["xin giấy xác nhận độc thân", "ket-hon", "1.004873"],
	["lấy chồng người nước ngoài", "ket-hon", "2.000806"],
	["mất giấy đăng ký kết hôn", "ket-hon", "1.004746"],
	["báo bố mất, làm giấy khai tử", "nguoi-than-qua-doi", "1.000656"],
	["xin tiền mai táng", "nguoi-than-qua-doi", "1.001731"],
	["xóa hộ khẩu người đã mất", "nguoi-than-qua-doi", "1.003197"],
	["chia đất bố mẹ để lại", "nguoi-than-qua-doi", "2.001406"],
	["không nhận thừa kế", "nguoi-than-qua-doi", "2.001016"],
	["sao y giấy tờ", "sao-y-chung-thuc", "2.000815"],
	["chứng thực chữ ký", "sao-y-chung-thuc", "2.000884"],
	["công chứng hợp đồng mua bán", "sao-y-chung-thuc", "2.001035"],
	["làm di chúc", "sao-y-chung-thuc", "2.001019"],
	["xin bản sao từ sổ gốc", "sao-y-chung-thuc", "2.000908"],
	["nhập khẩu về nhà mới", "noi-o-can-cuoc", "1.004222"],
	["đăng ký tạm trú", "noi-o-can-cuoc", "1.004194"],
	["làm thẻ căn cước", "noi-o-can-cuoc", "1.014061"],
	["xin giấy xác nhận cư trú", "noi-o-can-cuoc", "1.010041"],
	["đổi thẻ căn cước hết hạn", "noi-o-can-cuoc", "1.014063"],
	["mất thẻ căn cước", "noi-o-can-cuoc", "1.014064"],
	["kích hoạt VNeID", "noi-o-can-cuoc", "3.000228"],
	["gia hạn tạm trú", "noi-o-can-cuoc", "1.002755"],
	["xin bản sao giấy khai sinh", "lam-lai-giay-to", "2.000635"],
	["giấy khai sinh sai tên", "lam-lai-giay-to", "1.004859"],
	["mất giấy khai sinh, không còn sổ gốc", "lam-lai-giay-to", "1.004884"],
	["mất căn cước", "lam-lai-giay-to", "1.014064"],
	["mất thẻ bảo hiểm y tế, sổ bảo hiểm", "lam-lai-giay-to", "1.002759"],
	["mất cà vẹt xe", "lam-lai-giay-to", "1.013082"],
	["làm sổ đỏ lần đầu", "nha-dat", "1.013978"],
	["mua bán, tặng cho đất", "nha-dat", "2.001035"],
	["hàng xóm lấn đất", "nha-dat", "1.012812"],
	["chuyển đất vườn sang đất ở", "nha-dat", "1.013949"],
	["thế chấp sổ đỏ vay ngân hàng", "nha-dat", "1.011441"],
	["sổ đỏ ghi sai", "nha-dat", "1.012796"],
	["mở quán, mở cửa hàng", "kinh-doanh", "1.001612"],
	["đổi tên, địa chỉ hộ kinh doanh", "kinh-doanh", "2.000720"],
	["tạm nghỉ bán", "kinh-doanh", "1.001570"],
	["đóng cửa hàng hẳn", "kinh-doanh", "1.001266"],
	["an toàn thực phẩm cho quán ăn", "kinh-doanh", "1.013855"],
	["xin trợ cấp hằng tháng", "tro-cap-bao-hiem", "1.001776"],
	["xin xác nhận khuyết tật", "tro-cap-bao-hiem", "1.001699"],
	["xin vào hộ nghèo", "tro-cap-bao-hiem", "1.011607"],
	["đòi lại tiền khám chữa bệnh bảo hiểm", "tro-cap-bao-hiem", "1.001656"],
	["mẹ 75 tuổi không có lương hưu", "cao-tuoi-co-cong", "1.014027"],
	["thờ cúng liệt sĩ", "cao-tuoi-co-cong", "1.010803"],
	["xin phép xây nhà", "xay-sua-nha", "1.013225"],
	["sửa nhà", "xay-sua-nha", "1.013229"],
	["xem quy hoạch", "xay-sua-nha", "1.014159"],
	["đăng ký xe mới, lấy biển số", "xe", "1.013067"],
	["sang tên xe", "xe", "1.013076"],
	["giấy tờ cho con nhập học", "con-di-hoc", "1.010041"],
	["tiền ăn trưa mẫu giáo", "con-di-hoc", "1.001622"],
	["con trai 17 tuổi đăng ký nghĩa vụ", "nghia-vu-quan-su", "1.013133"],
	["chuyển nghĩa vụ quân sự đi nơi khác", "nghia-vu-quan-su", "1.013134"],
	["dịch bệnh chết đàn lợn", "lam-nong", "1.013997"],
	["góp ý, phản ánh", "khieu-nai-gop-y", "local-phan-anh-kien-nghi"],
	["gặp lãnh đạo xã", "khieu-nai-gop-y", "local-tiep-cong-dan"],
	["khiếu nại quyết định của xã", "khieu-nai-gop-y", "local-khieu-nai-lan-dau"],
];

describe("the sample's events of life", () => {
	it("are sixteen, two screens of eight", () => {
		expect(catalogue.lifeEvents).toHaveLength(2 * screenful);
	});

	it("have names of a few words, a sign of their own, and no more procedures than one looks through", () => {
		const { lifeEvents } = catalogue;
		expect(new Set(lifeEvents.map(({ sign }) => sign)).size).toBe(lifeEvents.length);
		for (const { id, name, count } of lifeEvents) {
			expect(name.vi.split(" ").length, id).toBeLessThanOrEqual(6);
			expect(name.en.split(" ").length, id).toBeLessThanOrEqual(5);
			expect(count, id).toBeGreaterThan(0);
			expect(count, id).toBeLessThanOrEqual(4 * screenful);
			expect(listed(id), id).toHaveLength(count);
		}
	});

	test.each(atOnce)("%s: among the first on %s", (_said, event, code) => {
		expect(catalogue.find(code)?.code).toBe(code);
		expect(listed(event).slice(0, screenful)).toContain(code);
	});

	it("are tried with sixty common procedures and more", () => {
		expect(new Set(atOnce.map(([, , code]) => code)).size).toBeGreaterThanOrEqual(60);
	});
});

it("every procedure of the sample is reached by its field", () => {
	const reached = catalogue.fields.flatMap(({ id }) =>
		catalogue.page({ field: id, limit: 500 }).items.map(({ code }) => code),
	);
	expect([...reached].sort()).toEqual(catalogue.procedures.map(({ code }) => code).sort());
	expect(reached).toHaveLength(183);
});

it("every field of the sample has a sign of its own but what belongs together", () => {
	const plain = catalogue.fields.filter(({ sign }) => sign === "document");
	expect(plain.map(({ id }) => id)).toEqual([]);
	expect(new Set(catalogue.fields.map(({ sign }) => sign)).size).toBe(catalogue.fields.length);
});
