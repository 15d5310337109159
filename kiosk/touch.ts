/**
 * Makes the page behave as a touchscreen in a lobby: no menus, no marking of text, no zooming by two fingers, a second
 * press of the same spot is the same press, and a long press is a press.
 * @param onTouched any sign of a person: a touch or a key
 */
export function behaveAsKiosk(onTouched: () => void): void {
	for (const sign of ["pointerdown", "keydown", "wheel"]) {
		document.addEventListener(sign, onTouched, { capture: true, passive: true });
	}
	document.addEventListener("dragstart", (event) => event.preventDefault());
	document.addEventListener("selectstart", (event) => {
		if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
	});
	document.addEventListener("click", dropSecondClick, { capture: true });
	document.addEventListener("contextmenu", takeLongPress);
}

/**
 * Shaking hands and impatience press twice; the second click would land on whatever the first one opened. Keys and pages
 * are pressed fast and on purpose: `data-repeats` lets them.
 */
function dropSecondClick(event: MouseEvent): void {
	if (event.detail < 2) return;
	if (event.target instanceof Element && event.target.closest("[data-repeats]") !== null) return;
	event.preventDefault();
	event.stopImmediatePropagation();
}

/** After a long press by finger a browser opens its menu and clicks nothing. Old hands press long: it is a click. */
function takeLongPress(event: MouseEvent): void {
	event.preventDefault();
	if (!("pointerType" in event) || event.pointerType !== "touch") return;
	const pressed = event.target instanceof Element ? event.target.closest("button, summary") : null;
	if (pressed instanceof HTMLElement) {
		document.addEventListener("pointerup", () => pressed.click(), { once: true, capture: true });
	}
}
