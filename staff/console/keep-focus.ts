import { effect, type ReadonlySignal } from "@preact/signals";

/**
 * A button that goes off while its request is under way loses the focus, and a question that closes takes it along: whoever works by Tab goes
 * on where they were. Where that is gone or off, they begin at the console, and at no button: Enter pressed again must not do the next thing.
 * @returns ends it
 */
export function keepFocus(busy: ReadonlySignal<boolean>): () => void {
	let before: Element | null = null;
	return effect(() => {
		if (busy.value) {
			before = document.activeElement;
			return;
		}
		const had = before;
		before = null;
		if (had === null || had === document.body) return;
		// Once it is drawn how things stand now.
		requestAnimationFrame(() => {
			if (document.activeElement !== document.body) return;
			const isThere = had instanceof HTMLElement && had.isConnected && !had.matches(":disabled");
			const back = isThere ? had : document.querySelector("main");
			if (back instanceof HTMLElement) back.focus();
		});
	});
}
