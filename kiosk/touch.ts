import { leaveNoWayOut } from "./lock-down.ts";

/**
 * Makes the page behave as a touchscreen in a lobby: no menus, no marking of text, no zooming, no way out, a second
 * press of the same spot is the same press, and a long press is a press.
 * @param onTouched any sign of a person: a touch, or a key with its name
 */
export function behaveAsKiosk(onTouched: (key: string | null) => void): void {
	for (const sign of ["pointerdown", "wheel"]) {
		document.addEventListener(sign, () => onTouched(null), { capture: true, passive: true });
	}
	document.addEventListener("keydown", ({ key }) => onTouched(key), { capture: true });
	leaveNoWayOut();
	document.addEventListener("dragstart", (event) => event.preventDefault());
	document.addEventListener("selectstart", (event) => {
		if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
	});
	document.addEventListener("click", dropSecondClick, { capture: true });
	document.addEventListener("contextmenu", takeLongPress);
	document.addEventListener("pointerdown", countFingers, { capture: true });
	document.addEventListener("pointerup", countFingers, { capture: true });
	document.addEventListener("pointercancel", countFingers, { capture: true });
}

/**
 * Shaking hands and impatience press twice; the second click would land on whatever the first one opened. Pages are
 * turned fast and on purpose: `data-repeats` lets them.
 */
function dropSecondClick(event: MouseEvent): void {
	if (event.detail < 2) return;
	if (event.target instanceof Element && event.target.closest("[data-repeats]") !== null) return;
	event.preventDefault();
	event.stopImmediatePropagation();
}

/**
 * After a long press by finger a browser opens its menu and may click nothing. Old hands press long: it is a click all
 * the same, once the finger is up and where it still lies on what it pressed.
 */
function takeLongPress(event: MouseEvent): void {
	event.preventDefault();
	// Before Chromium 92 the event does not say by what it came.
	const by = "pointerType" in event ? event.pointerType : lastPointer;
	if (by !== "touch") return;
	const pressed = event.target instanceof Element ? event.target.closest("button, summary") : null;
	if (!(pressed instanceof HTMLElement)) return;
	// What acts as soon as it is touched has done so.
	if (pressed.closest("[data-at-once]") !== null) return;
	if (fingersDown === 0) {
		clickUnlessClicked(pressed);
		return;
	}
	const up = ({ type, clientX, clientY }: PointerEvent) => {
		document.removeEventListener("pointerup", up);
		document.removeEventListener("pointercancel", up);
		const stillOver = pressed.contains(document.elementFromPoint(clientX, clientY));
		if (type === "pointerup" && stillOver) clickUnlessClicked(pressed);
	};
	document.addEventListener("pointerup", up);
	document.addEventListener("pointercancel", up);
}

/** Some browsers click after the menu was refused, others do not; a click of their own follows the finger at once. */
function clickUnlessClicked(pressed: HTMLElement): void {
	let clicked = false;
	const ownClick = () => {
		clicked = true;
	};
	document.addEventListener("click", ownClick, { capture: true, once: true });
	setTimeout(() => {
		document.removeEventListener("click", ownClick, { capture: true });
		if (!clicked) pressed.click();
	}, ownClickMs);
}

const ownClickMs = 60;
let fingersDown = 0;
let lastPointer = "";

function countFingers(event: PointerEvent): void {
	lastPointer = event.pointerType;
	if (event.pointerType !== "touch") return;
	fingersDown = Math.max(0, fingersDown + (event.type === "pointerdown" ? 1 : -1));
}
