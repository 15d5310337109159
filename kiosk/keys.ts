import { type Action, type KioskState, shown } from "./state.ts";
import { dispatch, state } from "./store.ts";

/** Escape leads back, as the button does, and first closes what lies over the screen. */
export function listenToEscape(): void {
	document.addEventListener("keydown", (event) => {
		if (event.key !== "Escape") return;
		// A search box would empty itself.
		event.preventDefault();
		const action = escaped(state.peek());
		if (action !== null) dispatch(action);
	});
}

/** What Escape does; nothing where there is no way back. */
export function escaped(now: KioskState): Action | null {
	if (now.warnedAtMs !== null) return { type: "stay" };
	if (now.panel !== null) return { type: "back" };
	const { held } = now;
	if (held?.state === "here" && held.act.is === "asked-to-cancel") {
		return { type: "held-act", ticketId: held.ticketId, act: { is: "none" } };
	}
	const { name } = shown(now);
	return name === "start" || name === "number" ? null : { type: "back" };
}
