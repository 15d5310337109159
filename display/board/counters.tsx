import type { BoardCounterRow } from "../../protocol/live.ts";
import { bareLabel } from "../../words/counter-name.ts";
import type { Said } from "./setup.ts";
import type { Strip } from "./strip.ts";
import { StripOfCells } from "./strip-of-cells.tsx";

export interface CountersProps {
	counters: BoardCounterRow[];
	strip: Strip;
	said: Said;
	nowMs: number;
}

/** Every counter and whom it serves. */
export function Counters({ counters, strip, said, nowMs }: CountersProps) {
	return (
		<StripOfCells
			name="counters"
			title={({ counters }) => counters}
			said={said}
			rows={counters}
			strip={strip}
			nowMs={nowMs}
		>
			{(counter) => (
				<li
					key={counter.id}
					class={`counter is-${counter.status}`}
					data-counter={counter.id}
					data-status={counter.status}
					data-fit="0.45"
				>
					<span class="counter-name">
						{said.words.counterWord} <strong>{bareLabel(counter.label)}</strong>
					</span>
					<CounterNow counter={counter} said={said} />
				</li>
			)}
		</StripOfCells>
	);
}

/** A paused counter still serves whoever is there to the end. */
function CounterNow({
	counter: { status, current },
	said: { words },
}: {
	counter: BoardCounterRow;
	said: Said;
}) {
	if (current) return <span class="counter-number">{current.number}</span>;
	if (status === "open") return <span class="counter-note">{words.free}</span>;
	return <span class="counter-note">{status === "paused" ? words.paused : words.closed}</span>;
}
