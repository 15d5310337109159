/** What every screen and paper of a demonstration says, always in both languages: whoever reads it may not be who chose the language. */
export const demoMark = {
	vi: "Bản trình diễn – số không có giá trị",
	en: "Demonstration – numbers are not valid",
} as const;
