import type { ServiceSign } from "../../protocol/office.ts";

/** What each sign shows. */
export const signs: Record<ServiceSign, string> = {
	baby: "Em bé",
	family: "Gia đình",
	house: "Ngôi nhà",
	land: "Thửa đất cắm cờ",
	stamp: "Con dấu",
	briefcase: "Cặp tài liệu",
	heart: "Bàn tay đỡ trái tim",
	book: "Quyển sách",
	"id-card": "Thẻ căn cước",
	people: "Nhiều người",
	scales: "Cán cân",
	envelope: "Phong thư",
	tree: "Cây xanh",
	medal: "Huân chương",
	document: "Tờ giấy",
	check: "Dấu tích",
};
