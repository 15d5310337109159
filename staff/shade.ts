import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { keptTexts } from "../ui/kept-text.ts";

/** How bright the screen is: as the machine says, or as was chosen on it. */
export type Shade = "system" | "light" | "dark";

const kept = keptTexts("staff");
const chosen = signal<Shade>(shadeOf(kept.read("shade")));

export const shade: ReadonlySignal<Shade> = chosen;

export function setShade(next: Shade): void {
	chosen.value = next;
	kept.keep("shade", next === "system" ? null : next);
}

/** Marks the page's root, which the style sheets go by; as long as the page lives. */
export function keepShade(): void {
	const system = matchMedia("(prefers-color-scheme: dark)");
	const isDark = signal(system.matches);
	system.addEventListener("change", ({ matches }) => {
		isDark.value = matches;
	});
	effect(() => {
		const dark = chosen.value === "dark" || (chosen.value === "system" && isDark.value);
		document.documentElement.dataset.shade = dark ? "dark" : "light";
	});
}

function shadeOf(text: string | null): Shade {
	return text === "light" || text === "dark" ? text : "system";
}
