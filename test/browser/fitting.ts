import type { Page } from "playwright-core";

/** Each text that is cut off, lies outside its box or beyond the screen: none may. */
export function cutTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const cut: string[] = [];
		const hides = (value: string) => value === "hidden" || value === "clip";
		for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
			const own = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			);
			const style = getComputedStyle(element);
			const box = element.getBoundingClientRect();
			if (!own || box.width <= 2 || style.visibility === "hidden") continue;
			const text = `${element.tagName} ${element.className}: ${element.textContent?.trim().slice(0, 60)}`;
			if (box.left < -1 || box.right > innerWidth + 1) cut.push(`beyond the screen: ${text}`);
			if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
				cut.push(`cut at the side: ${text}`);
			}
			if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
				cut.push(`cut below: ${text}`);
			}
		}
		if (document.documentElement.scrollWidth > innerWidth + 1)
			cut.push("the page scrolls sideways");
		return cut;
	});
}

/**
 * What a finger would miss on a kiosk: what is touched and smaller than 12.7 mm each way, or 20 mm where it is a main one; nearer to
 * the next than 2.5 mm; under something else; with words that stick out of it; or out of reach, beyond the screen and in no pane that
 * scrolls. Measured in millimetres of the panel that the page says it stands on.
 */
export function badTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const mmPerPx = Number(document.documentElement.dataset.mmPerPx);
		const bad: string[] = [];
		const all = [...document.querySelectorAll<HTMLElement>("button, a, input, summary")];
		const targets = all
			.map((element) => ({ element, box: element.getBoundingClientRect() }))
			.filter(
				({ element, box }) => box.width > 0 && getComputedStyle(element).visibility !== "hidden",
			);
		const saidOf = (element: HTMLElement) => element.textContent?.trim().slice(0, 40) ?? "";
		const scroller = (element: HTMLElement) => {
			for (let over = element.parentElement; over !== null; over = over.parentElement) {
				if (
					over.scrollHeight > over.clientHeight + 1 &&
					getComputedStyle(over).overflowY === "auto"
				) {
					return over;
				}
			}
			return null;
		};
		const inSight = targets.filter(({ element, box }) => {
			const pane = scroller(element)?.getBoundingClientRect();
			return pane === undefined || (box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1);
		});
		for (const { element, box } of targets) {
			const said = saidOf(element);
			const leastMm = element.matches(".button-primary, .button-choice") ? 20 : 12.7;
			const sides = [box.width, box.height].map((side) => side * mmPerPx);
			if (!(Math.min(...sides) >= leastMm - 0.1)) {
				bad.push(`small: ${said} ${sides.map((mm) => mm.toFixed(1))} mm`);
			}
			if (element.scrollWidth > element.clientWidth + 1) bad.push(`too wide inside: ${said}`);
			if (element.scrollHeight > element.clientHeight + 1) bad.push(`too high inside: ${said}`);
			if (box.left < -1 || box.right > innerWidth + 1) bad.push(`beyond the screen: ${said}`);
		}
		for (const [at, { element, box }] of inSight.entries()) {
			const said = saidOf(element);
			if (box.top < -1 || box.bottom > innerHeight + 1) bad.push(`out of reach: ${said}`);
			// A field has what belongs to it inside.
			const own = element instanceof HTMLInputElement ? element.parentElement : element;
			const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			if (over === null || own?.contains(over) !== true) bad.push(`covered: ${said}`);
			for (const { element: next, box: other } of inSight.slice(at + 1)) {
				if (own?.contains(next)) continue;
				const asideMm = Math.max(other.left - box.right, box.left - other.right) * mmPerPx;
				const belowMm = Math.max(other.top - box.bottom, box.top - other.bottom) * mmPerPx;
				const apartMm = Math.max(asideMm, belowMm);
				if (apartMm < 2.4) {
					bad.push(`too near: ${said} and ${saidOf(next)}, ${apartMm.toFixed(1)} mm`);
				}
			}
		}
		return bad;
	});
}
