import "./procedure-rows.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ProcedureSummary } from "../../protocol/procedures.ts";
import type { Place } from "../../ui/pager.tsx";
import { ProcedureRow } from "./procedure-row.tsx";

/** A key shows so many at once: the best, and all that a slow machine draws before the eye has moved there. The rest in sight comes a frame later. */
const atOnce = 3;
/** Whoever types goes on sooner, and then nobody wants what is out of sight; that comes a little at a time, so that a key waits for little of it. */
const restMs = 600;
const betweenStepsMs = 50;
const rowsAStep = 8;

/**
 * Procedures as rows: those in sight at once, the rest a moment later, so that a long list is there as quickly as
 * a short one. Whoever comes back to a place further down gets all at once.
 */
export function ProcedureRows({
	items,
	place,
	inSight,
}: {
	items: ProcedureSummary[];
	place: Place;
	/** At least as many as any panel has in sight. */
	inSight: number;
}) {
	const before = useRef<ProcedureSummary[]>([]);
	const [drawn, setDrawn] = useState({ items, upTo: place.topPx > 0 ? items.length : atOnce });
	const upTo = drawn.items === items ? drawn.upTo : Math.min(atOnce, items.length);
	useEffect(() => {
		if (upTo >= items.length) return;
		const go = (next: number) => setDrawn({ items, upTo: next });
		if (upTo < inSight) {
			const frame = requestAnimationFrame(() => go(inSight));
			return () => cancelAnimationFrame(frame);
		}
		const timer = setTimeout(
			() => go(upTo + rowsAStep),
			upTo === inSight ? restMs : betweenStepsMs,
		);
		return () => clearTimeout(timer);
	}, [items, upTo]);
	// What stood there stays for that frame: a list that jumps is worse than one that is late.
	const stale = upTo < inSight ? before.current.slice(upTo, Math.min(inSight, items.length)) : [];
	const rows = [...items.slice(0, upTo), ...stale];
	before.current = rows;
	return (
		<ul class="rows">
			{/* What stands in a place changes at each letter: rows are written over sooner than made anew. */}
			{rows.map((procedure, place) => (
				<li key={place}>
					<ProcedureRow procedure={procedure} />
				</li>
			))}
		</ul>
	);
}
