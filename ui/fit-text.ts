/**
 * Makes what stands in each box with `data-fit` smaller until it fits into it: `--fit`, which the sizes of its letters are multiplied with,
 * goes from 1 down to what `data-fit` says at the least. Screens that nobody can scroll cut nothing so. It looks again whenever words, the
 * window or its letters change; a box in which nothing has changed is left alone.
 * @param root the box itself, or what boxes stand in
 * @returns ends it
 */
export function keepFitting(root: HTMLElement): () => void {
	const seen = new WeakMap<HTMLElement, string>();
	const changes = new MutationObserver(look);
	changes.observe(root, { childList: true, characterData: true, subtree: true });
	addEventListener("resize", look);
	// Pictures take room once they are there, and so do letters.
	root.addEventListener("load", look, true);
	document.fonts.addEventListener("loadingdone", look);
	look();
	return () => {
		changes.disconnect();
		removeEventListener("resize", look);
		root.removeEventListener("load", look, true);
		document.fonts.removeEventListener("loadingdone", look);
	};

	function look(event?: unknown): void {
		const isOfLetters = event instanceof Event;
		const boxes = [...root.querySelectorAll<HTMLElement>("[data-fit]")];
		if (root.dataset.fit !== undefined) boxes.push(root);
		const changed = boxes.filter((box) => isOfLetters || seen.get(box) !== keyOf(box));
		// All that is written first, so that the page is laid out once for all that is read.
		for (const box of changed) setFit(box, 1);
		const large = changed.filter((box) => !fits(box));
		for (const box of large) shrink(box);
		for (const box of changed) seen.set(box, keyOf(box));
	}
}

function keyOf(box: HTMLElement): string {
	return `${box.clientWidth} ${box.clientHeight} ${box.innerHTML}`;
}

function setFit(box: HTMLElement, fit: number): void {
	box.style.setProperty("--fit", String(fit));
}

/** To within a sixtieth of what there is between the whole size and the least. */
const steps = 6;

function shrink(box: HTMLElement): void {
	let low = Number(box.dataset.fit);
	let high = 1;
	for (let step = 0; step < steps; step++) {
		const middle = (low + high) / 2;
		setFit(box, middle);
		if (fits(box)) low = middle;
		else high = middle;
	}
	setFit(box, low);
}

/** Whether the boxes of its children are within its own, and no word runs out of them. */
function fits(box: HTMLElement): boolean {
	const { top, right, bottom, left } = box.getBoundingClientRect();
	const style = getComputedStyle(box);
	const within = {
		top: top + Number.parseFloat(style.paddingTop) - 1,
		right: right - Number.parseFloat(style.paddingRight) + 1,
		bottom: bottom - Number.parseFloat(style.paddingBottom) + 1,
		left: left + Number.parseFloat(style.paddingLeft) - 1,
	};
	return [...box.children].every((child) => {
		const lies = child.getBoundingClientRect();
		if (lies.width <= 2 || getComputedStyle(child).position === "absolute") return true;
		return (
			lies.top >= within.top &&
			lies.right <= within.right &&
			lies.bottom <= within.bottom &&
			lies.left >= within.left &&
			child.scrollWidth <= child.clientWidth + 1
		);
	});
}
