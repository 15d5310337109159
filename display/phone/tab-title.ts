import { effect } from "@preact/signals";
import { language } from "../../ui/language.ts";
import { phoneWords } from "../../words/phone.ts";
import type { Followed } from "./follow.ts";
import { tabTitle } from "./standing.ts";

const flashMs = 1_000;

/** Says in the browser's tab how the ticket stands, and at a call, for as long as the page itself is not seen, calls from there. */
export function keepTabTitle({ row, last, unknown, stopped }: Followed): void {
	let flashing: ReturnType<typeof setInterval> | undefined;
	effect(() => {
		clearInterval(flashing);
		const now = row.value;
		const words = phoneWords[language.value];
		if (unknown.value) {
			document.title = last.value ? words.gone(last.value.number) : words.unknown;
		}
		if (now === null || unknown.value) return;
		const usual = tabTitle(now, language.value, stopped.value);
		document.title = usual;
		if (now.state !== "called" || stopped.value) return;
		document.title = `🔔 ${usual}`;
		if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
		let isCalling = false;
		flashing = setInterval(() => {
			isCalling = !isCalling && document.visibilityState === "hidden";
			document.title = `🔔 ${isCalling ? words.called : usual}`;
		}, flashMs);
	});
}
