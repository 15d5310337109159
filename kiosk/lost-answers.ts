import { effect } from "@preact/signals";
import { live } from "./office.ts";
import { dispatch, parts, state } from "./store.ts";
import { withdraw } from "./take-ticket.ts";

/**
 * Where a person was told that no answer came, the kiosk hears what came of it as soon as the hub is back, and shows the number if there
 * is one: its paper may be lying in the slot. Where there is none the wish is withdrawn, and they choose again.
 */
export function followLostAnswers(): void {
	effect(() => {
		const isDue =
			live.value === "live" &&
			parts.order.value.state === "refused" &&
			parts.unheard.value.length > 0;
		if (!isDue) return;
		let left = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		void ask();
		return () => {
			left = true;
			clearTimeout(timer);
		};

		async function ask(): Promise<void> {
			for (const sent of state.peek().unheard) {
				const lost = await withdraw(sent);
				if (left) return;
				if (lost.is === "done") dispatch({ type: "order-found", answer: lost.answer });
			}
			if (!left && state.peek().unheard.length > 0) timer = setTimeout(() => void ask(), againMs);
		}
	});
}

const againMs = 3_000;
