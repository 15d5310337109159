/** What every screen and paper of a demonstration says, always in both languages: whoever reads it may not be who chose the language. */
export const demoMark = {
	vi: { title: "Bản trình diễn", worth: "số không có giá trị" },
	en: { title: "Demonstration", worth: "numbers are not valid" },
} as const;
