import type { Fault } from "../../protocol/problem.ts";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import type { Loaded } from "./draft.ts";
import { isList, isObject, type Json, kindOf, type Path, valueAt } from "./json.ts";
import { isDay, isTime, type Schema } from "./schema.ts";

/** What is wrong with a place, as whoever fills it in reads it; the hub's own words where these are the only ones. */
export function faultInWords(
	{ found, allowed }: Fault,
	path: Path,
	schema: Schema,
	office: Json,
	fields: Loaded["fields"],
): string {
	const words = settingsWords[language.value];
	const value = valueAt(office, path);
	const kind = kindOf(path);
	if (value === undefined || value === "") return words.missing;
	if (kind === "services/id") return words.unserved;
	if (kind === "services" && path.length === 1) {
		const missing = fields.filter(({ id }) => !takenFields(office).has(id));
		const name = missing
			.map((field) => (language.value === "en" ? field.nameEn : field.name))
			.join(", ");
		return name === "" ? words.wrong(found, allowed) : words.fieldless(name);
	}
	if (kind === "services/prefix") {
		return typeof value === "string" && /^[A-HJ-NP-Z]$/.test(value) ? words.twice : words.letter;
	}
	if (kind.endsWith("/id") || kind === "counters/label") return words.twice;
	if (isList(value) && value.length < (schema.minItems ?? 0)) return words.atLeastOne;
	if (typeof value === "string") {
		if (isTime(schema) && !new RegExp(schema.pattern ?? "").test(value)) return words.notATime;
		if (isDay(schema) && !new RegExp(schema.pattern ?? "").test(value)) return words.notADate;
		if (schema.maxLength !== undefined && value.length > schema.maxLength) {
			return words.tooLong(schema.maxLength);
		}
	}
	if (schema.type === "integer" && schema.minimum !== undefined && schema.maximum !== undefined) {
		const isIn = typeof value === "number" && value >= schema.minimum && value <= schema.maximum;
		if (!isIn || !Number.isInteger(value)) return words.notANumber(schema.minimum, schema.maximum);
	}
	return words.wrong(found, allowed);
}

function takenFields(office: Json): ReadonlySet<string> {
	const services = valueAt(office, ["services"]);
	const taken = (isList(services) ? services : []).flatMap((service) => {
		const fields = isObject(service) ? service.fields : undefined;
		return isList(fields) ? fields : [];
	});
	return new Set(taken.filter((one) => typeof one === "string"));
}
