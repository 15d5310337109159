/** The part of a JSON schema that can be said in words. TypeBox's schemas are such objects. */
export interface SchemaNode {
	type?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: SchemaNode[];
	properties?: Record<string, SchemaNode>;
	items?: SchemaNode;
	description?: string;
	pattern?: string | RegExp;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: number;
	exclusiveMaximum?: number;
	minItems?: number;
	maxItems?: number;
	uniqueItems?: boolean;
}

/** What a schema allows, in English that an office's technician can act on. */
export function allowedBy(node: SchemaNode | undefined): string {
	if (!node) return "another value";
	if (node.const !== undefined) return quoted(node.const);
	if (node.enum) return oneOf(node.enum.map(quoted));
	if (node.anyOf) return oneOf(node.anyOf.map((branch) => allowedBy(branch)));
	switch (node.type) {
		case "string":
			return text(node);
		case "integer":
			return `a whole number${range(node)}`;
		case "number":
			return `a number${range(node)}`;
		case "boolean":
			return "true or false";
		case "null":
			return "null";
		case "array":
			return list(node);
		case "object":
			return object(node);
		default:
			return node.description ?? "another value";
	}
}

/** The schema that a TypeBox error's `schemaPath` (`#/properties/a/items`) leads to. */
export function schemaAt(schema: SchemaNode, schemaPath: string): SchemaNode | undefined {
	let at: unknown = schema;
	for (const step of schemaPath.split("/").slice(1)) {
		if (typeof at !== "object" || at === null) return undefined;
		const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
		at = Object.entries(at).find(([name]) => name === key)?.[1];
	}
	return typeof at === "object" && at !== null ? at : undefined;
}

/** The one branch of a union that an object or a list is meant for; undefined where only the union as a whole can be named. */
export function branchFor(union: SchemaNode | undefined, value: unknown): number | undefined {
	const type = Array.isArray(value)
		? "array"
		: typeof value === "object" && value !== null
			? "object"
			: undefined;
	const fitting = (union?.anyOf ?? []).flatMap((branch, index) =>
		type !== undefined && branch.type === type ? [index] : [],
	);
	return fitting.length === 1 ? fitting[0] : undefined;
}

/** A value as it stands in a file, cut short; "nothing" where there is none. */
export function shown(value: unknown): string {
	const json = written(value);
	if (json === undefined) return "nothing";
	return json.length > maxShown ? `${json.slice(0, maxShown - 1)}…` : json;
}

function written(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch (error) {
		// What is nested some thousand deep is more than the stack holds, and no less wrong.
		if (error instanceof RangeError) return "something nested very deep";
		throw error;
	}
}

export function quoted(value: unknown): string {
	return JSON.stringify(value) ?? "nothing";
}

const maxShown = 80;

function oneOf(choices: string[]): string {
	if (choices.length <= 1) return choices.join("");
	if (choices.length === 2) return choices.join(" or ");
	return `one of ${choices.join(", ")}`;
}

function text(node: SchemaNode): string {
	if (node.pattern !== undefined) {
		return node.description ?? `text like the pattern ${String(node.pattern)}`;
	}
	return `text${between(node.minLength, node.maxLength, "character")}`;
}

function list(node: SchemaNode): string {
	const unique = node.uniqueItems ? "different " : "";
	const items = node.items ? `, each ${allowedBy(node.items)}` : "";
	return `a list${between(node.minItems, node.maxItems, `${unique}item`)}${items}`;
}

function object(node: SchemaNode): string {
	const keys = Object.keys(node.properties ?? {});
	return keys.length === 0 ? "an object" : `an object with ${keys.join(", ")}`;
}

function range(node: SchemaNode): string {
	const parts = [
		node.minimum === undefined ? [] : [`at least ${node.minimum}`],
		node.exclusiveMinimum === undefined ? [] : [`more than ${node.exclusiveMinimum}`],
		node.maximum === undefined ? [] : [`at most ${node.maximum}`],
		node.exclusiveMaximum === undefined ? [] : [`less than ${node.exclusiveMaximum}`],
	].flat();
	return parts.length === 0 ? "" : `, ${parts.join(" and ")}`;
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
	if (least !== undefined && most !== undefined) return ` of ${least} to ${plural(most, unit)}`;
	if (least !== undefined) return ` of at least ${plural(least, unit)}`;
	if (most !== undefined) return ` of at most ${plural(most, unit)}`;
	return unit.startsWith("different") ? ` of ${unit}s` : "";
}

function plural(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
