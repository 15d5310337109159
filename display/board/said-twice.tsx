import type { ComponentChildren } from "preact";
import type { BoardWords } from "../../words/display.ts";
import type { Said } from "./setup.ts";

/** What the board says in its second language, quieter and beside the first. Nothing on a board of one language. */
export function InSecond({
	said: { second },
	children,
}: {
	said: Said;
	children(words: BoardWords): ComponentChildren;
}) {
	return second && <span lang={second.language}>{children(second.words)}</span>;
}
