import { useSignal } from "@preact/signals";
import { arrowWays } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { Chosen, choicesOf, SomeOf, YesNoLine } from "./chosen-fields.tsx";
import { useForm, useIsWrong, usePlace } from "./form.ts";
import { emptyNames, ItemList } from "./item-list.tsx";
import { idsIn, isList, type Path, textIn } from "./json.ts";
import { FaultLine } from "./line.tsx";
import { namedItems } from "./names.ts";
import { newId } from "./new-id.ts";
import { SlidePicture } from "./slide-picture.tsx";
import { NamesFields, NumberLine, TextLine } from "./typed-fields.tsx";

export function Boards() {
	const { draft } = useForm();
	const { choices } = settingsWords[language.value];
	const counters = namedItems(draft.office.value, "counters");
	const languages = choicesOf(choices["boards/languages"]);
	const fresh = () => ({ id: newId("bang", idsIn(draft.office.value, "boards")) });
	return (
		<ItemList path={["boards"]} fresh={fresh} brief={(item) => textIn(item, "id")}>
			{(path) => (
				<>
					<TextLine path={[...path, "id"]} optional={false} />
					<SomeOf path={[...path, "counters"]} optional choices={counters} />
					<SomeOf
						path={[...path, "languages"]}
						optional={false}
						choices={languages}
						usual={["vi", "en"]}
					/>
					<YesNoLine path={[...path, "sound"]} usual={true} />
					<BoardSlides path={[...path, "slides"]} />
					<BoardArrows path={[...path, "arrows"]} counters={counters} />
				</>
			)}
		</ItemList>
	);
}

function BoardArrows({ path, counters }: { path: Path; counters: { id: string; name: string }[] }) {
	const { label } = usePlace(path);
	const isOpen = useSignal(false);
	const isWrong = useIsWrong(path);
	return (
		<details
			open={isOpen.value || isWrong}
			onToggle={({ currentTarget }) => {
				isOpen.value = currentTarget.open;
			}}
		>
			<summary>{label}</summary>
			<div class="item-fields">
				{arrowWays.map((way) => (
					<SomeOf key={way} path={[...path, way]} optional choices={counters} />
				))}
			</div>
		</details>
	);
}

function BoardSlides({ path }: { path: Path }) {
	const { draft } = useForm();
	const { choices } = settingsWords[language.value];
	const place = usePlace(path);
	const slides = namedItems(draft.office.value, "slides");
	const is = place.value === false ? "none" : isList(place.value) ? "chosen" : "all";
	const { chosen, ...others } = choices["boards/slides"] ?? {};
	const all = { ...others, ...(slides.length > 0 && chosen && { chosen }) };
	return (
		<>
			<Chosen
				label={place.label}
				fault={is === "chosen" ? null : place.fault}
				choices={all}
				value={is}
				isNeeded
				onPut={(next) =>
					place.put(
						next === "all" ? undefined : next === "none" ? false : slides.map(({ id }) => id),
					)
				}
			/>
			{is === "chosen" && <SomeOf path={path} optional={false} choices={slides} />}
		</>
	);
}

export function Slides() {
	const { draft } = useForm();
	const { places } = settingsWords[language.value];
	const fresh = () => ({
		id: newId("trang", idsIn(draft.office.value, "slides")),
		title: emptyNames,
	});
	return (
		<ItemList
			path={["slides"]}
			fresh={fresh}
			brief={(item) => (textIn(item, "picture") === "" ? "" : places["slides/picture"])}
		>
			{(path) => (
				<>
					<FaultLine path={path} />
					<FaultLine path={[...path, "id"]} />
					<NamesFields path={[...path, "title"]} optional />
					<NamesFields path={[...path, "text"]} optional />
					<SlidePicture slide={path} />
					<div class="side-by-side">
						<NumberLine path={[...path, "seconds"]} optional usual={12} />
					</div>
				</>
			)}
		</ItemList>
	);
}

export function Ticker() {
	return (
		<ItemList path={["ticker"]} fresh={() => emptyNames}>
			{(path) => <NamesFields path={path} optional={false} />}
		</ItemList>
	);
}
