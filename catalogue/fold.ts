/**
 * Text as it is compared: no accents, no case, đ as d, anything but letters and digits as one space. `Đăng ký Khai-sinh` and
 * `dang ky khai sinh` are the same.
 */
export function fold(text: string): string {
	return (
		text
			.normalize("NFD")
			.replace(/\p{M}/gu, "")
			// đ is a letter of its own, without a decomposition; ð looks the same and is typed for it.
			.replace(/[đĐðÐ]/g, "d")
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, " ")
			.trim()
	);
}

/** The folded words of a text; of Vietnamese, its syllables. */
export function wordsOf(text: string): string[] {
	const folded = fold(text);
	return folded === "" ? [] : folded.split(" ");
}
