import { type ReadonlySignal, signal } from "@preact/signals";
import type { Language } from "../protocol/office.ts";

/** What the address of the page remembers, so that a reload or a bookmark leads to the same desk. */
export interface Place {
	/** As in `pages.ts`; empty for the desk. */
	page: string;
	counterId: string | null;
	language: Language;
}

export function placeOf(search: string): Place {
	const query = new URLSearchParams(search);
	return {
		page: query.get("page") ?? "",
		counterId: query.get("counter") || null,
		language: query.get("lang") === "en" ? "en" : "vi",
	};
}

export function searchOf({ page, counterId, language }: Place): string {
	const query = new URLSearchParams();
	if (page !== "") query.set("page", page);
	if (counterId !== null) query.set("counter", counterId);
	if (language === "en") query.set("lang", language);
	const text = query.toString();
	return text === "" ? "" : `?${text}`;
}

export interface Address {
	place: ReadonlySignal<Place>;
	go(change: Partial<Place>): void;
}

/** Keeps the place in the browser's address bar; its back button works. */
export function keepAddress(): Address {
	const place = signal(placeOf(location.search));
	addEventListener("popstate", () => {
		place.value = placeOf(location.search);
	});
	return {
		place,
		go(change) {
			place.value = { ...place.value, ...change };
			history.pushState(null, "", location.pathname + searchOf(place.value));
		},
	};
}
