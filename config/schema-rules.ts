import { Day, Id, OfficeService, TimeOfDay } from "../protocol/office.ts";
import type { SettingsRule } from "../protocol/settings-rules.ts";
import type { SchemaNode } from "./plain-words.ts";

type Form = SettingsRule<"time" | "day" | "id" | "letter">;

/** How text is written that has to follow a pattern. */
const forms: readonly (readonly [SchemaNode, Form["is"]])[] = [
	[TimeOfDay, "time"],
	[Day, "day"],
	[Id, "id"],
	[OfficeService.properties.prefix, "letter"],
];

/**
 * Which rule a value breaks that does not fit its schema.
 * @param keyword of the schema: what it does not fit
 * @param node the schema of what stands there
 */
export function ruleOfSchema(
	keyword: string,
	found: unknown,
	node: SchemaNode | undefined,
): SettingsRule {
	if (found === "") return { is: "missing" };
	const { minItems, maxItems, maxLength, minimum, maximum } = node ?? {};
	if (keyword === "minItems" && minItems !== undefined) return { is: "too-few", least: minItems };
	if (keyword === "maxItems" && maxItems !== undefined) return { is: "too-many", most: maxItems };
	if (keyword === "uniqueItems") return { is: "listed-twice" };
	if (keyword === "maxLength" && maxLength !== undefined) {
		return { is: "too-long", most: maxLength };
	}
	if (node?.type === "integer" && minimum !== undefined && maximum !== undefined) {
		return { is: "number", least: minimum, most: maximum };
	}
	const form = forms.find(
		([{ pattern }]) => node?.pattern !== undefined && pattern === node.pattern,
	);
	if (form) return { is: form[1] };
	const isChoice = node?.enum ?? node?.anyOf ?? node?.const;
	return isChoice !== undefined || node?.type === "boolean"
		? { is: "choice" }
		: { is: "unreadable" };
}
