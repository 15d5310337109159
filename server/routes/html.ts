/** Text that is safe to put into HTML. Made only by `html`, which escapes what is inserted. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

/** A piece of HTML: what is inserted is escaped unless it is itself such a piece, or a list of them. */
export function html(parts: TemplateStringsArray, ...inserted: (string | Html | Html[])[]): Html {
	return new Html(
		parts.reduce((text, part, index) => text + written(inserted[index - 1] ?? "") + part),
	);
}

function written(value: string | Html | Html[]): string {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(written).join("");
	return value
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
