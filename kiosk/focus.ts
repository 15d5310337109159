import { effect } from "@preact/signals";
import { heading as said } from "./heading.ts";
import type { Screen } from "./state.ts";
import { language, parts, screen } from "./store.ts";

/**
 * Keeps the focus of those who use keys or hear the screen where they are: on the heading of each new screen and of what
 * lies over it, back on the button that led there once that is closed, and never on nothing because what had it has gone.
 */
export function followFocus(place: HTMLElement): void {
	/** What has to get the focus as soon as it is drawn: a heading, or what had it before. */
	let due: HTMLElement | "heading" | null = null;
	let last: HTMLElement | null = null;
	/** What had it when a panel, or the question whether anyone is there, came over it. */
	let before: HTMLElement | null = null;
	let shownBefore: Shown | null = null;

	const drawn = new MutationObserver(() => {
		if (due !== null || isLost(last)) settleSoon();
	});
	/** While one types nothing is watched: what is found is drawn anew at each letter, and a field goes only with its screen. */
	const watch = () => {
		drawn.disconnect();
		if (due === null && last instanceof HTMLInputElement) return;
		drawn.observe(place, {
			subtree: true,
			childList: true,
			attributes: true,
			attributeFilter: ["disabled"],
		});
	};
	document.addEventListener("focusin", ({ target }) => {
		if (target instanceof HTMLElement) last = target;
		watch();
	});
	effect(() => {
		const now: Shown = {
			screen: nameOf(screen.value),
			over: parts.warnedAtMs.value !== null ? "warning" : parts.panel.value,
		};
		const was = shownBefore;
		shownBefore = now;
		// Nobody is there when the page comes.
		if (was === null || (was.screen === now.screen && was.over === now.over)) return;
		if (was.screen === now.screen && now.over === null) {
			due = before ?? "heading";
		} else {
			if (was.over === null && now.over !== null) before = focused() ?? last;
			if (was.screen !== now.screen) before = null;
			due = "heading";
		}
		watch();
		settleSoon();
	});
	effect(() => {
		void language.value;
		requestAnimationFrame(tellHeading);
	});
	let isSettling = false;
	function settleSoon(): void {
		if (isSettling) return;
		isSettling = true;
		// Once everything is drawn that this change draws.
		requestAnimationFrame(() => {
			isSettling = false;
			settle();
			watch();
		});
	}

	function settle(): void {
		if (due !== null) tellHeading();
		const warning = document.querySelector<HTMLElement>(".idle-warning");
		if (warning !== null) {
			warning.focus();
			due = null;
		} else if (due instanceof HTMLElement && isThere(due)) {
			due.focus({ preventScroll: true });
			due = null;
		} else if (due !== null) {
			// The search box takes it by itself.
			const inField = document.activeElement instanceof HTMLInputElement;
			if (inField || toHeading()) due = null;
		} else if (isLost(last)) {
			const beside = last?.isConnected === true ? siblingOf(last) : undefined;
			if (beside === undefined) toHeading();
			else beside.focus({ preventScroll: true });
		}
	}
}

interface Shown {
	screen: string;
	over: string | null;
}

/** Two are the same screen where what is typed, read or printed on it is all that changes. */
function nameOf(now: Screen): string {
	return now.name === "number" ? now.name : JSON.stringify(now);
}

function focused(): HTMLElement | null {
	const { activeElement } = document;
	return activeElement instanceof HTMLElement && activeElement !== document.body
		? activeElement
		: null;
}

/** A finger that touches nothing takes the focus from what is still there: that is not lost. */
function isLost(last: HTMLElement | null): boolean {
	if (last === null || isThere(last)) return false;
	const now = focused();
	return now === null || now === last;
}

function isThere(element: HTMLElement): boolean {
	return element.isConnected && !element.matches(":disabled");
}

/** Of two buttons for up and down the other one, where the page has come to its end. */
function siblingOf(gone: HTMLElement): HTMLElement | undefined {
	const beside = [...(gone.parentElement?.querySelectorAll<HTMLElement>("button") ?? [])];
	return beside.find((button) => button !== gone && isThere(button));
}

function headingNow(): HTMLElement | null {
	const over = document.querySelector("main > .over");
	return (over ?? document.querySelector("main"))?.querySelector("h1") ?? null;
}

function tellHeading(): void {
	const now = document.getElementById("idle-title") ?? headingNow();
	if (now === null) return;
	said.value = { text: now.getAttribute("aria-label") ?? now.textContent ?? "" };
}

/** Whether there is one; what still loads has none. */
function toHeading(): boolean {
	const heading = headingNow();
	if (heading === null) return false;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
	return true;
}
