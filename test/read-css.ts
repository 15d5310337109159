/** A declaration of built CSS with what stands around it, outermost first: media, supports and the selectors of its rule. */
export interface Declaration {
	property: string;
	value: string;
	around: string[];
	/** What its rule says of other properties, or of this one before it. */
	before: { property: string; value: string }[];
}

/** Reads CSS as the build writes it: without comments. Texts and addresses are left out of values. */
export function readCss(css: string): Declaration[] {
	const found: Declaration[] = [];
	const open: { prelude: string; said: Declaration["before"] }[] = [];
	let piece = "";
	function endPiece(): void {
		const [, property, value] = /^([\w-]+)\s*:\s*(.*)$/s.exec(piece.trim()) ?? [];
		const rule = open.at(-1);
		if (property !== undefined && value !== undefined && rule !== undefined) {
			const around = open.map(({ prelude }) => prelude);
			found.push({ property, value, around, before: [...rule.said] });
			rule.said.push({ property, value });
		}
		piece = "";
	}
	const withoutTexts = css
		.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
		.replace(/url\([^)]*\)/g, "url()");
	for (const letter of withoutTexts) {
		if (letter === "{") {
			open.push({ prelude: piece.trim(), said: [] });
			piece = "";
		} else if (letter === "}") {
			endPiece();
			open.pop();
		} else if (letter === ";") endPiece();
		else piece += letter;
	}
	if (open.length > 0) throw new Error(`a rule is not closed: ${open.at(-1)?.prelude}`);
	return found;
}
