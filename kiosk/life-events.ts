import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LifeEvent } from "../protocol/procedures.ts";
import { type Loaded, useLoaded } from "./loaded.ts";
import { askForLifeEvents } from "./own-catalogue.ts";

/** As last heard, so that coming back shows them at once, and also while the hub does not answer. */
const known = signal<LifeEvent[] | null>(null);

/** The events of life that procedures are found by; empty where the catalogue has none. */
export function useLifeEvents(): Loaded<LifeEvent[]> {
	const loaded = useLoaded("/api/life-events", askForLifeEvents);
	const items = loaded.state === "here" ? loaded.value.items : null;
	useEffect(() => {
		if (items !== null) known.value = items;
	}, [items]);
	const shown = items ?? known.value;
	if (shown !== null) return { state: "here", value: shown };
	return loaded.state === "refused" ? loaded : { state: "asking" };
}
