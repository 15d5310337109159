import { type ReadonlySignal, signal } from "@preact/signals";
import type { Language } from "../protocol/office.ts";

/** What the address of the page remembers, so that a reload or a bookmark leads to the same desk. */
export interface Place {
	counterId: string | null;
	/** Null at the desk. */
	page: "devices" | null;
	language: Language;
}

export function placeOf(search: string): Place {
	const query = new URLSearchParams(search);
	return {
		counterId: query.get("counter") || null,
		page: query.get("page") === "devices" ? "devices" : null,
		language: query.get("lang") === "en" ? "en" : "vi",
	};
}

export function searchOf({ counterId, page, language }: Place): string {
	const query = new URLSearchParams();
	if (counterId !== null) query.set("counter", counterId);
	if (page !== null) query.set("page", page);
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
