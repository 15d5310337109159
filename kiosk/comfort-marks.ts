import { effect } from "@preact/signals";
import { comfortMarks } from "./comfort.ts";
import { parts } from "./store.ts";

/** Writes on the page what its style sheets go by. */
export function followComfort(): void {
	const page = document.documentElement;
	effect(() => {
		for (const [mark, value] of Object.entries(comfortMarks(parts.comfort.value))) {
			if (value === null) delete page.dataset[mark];
			else page.dataset[mark] = value;
		}
	});
}
