import type { Language } from "../protocol/office.ts";
import { demo as en } from "./en/demo.ts";
import { demo as vi } from "./vi/demo.ts";

/** What whoever starts a demonstration reads in the terminal. */
export const demoWords: Record<Language, typeof vi> = { vi, en };

/** What simulated officers write: an officer of an office writes Vietnamese, and the colleague who reads it reads that. */
export const demoNotes = {
	officer: (place: number) => `Cán bộ mô phỏng ${place}`,
	missing: [
		"Thiếu bản sao căn cước",
		"Cần điền lại tờ khai",
		"Chờ giấy xác nhận của thôn",
		"Về lấy bản chính",
	],
	elsewhere: ["Hồ sơ thuộc lĩnh vực này", "Đã tiếp nhận, còn phần này"],
	pauses: ["Chuyển hồ sơ lên bộ phận chuyên môn", "Nghỉ ít phút", "Hỏi ý kiến lãnh đạo"],
} as const;
