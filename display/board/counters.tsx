import type { BoardCounterRow } from "../../protocol/live.ts";
import { displayWords } from "../../words/display.ts";
import { columns } from "./columns.ts";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;

/** Every counter and whom it serves. */
export function Counters({ counters }: { counters: BoardCounterRow[] }) {
	return (
		<section class="strip counters">
			<h2>
				{words.counters} <span lang="en">{wordsEn.counters}</span>
			</h2>
			<ul style={columns(counters.length)}>
				{counters.map((counter) => (
					<li
						key={counter.id}
						class={`counter is-${counter.status}`}
						data-counter={counter.id}
						data-status={counter.status}
					>
						<span class="counter-name">{words.counterShort(counter.label)}</span>
						<CounterNow counter={counter} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** A paused counter still serves whoever is there to the end. */
function CounterNow({ counter: { status, current } }: { counter: BoardCounterRow }) {
	if (current) return <span class="counter-number">{current.number}</span>;
	if (status === "open") return <span class="counter-note">{words.free}</span>;
	return <span class="counter-note">{status === "paused" ? words.paused : words.closed}</span>;
}
