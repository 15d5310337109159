import { computed, effect } from "@preact/signals";
import { type KioskState, shown } from "./state.ts";
import { state } from "./store.ts";

/** How long a second press of the same spot is still the first: old hands press again before they have seen what came of it. */
const samePressMs = 900;
/** A change so long after a press did not come of it. */
const comesOfPressMs = 15_000;

/**
 * Keeps the second press of an unsure hand from landing on what the first one opened: over the spot that was pressed lies nothing to press
 * for a moment, while all around it can be touched at once. The browser's own double click is gone after half a second, and some 30 pixels.
 * The bar stays as it is from screen to screen, and whoever goes back three times means it.
 */
export function guardSecondPress(): void {
	const guard = document.createElement("div");
	guard.className = "second-press";
	guard.hidden = true;
	guard.setAttribute("aria-hidden", "true");
	document.body.append(guard);
	let pressed: { atMs: number; x: number; y: number } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	document.addEventListener(
		"pointerdown",
		({ target, clientX, clientY }) => {
			// A press that the guard took is still the first one: its moment ends when it would have.
			if (target === guard) return;
			const inBar = target instanceof Element && target.closest(".bar") !== null;
			pressed = inBar ? null : { atMs: performance.now(), x: clientX, y: clientY };
		},
		{ capture: true, passive: true },
	);

	const sight = computed(() => sightOf(state.value));
	let seen = sight.peek();
	effect(() => {
		if (sight.value === seen) return;
		seen = sight.value;
		if (pressed === null || performance.now() - pressed.atMs > comesOfPressMs) return;
		guard.style.left = `${pressed.x}px`;
		guard.style.top = `${pressed.y}px`;
		guard.hidden = false;
		clearTimeout(timer);
		timer = setTimeout(() => {
			guard.hidden = true;
		}, samePressMs);
	});
}

/** What there is to press: another screen, something over it, or a question on it. */
function sightOf(now: KioskState): string {
	const screen = shown(now);
	const at = screen.name === "number" ? screen.answer.ticket.number : JSON.stringify(screen);
	const act = now.held?.state === "here" ? now.held.act.is : "";
	return [screen.name, at, now.panel, act].join(" ");
}
