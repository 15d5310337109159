import { describe, expect, test } from "vitest";
import { kioskWords } from "../words/kiosk.ts";
import { createGuide, guidanceFor } from "./guidance.ts";
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
	expect(guidanceFor(start, "Xã Mẫu", vi)).toBe(
		"Xã Mẫu. Chạm để bắt đầu. Lấy số thứ tự, tra cứu thủ tục và phí.",
	);
	const service = step(start, { type: "open", screen: { name: "service" } }, 0);
	expect(guidanceFor(service, vi.chooseService, vi)).toBe("Lấy số thứ tự. Bạn đến làm việc gì?");
	const asking = step(service, { type: "tick" }, 60_000);
	expect(guidanceFor(asking, vi.stillThere, vi)).toBe(
		"Bạn còn ở đây không? Chạm vào bất kỳ chỗ nào để tiếp tục.",
	);
});

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
