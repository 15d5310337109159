import { ServiceSign } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { Sign } from "../../ui/sign.tsx";
import { signWords } from "../../words/signs.ts";
import { ChoiceLine, SomeOf, YesNoLine } from "./chosen-fields.tsx";
import { useForm, usePlace } from "./form.ts";
import { HoursFields } from "./hours-fields.tsx";
import { emptyNames, ItemList } from "./item-list.tsx";
import { idsIn, isList, type Json, type Path, textIn, valueAt } from "./json.ts";
import { FaultLine } from "./line.tsx";
import { namedItems } from "./names.ts";
import { newId } from "./new-id.ts";
import { CodeLines, NamesFields, NumberLine, TextLine } from "./typed-fields.tsx";

export function Services() {
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
					<FaultLine path={[...path, "id"]} />
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

export function Counters() {
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
					<FaultLine path={[...path, "id"]} />
					<TextLine path={[...path, "label"]} optional={false} />
					<SomeOf path={[...path, "services"]} optional={false} choices={services} />
				</>
			)}
		</ItemList>
	);
}

export function PriorityClasses() {
	const { draft } = useForm();
	const fresh = () => ({
		id: newId("dien", idsIn(draft.office.value, "priorityClasses")),
		name: emptyNames,
	});
	return (
		<ItemList path={["priorityClasses"]} fresh={fresh}>
			{(path) => (
				<>
					<FaultLine path={[...path, "id"]} />
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
