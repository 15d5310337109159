import { lookAtHeld } from "./hold.ts";
import { createWedge, readScan } from "./scan.ts";
import { search } from "./searching.ts";
import { dispatch } from "./store.ts";

/**
 * Listens to a reader of codes on every screen. What it types into the search box on its way is taken out again: a code
 * is no text, and that of an identity card is nobody's business.
 */
export function listenToReader(): void {
	const wedge = createWedge();
	document.addEventListener(
		"keydown",
		(event) => {
			const read = wedge.key(event.key, event.timeStamp);
			if (read === null) return;
			// Its Enter would press whatever has the focus.
			event.preventDefault();
			event.stopPropagation();
			const text = search.text.peek();
			if (text.endsWith(read)) search.text.value = text.slice(0, -read.length);
			const scan = readScan(read);
			dispatch({ type: "scanned", scan });
			if (scan.is === "ticket") void lookAtHeld(scan.ticketId);
		},
		{ capture: true },
	);
}
