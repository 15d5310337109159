import { leadsOut } from "./keys-out.ts";

/**
 * Leaves no way out of the page by finger, mouse or keyboard, as far as a page can: no zoom, no links that lead away, no second window,
 * nothing printed by the browser, nothing dropped in, no keys of the browser's own. What cannot be prevented here is the browser's to
 * refuse (docs/KIOSK.md).
 */
export function leaveNoWayOut(): void {
	const early = { capture: true };
	window.addEventListener("keydown", refuseKeysOut, early);
	// Not passive: a pinch on a touchpad comes as Ctrl with the wheel.
	window.addEventListener("wheel", refuseZoom, { capture: true, passive: false });
	for (const type of ["mousedown", "mouseup", "auxclick"] as const) {
		window.addEventListener(type, refuseOtherButtons, early);
	}
	for (const type of ["click", "auxclick"]) window.addEventListener(type, refuseLinksOut, early);
	for (const type of ["dragover", "drop"]) {
		window.addEventListener(type, (event) => event.preventDefault(), early);
	}
	window.open = () => null;
	window.print = () => {};
}

function refuseKeysOut(event: KeyboardEvent): void {
	const { key, code, shiftKey, ctrlKey, altKey, metaKey, target } = event;
	const typesByAltGraph = event.getModifierState("AltGraph");
	const inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
	if (leadsOut({ key, code, shiftKey, ctrlKey, altKey, metaKey, typesByAltGraph, inField })) {
		event.preventDefault();
	}
}

function refuseZoom(event: WheelEvent): void {
	if (event.ctrlKey || event.metaKey) event.preventDefault();
}

/** The middle one scrolls, pastes and opens, others go back and forward. */
function refuseOtherButtons(event: MouseEvent): void {
	if (event.button !== 0) event.preventDefault();
}

function refuseLinksOut(event: Event): void {
	const link = event.target instanceof Element ? event.target.closest("a, area") : null;
	const address = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
	if (address === null || address === undefined || address.startsWith("#")) return;
	event.preventDefault();
}
