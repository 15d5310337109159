import { whenLater } from "./later-screens.ts";
import { createWedge, readScan } from "./scan.ts";
import { dispatch } from "./store.ts";

/** Listens to a reader of codes on every screen, and from the first moment: what is read before the rest is here waits for it. */
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
			const scan = readScan(read);
			dispatch({ type: "scanned", scan });
			void whenLater.then((later) => later.codeWasRead(read, scan));
		},
		{ capture: true },
	);
}
