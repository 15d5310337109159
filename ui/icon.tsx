import type { IconNode } from "lucide";
import { createElement } from "preact";

/**
 * One of lucide's icons, drawn inline in the colour of the text beside it and 1.3 times as high.
 * How it is drawn stands in the theme: a list of rows has many, and each attribute takes its time.
 * It says nothing to screen readers: an icon here always stands with a word.
 */
export function Icon({ node }: { node: IconNode }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			{node.map(([tag, attributes]) => createElement(tag, attributes))}
		</svg>
	);
}
