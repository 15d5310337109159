/** The text with one more letter at its end; unchanged where it would be longer than `maxLength` or begin with a space. */
export function typed(text: string, letter: string, maxLength: number): string {
	if (letter === " " && (text === "" || text.endsWith(" "))) return text;
	const longer = `${text}${letter}`.normalize("NFC");
	return longer.length > maxLength ? text : longer;
}

/** The text without its last letter. A letter with its marks is one letter, in whatever form it came. */
export function erased(text: string): string {
	return Array.from(text.normalize("NFC")).slice(0, -1).join("");
}
