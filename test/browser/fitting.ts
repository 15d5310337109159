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
		// A body that hides what runs out of it hides it from scrollWidth as well, so each box is looked at: words or not.
		for (const element of document.body.querySelectorAll("*:not(.second-press)")) {
			const { width, height, left, right } = element.getBoundingClientRect();
			const style = getComputedStyle(element);
			if (width === 0 || height === 0 || style.visibility === "hidden") continue;
			if (left < -1 || right > innerWidth + 1) {
				cut.push(`runs out of the page: ${element.tagName} ${element.getAttribute("class")}`);
			}
			if (hides(style.overflowX) || style.overflowX === "auto") {
				const { scrollWidth, clientWidth } = element;
				if (clientWidth > 2 && scrollWidth > clientWidth + 1) {
					cut.push(`wider than its pane: ${element.tagName} ${element.getAttribute("class")}`);
				}
			}
			if (element instanceof HTMLInputElement && element.placeholder !== "") {
				const pen = document.createElement("canvas").getContext("2d");
				if (pen === null) throw new Error("no canvas to measure with");
				const { fontWeight, fontSize, fontFamily } = getComputedStyle(element, "::placeholder");
				pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
				if (pen.measureText(element.placeholder).width > element.clientWidth + 1) {
					cut.push(`cut at the side: ${element.placeholder}`);
				}
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
			// A key has one letter, with one mark at most: half of what a font keeps free over and under it is more than that takes.
			const freePx = element.matches(".key")
				? Number.parseFloat(getComputedStyle(element).fontSize) * 0.25
				: 1;
			if (element.scrollHeight > element.clientHeight + freePx) {
				bad.push(`too high inside: ${said}`);
			}
			if (box.left < -1 || box.right > innerWidth + 1) bad.push(`beyond the screen: ${said}`);
		}
		for (const [at, { element, box }] of inSight.entries()) {
			const said = saidOf(element);
			if (box.top < -1 || box.bottom > innerHeight + 1) bad.push(`out of reach: ${said}`);
			// A field has what belongs to it inside.
			const own = element instanceof HTMLInputElement ? element.parentElement : element;
			// Over the spot that was just pressed nothing is, for a moment, to be pressed.
			const over = document
				.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
				.find((one) => !one.matches(".second-press"));
			if (over === undefined || own?.contains(over) !== true) bad.push(`covered: ${said}`);
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

/** Each word that goes on in the next line, other than where a dash or a slash stands in it: none may. */
export function brokenWords(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const broken: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
			const { parentElement, textContent } = text;
			if (textContent === null || parentElement?.checkVisibility() !== true) continue;
			for (const { 0: word, index } of textContent.matchAll(/\S+/g)) {
				if (/[-–/.]/.test(word)) continue;
				const range = document.createRange();
				range.setStart(text, index);
				range.setEnd(text, index + word.length);
				const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
				if (lines.size > 1) broken.push(`${word}, in ${textContent.trim().slice(0, 60)}`);
			}
		}
		return broken;
	});
}

/** How a page is made to stand for the one who needs it so; the style sheets go by these marks of its root. */
export const modes = [
	{ name: "as usual", marks: {} },
	{ name: "larger text", marks: { text: "larger" } },
	{ name: "largest text", marks: { text: "largest" } },
	{ name: "high contrast", marks: { contrast: "high" } },
	{ name: "low reach", marks: { reach: "low" } },
	{ name: "all together", marks: { text: "largest", contrast: "high", reach: "low" } },
] as const satisfies { name: string; marks: Marks }[];

export interface Marks {
	text?: "larger" | "largest";
	contrast?: "high";
	reach?: "low";
}

/** Has the page stand in a mode, and waits until it does. */
export async function setMode(page: Page, marks: Marks): Promise<void> {
	const wanted: Record<string, string> = { ...marks };
	// The looks come with the panel in which people choose them, after the first paint.
	await page.waitForFunction(
		() =>
			!location.pathname.startsWith("/kiosk/") ||
			[...document.styleSheets].some(({ href }) => href?.includes("/later-")),
	);
	return page.evaluate(async (wanted) => {
		const { dataset } = document.documentElement;
		for (const mark of ["text", "contrast", "reach"]) {
			const value = wanted[mark];
			if (value === undefined) delete dataset[mark];
			else dataset[mark] = value;
		}
		// What turns out to be too much for its pane gets its buttons a frame later.
		for (let frames = 0; frames < 2; frames++) {
			await new Promise((drawn) => requestAnimationFrame(drawn));
		}
	}, wanted);
}

/** Each text whose letters are smaller than the mode promises: capitals of 4.8, 6 and 7.3 mm. */
export function smallTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { mmPerPx, text = "usual" } = document.documentElement.dataset;
		const leastMm = { usual: 4.8, larger: 6, largest: 7.3 }[text] ?? Number.NaN;
		return [...document.body.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
			const own = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			);
			if (!own || element.getBoundingClientRect().width <= 2) return [];
			const capitalMm =
				Number.parseFloat(getComputedStyle(element).fontSize) * 0.714 * Number(mmPerPx);
			return capitalMm >= leastMm - 0.05
				? []
				: [`${capitalMm.toFixed(1)} mm: ${element.textContent?.trim().slice(0, 40)}`];
		});
	});
}

/**
 * Each text that stands at less than 10:1 on what is behind it, by the colours that the browser has computed. Grounds that
 * let something through are laid over what is under them; a picture or a gradient is a ground that this cannot read, and counts as a fault.
 */
export function faintTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		type Colour = [number, number, number, number];
		const colourOf = (css: string): Colour => {
			const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
			return [red, green, blue, alpha];
		};
		const over = (top: Colour, under: Colour): Colour =>
			[
				...([0, 1, 2] as const).map((at) => top[at] * top[3] + under[at] * (1 - top[3])),
				1,
			] as Colour;
		const groundOf = (element: Element | null): Colour => {
			if (element === null) return [255, 255, 255, 1];
			const own = colourOf(getComputedStyle(element).backgroundColor);
			return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
		};
		const luminance = ([red, green, blue]: Colour) => {
			const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
				part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
			);
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const faint: string[] = [];
		const look = (element: Element, colour: string, said: string) => {
			const ground = groundOf(element);
			const [light = 0, dark = 0] = [
				luminance(over(colourOf(colour), ground)),
				luminance(ground),
			].sort((a, b) => b - a);
			const ratio = (light + 0.05) / (dark + 0.05);
			if (!(ratio >= 9.95)) faint.push(`${ratio.toFixed(1)}:1 ${element.className}: ${said}`);
		};
		for (const element of document.body.querySelectorAll("*")) {
			const own = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			);
			const style = getComputedStyle(element);
			if (style.visibility === "hidden" || element.getClientRects().length === 0) continue;
			const said = element.textContent?.trim().slice(0, 40) ?? "";
			if (own) {
				look(element, style.color, said);
				if (style.backgroundImage !== "none") faint.push(`a picture behind ${said}`);
			}
			for (let at: Element | null = element; own && at !== null; at = at.parentElement) {
				if (Number(getComputedStyle(at).opacity) !== 1) faint.push(`let through: ${said}`);
			}
			if (element instanceof HTMLInputElement) {
				look(element, style.color, element.value);
				look(element, getComputedStyle(element, "::placeholder").color, element.placeholder);
			}
		}
		return faint;
	});
}

/** On a kiosk: each text over or under the screen and in no pane that turns pages, and what scrolls by a finger alone. */
export function lostTexts(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.body.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
			const own = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
			);
			const style = getComputedStyle(element);
			const { top, bottom, width } = element.getBoundingClientRect();
			if (style.visibility === "hidden" || width <= 2) return [];
			const said = `${element.getAttribute("class")}: ${element.textContent?.trim().slice(0, 40)}`;
			const isOut = top < -1 || bottom > innerHeight + 1;
			const scrolls = style.overflowY === "auto" && element.scrollHeight > element.clientHeight + 1;
			return [
				...(own && isOut && element.closest(".pager-pane") === null
					? [`out of sight: ${said}`]
					: []),
				...(scrolls && !element.matches(".pager-pane") ? [`scrolls without buttons: ${said}`] : []),
			];
		}),
	);
}

/** Texts that lie over one another, so that neither can be read. */
export function overlaidTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const inSight: { element: Element; box: DOMRect }[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
			const element = node.parentElement;
			if (element === null || !node.textContent?.trim()) continue;
			if (getComputedStyle(element).visibility === "hidden") continue;
			if (element.getBoundingClientRect().width <= 2) continue;
			const pane = element.closest(".pager-pane, .over, .screen")?.getBoundingClientRect();
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) {
				const isSeen = pane === undefined || (box.top >= pane.top && box.bottom <= pane.bottom);
				if (box.width > 2 && isSeen) inSight.push({ element, box });
			}
		}
		const said = (element: Element) => element.textContent?.trim().slice(0, 30) ?? "";
		// A letter's box is 1.36 em high, of which its lowest capital takes half.
		const top = ({ top, height }: DOMRect) => top + height * 0.24;
		const bottom = ({ bottom, height }: DOMRect) => bottom - height * 0.22;
		return inSight.flatMap(({ element, box }, at) =>
			inSight.slice(at + 1).flatMap(({ element: next, box: other }) => {
				if (element === next) return [];
				const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
				const high = Math.min(bottom(box), bottom(other)) - Math.max(top(box), top(other));
				return wide > 4 && high > 2 ? [`${said(element)} and ${said(next)}`] : [];
			}),
		);
	});
}

/**
 * What is touched and does not lie low, where the page says that all of it does: in the lower half of a screen that stands, the lower
 * two thirds of one that lies, and three quarters where that is less than 900 px high. The start is touched anywhere, so its invitation counts.
 */
export function highTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		if (document.documentElement.dataset.reach !== "low") return [];
		const share = innerHeight > innerWidth ? 1 / 2 : innerHeight > 900 ? 1 / 3 : 1 / 4;
		const top = innerHeight * share;
		const targets = document.querySelectorAll<HTMLElement>("button, a, input, summary");
		return [...targets].flatMap((element) => {
			const target = element.querySelector(".start-touch") ?? element;
			const box = target.getBoundingClientRect();
			if (box.width === 0 || getComputedStyle(element).visibility === "hidden") return [];
			const pane = element.closest(".pager-pane")?.getBoundingClientRect();
			const from = Math.max(box.top, pane?.top ?? 0);
			const isStart = target !== element;
			const lies = isStart ? box.bottom - Math.max(from, top) > 80 : from >= top - 1;
			return lies
				? []
				: [`${Math.round(from)} < ${Math.round(top)}: ${element.textContent?.trim().slice(0, 40)}`];
		});
	});
}
