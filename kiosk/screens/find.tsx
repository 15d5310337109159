import "./find.css";
import { Search, X } from "lucide";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { useTyping } from "../../ui/use-typing.ts";
import { textMax } from "../search.ts";
import { search, searchBox } from "../searching.ts";
import { type Screen, shown } from "../state.ts";
import { dispatch, state, words } from "../store.ts";
import { Browse, EventProcedures, FieldProcedures } from "./browse.tsx";
import { SearchResults } from "./search-results.tsx";
import { TypingChoice } from "./typing-choice.tsx";

type At = Extract<Screen, { name: "find" | "search" | "fields" | "list" | "event" }>;

/** Looking a procedure up: the search box is always there, and under it what is browsed or found. */
export function Find({ at }: { at: At }) {
	return (
		<div class="screen screen-paged find">
			<div class="screen-head">
				<h1>{words.value.findTitle}</h1>
				<SearchBox searching={at.name === "search"} />
			</div>
			<Under at={at} />
			{at.name === "search" && <TypingChoice />}
		</div>
	);
}

function Under({ at }: { at: At }) {
	switch (at.name) {
		case "search":
			return <SearchResults />;
		case "find":
			return <Browse key="event" way="event" />;
		case "fields":
			return <Browse key="field" way="field" />;
		case "list":
			return <FieldProcedures key={at.fieldId} fieldId={at.fieldId} />;
		case "event":
			return <EventProcedures key={at.eventId} eventId={at.eventId} />;
	}
}

function openSearch(): void {
	if (shown(state.value).name !== "search") dispatch({ type: "open", screen: { name: "search" } });
}

/** One and the same field on all these screens, so that typing goes on where it began. */
function SearchBox({ searching }: { searching: boolean }) {
	const field = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (searching) field.current?.focus();
		else field.current?.blur();
	}, [searching]);
	const shownText = search.shownText.value;
	const { onKeyDown, onBeforeInput, onInput, onCaret } = useTyping(searchBox, field, shownText);
	return (
		<div class="search-box">
			<Icon node={Search} />
			<input
				ref={field}
				type="search"
				// The keyboard is ours; the system's own would cover it.
				inputMode="none"
				autocomplete="off"
				autocorrect="off"
				spellcheck={false}
				enterkeyhint="search"
				aria-label={words.value.searchLabel}
				// Over the keyboard there is little room, and the pane below says what may be typed.
				placeholder={searching ? "" : words.value.searchPlaceholder}
				maxLength={textMax}
				value={shownText}
				onKeyDown={onKeyDown}
				// Not at the focus: whoever goes through the screen by keys would never come past it.
				onBeforeInput={(event) => {
					onBeforeInput(event);
					openSearch();
				}}
				onInput={() => {
					onInput();
					openSearch();
				}}
				onKeyUp={onCaret}
				onClick={() => {
					onCaret();
					openSearch();
				}}
				onSelect={onCaret}
			/>
			{shownText !== "" && (
				<button
					type="button"
					class="button button-quiet"
					onClick={() => {
						searchBox.clear();
						field.current?.focus();
					}}
				>
					<Icon node={X} />
					{words.value.eraseAll}
				</button>
			)}
		</div>
	);
}
