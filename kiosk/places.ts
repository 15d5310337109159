import { effect } from "@preact/signals";
import type { Place } from "../ui/pager.tsx";
import { screen } from "./store.ts";

const places = new Map<string, Place>();

/** Where in a long list a person was, so that "Quay lại" leads back to the same spot. Gone when the next one begins. */
export function placeIn(list: string): Place {
	const known = places.get(list);
	if (known !== undefined) return known;
	const place = { topPx: 0 };
	places.set(list, place);
	return place;
}

effect(() => {
	const { name } = screen.value;
	if (name === "start" || name === "home") places.clear();
});
