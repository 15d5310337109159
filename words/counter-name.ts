/**
 * "quầy số 3", "quầy số 3A", but "quầy Tiếp dân" and "quầy VIP": a word is no number, and the voice says it so too. A label that says
 * itself what it is ("Quầy 3") is not told so twice.
 */
export function counterInVietnamese(label: string): string {
	return `${counterWordInVietnamese(label)} ${bareLabel(label)}`;
}

/** What stands before the label: "quầy số", "quầy". */
export function counterWordInVietnamese(label: string): string {
	return /^\d/.test(bareLabel(label)) ? "quầy số" : "quầy";
}

/** A label without the word for what it is. */
export function bareLabel(label: string): string {
	return label.replace(/^\s*quầy(\s+số)?\s+(?=\S)/i, "").trim();
}

/** As a sentence begins with it. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
