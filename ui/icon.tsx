import type { IconNode } from "lucide";
import { createElement } from "preact";

/**
 * One of lucide's icons, drawn inline in the colour of the text beside it and 1.3 times as high.
 * It says nothing to screen readers: an icon here always stands with a word.
 */
export function Icon({ node }: { node: IconNode }) {
	return (
		<svg
			class="icon"
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			stroke-width="2"
			stroke-linecap="round"
			stroke-linejoin="round"
			aria-hidden="true"
		>
			{node.map(([tag, attributes]) => createElement(tag, attributes))}
		</svg>
	);
}
