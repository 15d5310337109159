import type { CallRow } from "../../protocol/live.ts";
import { displayWords } from "../../words/display.ts";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;
const places = ["1", "2", "3", "4", "5", "6"] as const;

/** The last six calls, newest first. The one shown large is among them and marked, so that no number jumps about. */
export function Calls({ calls, shown }: { calls: CallRow[]; shown: string | null }) {
	return (
		<section class="calls">
			<h2>
				{words.calls} <span lang="en">{wordsEn.calls}</span>
			</h2>
			<ol>
				{places.map((place, index) => (
					<Place key={place} call={calls[index]} shown={shown} />
				))}
			</ol>
		</section>
	);
}

/** A place stays where it is, filled or not: the list does not grow under the reader's eyes. */
function Place({ call, shown }: { call: CallRow | undefined; shown: string | null }) {
	if (!call) return <li class="is-free" aria-hidden="true" />;
	const { number, counter } = call;
	return (
		<li class={number === shown ? "is-now" : ""} data-call={number}>
			<span class="calls-number">{number}</span>
			<span class="calls-counter">{words.counterShort(counter.label)}</span>
		</li>
	);
}
