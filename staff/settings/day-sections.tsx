import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { ChoiceLine } from "./chosen-fields.tsx";
import { HoursFields, Periods } from "./hours-fields.tsx";
import { emptyNames, ItemList } from "./item-list.tsx";
import { type Json, textIn } from "./json.ts";
import { FaultLine } from "./line.tsx";
import { dayInWords } from "./typed-day.ts";
import { DayLine, NamesFields } from "./typed-fields.tsx";

export function Hours() {
	return <HoursFields path={["hours"]} optional={false} />;
}

export function Holidays() {
	return (
		<ItemList
			path={["holidays"]}
			ordered={false}
			fresh={() => ({ date: "", name: emptyNames })}
			brief={daysOf}
		>
			{(path) => (
				<>
					<FaultLine path={path} />
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

export function WorkingDays() {
	const { choices, places } = settingsWords[language.value];
	return (
		<ItemList path={["workingDays"]} ordered={false} fresh={() => ({ date: "" })}>
			{(path) => (
				<>
					<FaultLine path={path} />
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

export function LastTicket() {
	const { choices } = settingsWords[language.value];
	const all = choices.lastTicket ?? {};
	return <ChoiceLine path={["lastTicket"]} optional choices={all} usual="always" />;
}

function daysOf(item: Json): string {
	return [textIn(item, "date"), textIn(item, "to")].filter(Boolean).map(dayInWords).join(" – ");
}
