import type { ComponentType } from "preact";
import { ServiceSign } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { Sign } from "../../ui/sign.tsx";
import { settingsWords } from "../../words/settings.ts";
import { signWords } from "../../words/signs.ts";
import { voiceWords } from "../../words/voice.ts";
import { placeOf, searchOf } from "../address.ts";
import { namedItems, useForm, usePlace } from "./form.ts";
import { HoursFields, Periods } from "./hours-fields.tsx";
import { ItemList } from "./item-list.tsx";
import { isList, isObject, type Json, type Path, valueAt } from "./json.ts";
import { Line } from "./line.tsx";
import { newId } from "./new-id.ts";
import {
	ChoiceLine,
	CodeLines,
	DayLine,
	NamesFields,
	NumberLine,
	SomeOf,
	TextLine,
	TimeLine,
	YesNoLine,
} from "./plain-fields.tsx";
import { SlidePicture } from "./slide-picture.tsx";
import { dayInWords } from "./typed-day.ts";

const emptyNames = { vi: "", en: "" };

/** The sections of the office file, in the order in which an office is set up; each says how it is filled in. */
export const sections: Readonly<Record<string, ComponentType>> = {
	name: () => <NamesFields path={["name"]} optional={false} />,
	hours: () => <HoursFields path={["hours"]} optional={false} />,
	holidays: Holidays,
	workingDays: WorkingDays,
	lastTicket: () => {
		const { choices } = settingsWords[language.value];
		return <ChoiceLine path={["lastTicket"]} optional choices={choices.lastTicket ?? {}} />;
	},
	services: Services,
	counters: Counters,
	priorityClasses: PriorityClasses,
	calling: Calling,
	tickets: Tickets,
	boards: Boards,
	slides: Slides,
	ticker: () => (
		<ItemList path={["ticker"]} fresh={() => emptyNames}>
			{(path) => <NamesFields path={path} optional={false} />}
		</ItemList>
	),
	voice: Voice,
	paper: Paper,
};

function Holidays() {
	return (
		<ItemList
			path={["holidays"]}
			ordered={false}
			fresh={() => ({ date: "", name: emptyNames })}
			brief={daysOf}
		>
			{(path) => (
				<>
					<div class="side-by-side">
						<DayLine path={[...path, "date"]} optional={false} />
						<DayLine path={[...path, "to"]} optional />
					</div>
					<NamesFields path={[...path, "name"]} optional={false} />
				</>
			)}
		</ItemList>
	);
}

function WorkingDays() {
	const { choices, places } = settingsWords[language.value];
	return (
		<ItemList path={["workingDays"]} ordered={false} fresh={() => ({ date: "" })} brief={daysOf}>
			{(path) => (
				<>
					<div class="side-by-side">
						<DayLine path={[...path, "date"]} optional={false} />
						<ChoiceLine path={[...path, "as"]} optional choices={choices["workingDays/as"] ?? {}} />
					</div>
					<fieldset class="hours">
						<legend>{places["workingDays/periods"]}</legend>
						<Periods path={[...path, "periods"]} day={places["workingDays/date"]} />
					</fieldset>
				</>
			)}
		</ItemList>
	);
}

function Services() {
	const { loaded, draft } = useForm();
	const fields = loaded.fields.map(({ id, name, nameEn }) => ({
		id,
		name: language.value === "en" ? nameEn : name,
	}));
	const fresh = () => ({
		id: newId("linh-vuc", [...loaded.usedIds.services, ...idsIn(draft.office.value, "services")]),
		prefix: "",
		name: emptyNames,
		fields: [],
	});
	return (
		<ItemList path={["services"]} fresh={fresh} brief={(item) => textIn(item, "prefix")}>
			{(path) => (
				<>
					<NamesFields path={[...path, "name"]} optional={false} />
					<div class="side-by-side">
						<TextLine path={[...path, "prefix"]} optional={false} />
						<SignLine path={[...path, "sign"]} />
						<NumberLine path={[...path, "minutes"]} optional />
						<NumberLine path={[...path, "dailyQuota"]} optional />
						<NumberLine path={[...path, "targetMinutes"]} optional usual={30} />
						<NumberLine path={[...path, "weight"]} optional usual={1} />
					</div>
					<NamesFields path={[...path, "seats"]} optional />
					<HoursFields path={[...path, "hours"]} optional />
					<SomeOf path={[...path, "fields"]} optional={false} choices={fields} />
					<CodeLines path={[...path, "procedures"]} />
				</>
			)}
		</ItemList>
	);
}

function SignLine({ path }: { path: Path }) {
	const words = signWords[language.value];
	const choices = Object.fromEntries(ServiceSign.enum.map((sign) => [sign, words[sign]]));
	const { value } = usePlace(path);
	const sign = ServiceSign.enum.find((one) => one === value);
	return (
		<div class="sign-line">
			<ChoiceLine path={path} optional choices={choices} />
			{sign && <Sign sign={sign} />}
		</div>
	);
}

function Counters() {
	const { loaded, draft } = useForm();
	const fresh = () => ({
		id: newId("quay", [...loaded.usedIds.counters, ...idsIn(draft.office.value, "counters")]),
		label: "",
		services: [],
	});
	const services = namedItems(draft.office.value, "services");
	const served = (item: Json) => {
		const ids = valueAt(item, ["services"]);
		const chosen = services.filter(({ id }) => isList(ids) && ids.includes(id));
		return chosen.map(({ name }) => name).join(" · ");
	};
	return (
		<ItemList path={["counters"]} fresh={fresh} brief={served}>
			{(path) => (
				<>
					<TextLine path={[...path, "label"]} optional={false} />
					<SomeOf path={[...path, "services"]} optional={false} choices={services} />
				</>
			)}
		</ItemList>
	);
}

function PriorityClasses() {
	const { draft } = useForm();
	const fresh = () => ({
		id: newId("dien", idsIn(draft.office.value, "priorityClasses")),
		name: emptyNames,
	});
	return (
		<ItemList path={["priorityClasses"]} fresh={fresh}>
			{(path) => (
				<>
					<NamesFields path={[...path, "name"]} optional={false} />
					<NamesFields path={[...path, "hint"]} optional />
					<div class="side-by-side">
						<NumberLine path={[...path, "level"]} optional usual={1} />
						<NumberLine path={[...path, "headStartMinutes"]} optional usual={0} />
					</div>
					<YesNoLine path={[...path, "pickup"]} usual={false} />
				</>
			)}
		</ItemList>
	);
}

function Calling() {
	const { choices } = settingsWords[language.value];
	const rule = usePlace(["calling", "classes", "rule"]);
	const classes = usePlace(["calling", "classes"]);
	return (
		<>
			<Chosen
				label={rule.label}
				fault={rule.fault ?? classes.fault}
				choices={choices["calling/classes/rule"] ?? {}}
				value={typeof rule.value === "string" ? rule.value : ""}
				onPut={(next) => {
					if (next === "") classes.put(undefined);
					else classes.put({ rule: next, ...(next === "ratio" && { priority: 2, ordinary: 1 }) });
				}}
			/>
			{rule.value === "ratio" && (
				<div class="side-by-side">
					<NumberLine path={["calling", "classes", "priority"]} optional={false} />
					<NumberLine path={["calling", "classes", "ordinary"]} optional={false} />
				</div>
			)}
			<ChoiceLine
				path={["calling", "services"]}
				optional
				choices={choices["calling/services"] ?? {}}
			/>
			<div class="side-by-side">
				<NumberLine path={["calling", "maxWaitMinutes"]} optional />
				<NumberLine path={["calling", "pickupEvery"]} optional />
			</div>
			<Appointments />
		</>
	);
}

function Appointments() {
	const place = usePlace(["calling", "appointments"]);
	return (
		<fieldset class="hours">
			<legend>{place.label}</legend>
			<div class="roles">
				<label>
					<input
						type="checkbox"
						checked={place.value !== undefined}
						onChange={({ currentTarget: { checked } }) =>
							place.put(checked ? { earlyMinutes: 5, lateMinutes: 10 } : undefined)
						}
					/>
					{settingsWords[language.value].yes}
				</label>
			</div>
			{place.value !== undefined && (
				<div class="side-by-side">
					<NumberLine path={["calling", "appointments", "earlyMinutes"]} optional={false} />
					<NumberLine path={["calling", "appointments", "lateMinutes"]} optional={false} />
				</div>
			)}
		</fieldset>
	);
}

function Tickets() {
	const { choices } = settingsWords[language.value];
	const place = usePlace(["tickets", "restorePlace"]);
	const is = isObject(place.value) ? "behind" : typeof place.value === "string" ? place.value : "";
	return (
		<>
			<ChoiceLine
				path={["tickets", "transferPlace"]}
				optional
				choices={choices["tickets/transferPlace"] ?? {}}
			/>
			<Chosen
				label={place.label}
				fault={place.fault}
				choices={choices["tickets/restorePlace"] ?? {}}
				value={is}
				onPut={(next) =>
					place.put(next === "" ? undefined : next === "behind" ? { behind: 3 } : next)
				}
			/>
			{is === "behind" && (
				<NumberLine path={["tickets", "restorePlace", "behind"]} optional={false} />
			)}
			<div class="side-by-side">
				<NumberLine path={["tickets", "recallsUntilMissed"]} optional />
				<NumberLine path={["tickets", "restoreWithinMinutes"]} optional />
				<NumberLine path={["tickets", "maxFiles"]} optional />
				<NumberLine path={["tickets", "minutesEachFile"]} optional />
				<NumberLine path={["tickets", "undoSeconds"]} optional usual={15} />
			</div>
		</>
	);
}

const ways = [
	"left",
	"right",
	"up",
	"down",
	"up-left",
	"up-right",
	"down-left",
	"down-right",
] as const;

function Boards() {
	const { draft } = useForm();
	const { choices, places } = settingsWords[language.value];
	const counters = namedItems(draft.office.value, "counters");
	const languages = named(choices["boards/languages"]);
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
					<details>
						<summary>{places["boards/arrows"]}</summary>
						<div class="item-fields">
							{ways.map((way) => (
								<SomeOf key={way} path={[...path, "arrows", way]} optional choices={counters} />
							))}
						</div>
					</details>
				</>
			)}
		</ItemList>
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

function Slides() {
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

function Voice() {
	const { choices } = settingsWords[language.value];
	const { label } = usePlace(["voice", "quietHours"]);
	return (
		<>
			<SomeOf
				path={["voice", "languages"]}
				optional={false}
				choices={named(choices["voice/languages"])}
				usual={["vi"]}
			/>
			<div class="side-by-side">
				<ChoiceLine path={["voice", "region"]} optional choices={choices["voice/region"] ?? {}} />
				<NumberLine path={["voice", "volume"]} optional usual={80} />
			</div>
			<p>
				<a href={location.pathname + searchOf({ ...placeOf(location.search), page: "voice" })}>
					{voiceWords[language.value].title}
				</a>
			</p>
			<h3>{label}</h3>
			<ItemList
				path={["voice", "quietHours"]}
				ordered={false}
				fresh={() => ({ from: "11:30", to: "13:30" })}
				brief={(item) => `${textIn(item, "from")}–${textIn(item, "to")}`}
			>
				{(path) => (
					<div class="side-by-side">
						<TimeLine path={[...path, "from"]} optional={false} />
						<TimeLine path={[...path, "to"]} optional={false} />
					</div>
				)}
			</ItemList>
		</>
	);
}

function Paper() {
	return (
		<>
			<NamesFields path={["paper", "header"]} optional />
			<NamesFields path={["paper", "footer"]} optional />
			<YesNoLine path={["paper", "qr"]} usual={true} />
		</>
	);
}

/** One of a few that stands for more than a word of the office file. */
function Chosen({
	label,
	fault,
	choices,
	value,
	isNeeded = false,
	onPut,
}: {
	label: string;
	fault: string | null;
	choices: Readonly<Record<string, string>>;
	value: string;
	isNeeded?: boolean;
	onPut: (value: string) => void;
}) {
	const words = settingsWords[language.value];
	return (
		<Line label={label} fault={fault}>
			{(attributes) => (
				<select
					{...attributes}
					value={value}
					onChange={({ currentTarget }) => onPut(currentTarget.value)}
				>
					{!isNeeded && <option value="">{words.usualChoice}</option>}
					{Object.entries(choices).map(([name, text]) => (
						<option key={name} value={name}>
							{text}
						</option>
					))}
				</select>
			)}
		</Line>
	);
}

function named(choices: Readonly<Record<string, string>> = {}): { id: string; name: string }[] {
	return Object.entries(choices).map(([id, name]) => ({ id, name }));
}

function idsIn(office: Json, section: string): string[] {
	const list = valueAt(office, [section]);
	return (isList(list) ? list : []).map((item) => textIn(item, "id"));
}

function textIn(item: Json, key: string): string {
	const text = valueAt(item, [key]);
	return typeof text === "string" ? text : "";
}

function daysOf(item: Json): string {
	return [textIn(item, "date"), textIn(item, "to")].filter(Boolean).map(dayInWords).join(" – ");
}
