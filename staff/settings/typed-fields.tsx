import { useSignal } from "@preact/signals";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { readTime } from "../typed-hours.ts";
import { usePlace } from "./form.ts";
import { isList, isObject, type Json, kindOf, type Path } from "./json.ts";
import { Line } from "./line.tsx";
import { dayInWords, readDay } from "./typed-day.ts";

export interface AtPath {
	path: Path;
	/** It may be left empty, and is then no part of the office. */
	optional: boolean;
	/** Said instead of the place's own name. */
	label?: string;
}

/** A line of text. */
export function TextLine({ path, optional, label }: AtPath) {
	const place = usePlace(path);
	const value = typeof place.value === "string" ? place.value : "";
	const put = (text: string) => place.put(text === "" && optional ? undefined : text);
	const most = place.schema.maxLength;
	const isLetter = kindOf(path) === "services/prefix";
	return (
		<Line
			label={label ?? place.label}
			hint={place.hint}
			fault={place.fault}
			narrow={isLetter || (most ?? 99) <= 12}
		>
			{(attributes) => (
				<input
					{...attributes}
					type="text"
					autocomplete="off"
					maxLength={isLetter ? 1 : most}
					value={value}
					onInput={({ currentTarget }) =>
						put(isLetter ? currentTarget.value.toUpperCase() : currentTarget.value)
					}
				/>
			)}
		</Line>
	);
}

/** A name in Vietnamese and English, side by side; both empty, there is none where there need not be one. */
export function NamesFields({ path, optional }: AtPath) {
	const place = usePlace(path);
	const { value } = place;
	const long = ["slides/text", "priorityClasses/hint"].includes(kindOf(path));
	const textIn = (of: "vi" | "en") => {
		const text = isObject(value) ? value[of] : undefined;
		return typeof text === "string" ? text : "";
	};
	const put = (of: "vi" | "en", text: string) => {
		const names = { vi: textIn("vi"), en: textIn("en"), ...(isObject(value) && value), [of]: text };
		const isEmpty = Object.values(names).every((one) => one === "");
		place.put(isEmpty && optional ? undefined : names);
	};
	const words = settingsWords[language.value];
	return (
		<fieldset class="names">
			<legend {...(path.length === 1 && { class: "unseen" })}>
				{place.label}
				{optional && <span class="soft"> ({words.optional})</span>}
			</legend>
			<div class="names-pair">
				<NameLine path={[...path, "vi"]} long={long} onPut={(text) => put("vi", text)} />
				<NameLine path={[...path, "en"]} long={long} onPut={(text) => put("en", text)} />
			</div>
			{textIn("vi") !== "" && textIn("en") === "" && (
				<button type="button" class="button button-quiet" onClick={() => put("en", textIn("vi"))}>
					{words.asVietnamese}
				</button>
			)}
			{(place.fault ?? place.hint) !== undefined && (
				<p class={place.fault === null ? "soft" : "field-fault"}>{place.fault ?? place.hint}</p>
			)}
		</fieldset>
	);
}

function NameLine({
	path,
	long,
	onPut,
}: {
	path: Path;
	long: boolean;
	onPut: (text: string) => void;
}) {
	const place = usePlace(path);
	const value = typeof place.value === "string" ? place.value : "";
	const lang = path.at(-1) === "en" ? "en" : "vi";
	const most = place.schema.maxLength ?? 400;
	return (
		<Line label={place.label} fault={place.fault}>
			{(attributes) => (
				<textarea
					{...attributes}
					rows={long ? 2 : 1}
					lang={lang}
					maxLength={most}
					value={value}
					// One line on a screen; a long one is seen whole all the same.
					onInput={({ currentTarget }) => onPut(currentTarget.value.replace(/\s*\n\s*/g, " "))}
				/>
			)}
		</Line>
	);
}

/** A whole number; what is no number stays as it was typed, and is wrong. */
export function NumberLine({ path, optional, label, usual }: AtPath & { usual?: number }) {
	const place = usePlace(path);
	const put = (text: string) => {
		const typed = text.trim();
		if (typed === "") place.put(optional ? undefined : "");
		else place.put(/^\d{1,9}$/.test(typed) ? Number(typed) : typed);
	};
	const words = settingsWords[language.value];
	const hint = place.hint ?? (usual === undefined ? undefined : words.usual(String(usual)));
	return (
		<Line label={label ?? place.label} hint={hint} fault={place.fault} narrow>
			{(attributes) => (
				<input
					{...attributes}
					type="text"
					inputMode="numeric"
					autocomplete="off"
					maxLength={9}
					value={place.value === undefined ? "" : String(place.value)}
					onInput={({ currentTarget }) => put(currentTarget.value)}
				/>
			)}
		</Line>
	);
}

/** A time of day as people type it, `7h30`, written as it is kept once they go on. */
export function TimeLine({ path, optional, label }: AtPath) {
	const place = usePlace(path);
	const kept = typeof place.value === "string" ? place.value : "";
	return (
		<TypedLine
			{...{ place, kept, label: label ?? place.label }}
			placeholder="--:--"
			most={5}
			read={(typed) => (typed === "" && optional ? undefined : (readTime(typed) ?? typed))}
		/>
	);
}

/** A day as people write it, `2/9/2026`. */
export function DayLine({ path, optional }: AtPath) {
	const place = usePlace(path);
	const kept = typeof place.value === "string" ? dayInWords(place.value) : "";
	return (
		<TypedLine
			{...{ place, kept, label: place.label }}
			placeholder="02/09/2026"
			most={10}
			read={(typed) => (typed === "" && optional ? undefined : (readDay(typed) ?? typed))}
		/>
	);
}

/** What is read once somebody goes on: until then it stands as they type it. */
function TypedLine({
	place,
	kept,
	label,
	placeholder,
	most,
	read,
}: {
	place: ReturnType<typeof usePlace>;
	kept: string;
	label: string;
	placeholder: string;
	most: number;
	read: (typed: string) => Json | undefined;
}) {
	const typing = useSignal<string | null>(null);
	return (
		<Line label={label} hint={place.hint} fault={place.fault} narrow>
			{(attributes) => (
				<input
					{...attributes}
					type="text"
					autocomplete="off"
					placeholder={placeholder}
					maxLength={most}
					value={typing.value ?? kept}
					onInput={({ currentTarget }) => {
						typing.value = currentTarget.value;
						place.put(read(currentTarget.value.trim()));
					}}
					onBlur={() => {
						typing.value = null;
					}}
				/>
			)}
		</Line>
	);
}

/** Codes, one a line. */
export function CodeLines({ path }: { path: Path }) {
	const place = usePlace(path);
	const words = settingsWords[language.value];
	const typing = useSignal<string | null>(null);
	const kept = (isList(place.value) ? place.value : []).join("\n");
	return (
		<Line label={place.label} hint={words.codesHint} fault={place.fault}>
			{(attributes) => (
				<textarea
					{...attributes}
					rows={2}
					value={typing.value ?? kept}
					onInput={({ currentTarget }) => {
						typing.value = currentTarget.value;
						const codes = currentTarget.value.split(/[\s,;]+/).filter((code) => code !== "");
						place.put(codes.length === 0 ? undefined : codes);
					}}
					onBlur={() => {
						typing.value = null;
					}}
				/>
			)}
		</Line>
	);
}
