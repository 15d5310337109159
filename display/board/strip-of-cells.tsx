import type { ComponentChildren } from "preact";
import type { BoardWords } from "../../words/display.ts";
import { InSecond } from "./said-twice.tsx";
import type { Said } from "./setup.ts";
import { pageAt, type Strip } from "./strip.ts";

export interface StripOfCellsProps<Row> {
	name: string;
	title(words: BoardWords): string;
	said: Said;
	rows: readonly Row[];
	strip: Strip;
	nowMs: number;
	children(row: Row): ComponentChildren;
}

/** One of the quieter strips at the board's foot. Where not all of it is in sight it says which part is. */
export function StripOfCells<Row>({
	name,
	title,
	said,
	rows,
	strip: { columns, rows: height, pages, perPage },
	nowMs,
	children,
}: StripOfCellsProps<Row>) {
	const page = pageAt(pages, nowMs);
	return (
		<section class={`strip ${name}`} data-columns={columns}>
			<h2>
				{title(said.words)}
				{pages > 1 && <span class="strip-page">{said.words.page(page + 1, pages)}</span>}
				<InSecond said={said}>{title}</InSecond>
			</h2>
			<ul style={{ "--columns": String(columns), "--rows": String(height) }}>
				{rows.slice(page * perPage, (page + 1) * perPage).map(children)}
			</ul>
		</section>
	);
}
