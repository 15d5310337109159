import type { CallRow } from "../../protocol/live.ts";
import { Arrow } from "./arrow.tsx";
import { InSecond } from "./said-twice.tsx";
import type { Said, Setup } from "./setup.ts";

const places = ["1", "2", "3", "4", "5", "6"] as const;
/** Beside slides the list is as short as it may be. */
const placesBesideSlides = 4;

export interface CallsProps {
	/** Newest first. */
	calls: CallRow[];
	/** The number that is shown large. */
	shown: string | null;
	said: Said;
	setup: Setup;
}

/** The last calls, newest first. The one shown large is among them and marked, so that no number jumps about. */
export function Calls({ calls, shown, said, setup: { arrows, slides } }: CallsProps) {
	const shownPlaces = places.slice(0, slides.length > 0 ? placesBesideSlides : places.length);
	return (
		<section class={slides.length > 0 ? "calls is-beside" : "calls"}>
			<h2>
				{said.words.calls} <InSecond said={said}>{({ calls }) => calls}</InSecond>
			</h2>
			<ol style={{ "--calls-rows": String(shownPlaces.length / 2) }}>
				{shownPlaces.map((place, at) => (
					<Place key={place} call={calls[at]} shown={shown} said={said} arrows={arrows} />
				))}
			</ol>
		</section>
	);
}

interface PlaceProps {
	call: CallRow | undefined;
	shown: string | null;
	said: Said;
	arrows: Setup["arrows"];
}

/** A place stays where it is, filled or not: the list does not grow under the reader's eyes. */
function Place({ call, shown, said, arrows }: PlaceProps) {
	if (!call) return <li class="is-free" aria-hidden="true" />;
	const { number, counter } = call;
	return (
		<li class={number === shown ? "is-now" : ""} data-call={number} data-fit="0.3">
			<span class="calls-number">{number}</span>
			<span class="calls-counter">
				{/* A label of several words stays together, below the word for what it is. */}
				<span>{said.words.counterShort(counter.label.replace(/\s+/g, "\u00a0"))}</span>
				{/* Its place is kept where there is none, so that the counters stand under one another. */}
				{Object.keys(arrows).length > 0 && (
					<span class="calls-way">
						<Arrow way={arrows[counter.id]} said={said} />
					</span>
				)}
			</span>
		</li>
	);
}
