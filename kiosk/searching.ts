import { computed, effect } from "@preact/signals";
import { createTextBox } from "../ui/text-box.ts";
import { askForProcedures, searchesItself } from "./own-catalogue.ts";
import { createSearch, textMax } from "./search.ts";
import { parts, screen } from "./store.ts";
import { typingMethod } from "./typing-method.ts";

/** The nearest are enough: who needs the hundredth types one letter more. */
const resultsMax = 24;

/** The touchscreen's one search. What one person typed is gone before the next one begins. */
export const search = createSearch({
	ask: (text) =>
		askForProcedures(`/api/procedures?q=${encodeURIComponent(text)}&limit=${resultsMax}&offset=0`),
	isQuick: searchesItself,
});

/** How letters compose as one types. */
export const method = computed(() =>
	typingMethod({ typingBy: parts.typingBy.value, language: parts.language.value }),
);

/** Where it is typed. Tones stand where official papers mostly have them: hòa, thúy. */
export const searchBox = createTextBox({
	text: search.text,
	writing: () => ({ method: method.peek(), toneStyle: "old" }),
	maxLength: textMax,
});

effect(() => {
	const { name } = screen.value;
	if (name === "start" || name === "home") search.text.value = "";
});
