import "./choices.css";
import { Keyboard } from "../../ui/keyboard.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Caution } from "../caution.tsx";
import { placeIn } from "../places.ts";
import { method, search, searchBox } from "../searching.ts";
import { words } from "../store.ts";
import { ProcedureRows } from "./procedure-rows.tsx";
import { Refusal } from "./trouble.tsx";

/** What is found as one types, over the keyboard. */
export function SearchResults() {
	return (
		<div class="search-results">
			<Results />
			<Caution />
			<div class="search-keys">
				<Keyboard box={searchBox} words={words.value} />
			</div>
		</div>
	);
}

/** Over the keyboard there is no room for more. */
const inSightOverKeys = 8;

/** By itself, since each letter draws it anew and the keyboard stays as it is. */
function Results() {
	return (
		<Pager
			words={words.value}
			name={words.value.searchLabel}
			about={search.shownText.value}
			place={placeIn("search")}
			steady
		>
			<Found />
		</Pager>
	);
}

function Found() {
	const finding = search.finding.value;
	if (finding.state === "refused") {
		return <Refusal problem={finding.problem} again={search.again} />;
	}
	const page =
		finding.state === "found" ? finding.page : finding.state === "asking" ? finding.before : null;
	if (page === null) return <SearchHint />;
	if (page.total === 0) {
		return (
			<div class="choices-none" role="status">
				<strong>{words.value.foundNone}</strong>
				<p>{words.value.foundNoneHint}</p>
			</div>
		);
	}
	const { total, items } = page;
	return (
		<>
			<p class="found" role="status">
				{total > items.length
					? words.value.foundFirst(items.length, total)
					: words.value.found(total)}
			</p>
			<ProcedureRows items={items} place={placeIn("search")} inSight={inSightOverKeys} />
		</>
	);
}

/** While nothing is typed there is room to say how it is typed. */
function SearchHint() {
	return (
		<div class="choices-none">
			<p>{words.value.searchHint}</p>
			<p>{words.value.typing.hints[method.value]}</p>
		</div>
	);
}
