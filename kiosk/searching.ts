import { effect } from "@preact/signals";
import { askForProcedures, searchesItself } from "./own-catalogue.ts";
import { createSearch } from "./search.ts";
import { screen } from "./store.ts";

/** The nearest are enough: who needs the hundredth types one letter more. */
const resultsMax = 24;

/** The touchscreen's one search. What one person typed is gone before the next one begins. */
export const search = createSearch({
	ask: (text) =>
		askForProcedures(`/api/procedures?q=${encodeURIComponent(text)}&limit=${resultsMax}&offset=0`),
	isQuick: searchesItself,
});

effect(() => {
	const { name } = screen.value;
	if (name === "start" || name === "home") search.text.value = "";
});
