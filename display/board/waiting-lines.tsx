import type { ServiceRow } from "../../protocol/live.ts";
import type { WaitRange } from "../../protocol/tickets.ts";
import type { Said } from "./setup.ts";
import type { Strip } from "./strip.ts";
import { StripOfCells } from "./strip-of-cells.tsx";

export interface WaitingLinesProps {
	services: ServiceRow[];
	/** How long somebody waits who comes now; null where nothing honest can be said. */
	waitOf(serviceId: string): WaitRange;
	strip: Strip;
	said: Said;
	nowMs: number;
}

/** How many wait for each service, and how long somebody will who comes now. */
export function WaitingLines({ services, waitOf, strip, said, nowMs }: WaitingLinesProps) {
	return (
		<StripOfCells
			name="waiting"
			title={({ waiting }) => waiting}
			said={said}
			rows={services}
			strip={strip}
			nowMs={nowMs}
		>
			{({ id, prefix, name, waiting, closed, quotaLeft }) => (
				<li key={id} data-service={id} data-fit="0.5">
					<span class="waiting-prefix">{prefix}</span>
					<span class="waiting-words">
						<span class="waiting-name">{said.name(name)}</span>
						{closed || quotaLeft === 0 ? (
							<span class="waiting-range is-none">
								{closed ? said.words.noNumbers : said.words.noneLeft}
							</span>
						) : (
							<Range range={waitOf(id)} said={said} />
						)}
					</span>
					<span class="waiting-count">{waiting}</span>
				</li>
			)}
		</StripOfCells>
	);
}

function Range({ range, said }: { range: WaitRange; said: Said }) {
	if (range === null) return null;
	return <span class="waiting-range">{said.words.minutes(range.lowMin, range.highMin)}</span>;
}
