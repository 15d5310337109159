import { describe, expect, test } from "vitest";
import { kioskWords } from "../words/kiosk.ts";
import { createGuide, guidanceFor, type Told } from "./guidance.ts";
import { step, untouched } from "./state.ts";

const { vi } = kioskWords;

describe("what is said aloud", () => {
	test("is each screen once, and the one before ends when another is there", () => {
		const { heard, guide } = listening();
		guide(said("Bạn cần làm gì?"), true);
		guide(said("Bạn cần làm gì?"), true);
		guide(said("Lấy số thứ tự."), true);
		expect(heard).toEqual(["Bạn cần làm gì?", "stop", "Lấy số thứ tự."]);
	});

	test("is nothing unless it was asked for, and ends when it no longer is", () => {
		const { heard, guide } = listening();
		guide(said("Bạn cần làm gì?"), false);
		expect(heard).toEqual([]);
		guide(said("Bạn cần làm gì?"), true);
		guide(said("Chạm để bắt đầu."), false);
		expect(heard).toEqual(["Bạn cần làm gì?", "stop"]);
	});

	test("is nothing in a language that nobody there speaks", () => {
		const { heard, guide } = listening();
		guide({ text: "Rọ rườn", language: "tyz" }, true);
		expect(heard).toEqual([]);
	});
});

test("a screen's sentence is its heading and what to do, each ended for the voice", () => {
	const start = untouched("vi", 0);
	expect(guidanceFor(start, "Xã Mẫu", vi, told)).toBe(
		"Xã Mẫu. Chạm để bắt đầu. Lấy số thứ tự, tra cứu thủ tục và phí.",
	);
	const service = step(start, { type: "open", screen: { name: "service" } }, 0);
	expect(guidanceFor(service, vi.chooseService, vi, told)).toBe(
		"Lấy số thứ tự. Bạn đến làm việc gì? Hộ tịch. Chứng thực.",
	);
	const asking = step(service, { type: "tick" }, 60_000);
	expect(guidanceFor(asking, vi.stillThere, vi, told)).toBe(
		"Bạn còn ở đây không? Chạm vào bất kỳ chỗ nào để tiếp tục.",
	);
});

test("who cannot see hears what there is to choose from, and where to wait with the number", () => {
	const start = untouched("vi", 0);
	const at = { name: "priority", serviceId: "ho-tich", procedureCode: null } as const;
	const asked = step(start, { type: "open", screen: at }, 0);
	expect(guidanceFor(asked, vi.priorityTitle, vi, told)).toMatch(
		/ưu tiên không\? .* Người cao tuổi\. Không ưu tiên\.$/,
	);
	const many = { ...told, services: Array.from({ length: 9 }, (_, at) => `Việc ${at}`) };
	const home = step(start, { type: "open", screen: { name: "home" } }, 0);
	expect(guidanceFor(home, vi.welcome, vi, told)).toContain("Hộ tịch. Chứng thực.");
	expect(guidanceFor(home, vi.welcome, vi, many)).not.toContain("Việc 0");
});

const told: Told = {
	services: ["Hộ tịch", "Chứng thực"],
	priorityClasses: ["Người cao tuổi"],
	seatsFor: () => "Hàng ghế trước quầy 1",
	named: ({ vi }) => vi,
};

function said(text: string) {
	return { text, language: "vi" };
}

function listening() {
	const heard: string[] = [];
	const guide = createGuide({
		speaks: (language) => language === "vi",
		say: ({ text }) => heard.push(text),
		stop: () => heard.push("stop"),
	});
	return { heard, guide };
}
