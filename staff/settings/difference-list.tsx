import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import type { Difference } from "./differences.ts";
import { isList, isObject, type Json, type JsonObject, kindOf, type Path } from "./json.ts";
import { labelOf, namedItems, nameOfItem } from "./names.ts";
import { SlideThumbnail } from "./slide-picture.tsx";
import { dayInWords } from "./typed-day.ts";

export interface DifferenceListProps {
	differences: readonly Difference[];
	/** Both offices' names of services and counters. */
	offices: readonly JsonObject[];
	/** The catalogue's fields by their ids. */
	fields: ReadonlyMap<string, string>;
}

/** What is another, place by place, as people say it. */
export function DifferenceList({ differences, offices, fields }: DifferenceListProps) {
	const words = settingsWords[language.value];
	if (differences.length === 0) return <p class="soft">{words.noDifference}</p>;
	const names = new Map([
		...fields,
		...offices.flatMap((office) =>
			(["services", "counters", "slides"] as const).flatMap((section) =>
				namedItems(office, section).map(({ id, name }) => [id, name] as const),
			),
		),
	]);
	return (
		<table class="differences">
			<thead>
				<tr>
					<td />
					<th scope="col">{words.before}</th>
					<th scope="col">{words.after}</th>
				</tr>
			</thead>
			<tbody>
				{differences.map(({ path, before, after, of }) => (
					<tr key={path.join("/")}>
						<th scope="row">{placeInWords(path, of)}</th>
						<td data-label={words.before}>
							<Value value={before} path={path} names={names} />
						</td>
						<td data-label={words.after}>
							<Value value={after} path={path} names={names} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The section, whose it is where it is of one of several, and what of it. */
function placeInWords(path: Path, of: Json | undefined): string {
	const [section = "", index] = path;
	const list = String(section);
	const whose = of === undefined || typeof index !== "number" ? null : nameOfItem(of, list, index);
	const what = path
		.map((_, at) => path.slice(0, at + 1))
		.slice(whose === null ? 1 : 2)
		.filter((one) => typeof one.at(-1) === "string")
		.map(labelOf);
	// "Counter 3" says by itself what it is.
	const items: Record<string, string> = settingsWords[language.value].items;
	const isSaid = whose?.startsWith(items[list] ?? labelOf([section]));
	return [
		...(isSaid ? [] : [labelOf([section])]),
		...(whose === null ? [] : [whose]),
		...what,
	].join(" › ");
}

function Value({
	value,
	path,
	names,
}: {
	value: Json | undefined;
	path: Path;
	names: ReadonlyMap<string, string>;
}) {
	const picture = slidePictureIn(value, path);
	if (picture !== null && !isObject(value)) return <SlideThumbnail picture={picture} />;
	const text = inWords(value, path, names);
	return (
		<>
			{text.length === 1 ? (
				text[0]
			) : (
				<ul>
					{text.map((line, index) => (
						<li key={index}>{line}</li>
					))}
				</ul>
			)}
			{picture !== null && <SlideThumbnail picture={picture} />}
		</>
	);
}

/** The picture of a slide, or of a place that is one. */
function slidePictureIn(value: Json | undefined, path: Path): string | null {
	const isSlide = kindOf(path) === "slides" && path.length === 2;
	const picture = isSlide && isObject(value) ? value.picture : isSlidePicture(path) && value;
	return typeof picture === "string" ? picture : null;
}

function isSlidePicture(path: Path): boolean {
	return kindOf(path) === "slides/picture";
}

/** A value in lines. */
function inWords(
	value: Json | undefined,
	path: Path,
	names: ReadonlyMap<string, string>,
): string[] {
	const words = settingsWords[language.value];
	if (value === undefined || value === null || value === "") return [words.none];
	if (value === true) return [words.yes];
	if (value === false) return [words.no];
	if (value === "always") return [words.hours.always];
	if (typeof value === "string") {
		const choice = words.choices[kindOf(path)]?.[value];
		return [choice ?? names.get(value) ?? dayInWords(value)];
	}
	if (typeof value === "number") return [String(value)];
	if (isList(value)) {
		return value.length === 0
			? [words.none]
			: value.map((item) => inWords(item, path, names).join("; "));
	}
	if (isObject(value) && typeof value.from === "string" && typeof value.to === "string") {
		const { from, to, ticketsFrom, ticketsTo } = value;
		const numbers = [ticketsFrom, ticketsTo].some((one) => one !== undefined)
			? ` (${words.hours.tickets}: ${ticketsFrom ?? from}–${ticketsTo ?? to})`
			: "";
		return [`${from}–${to}${numbers}`];
	}
	if (isObject(value) && typeof value.vi === "string") {
		return Object.values(value).filter((one) => typeof one === "string");
	}
	return (
		Object.entries(value)
			// A picture is seen.
			.filter(([key]) => key !== "id" && !isSlidePicture([...path, key]))
			.map(([key, inner]) => {
				const here = [...path, key];
				return `${labelOf(here)}: ${inWords(inner, here, names).join(", ")}`;
			})
	);
}
