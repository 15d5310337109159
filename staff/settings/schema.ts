import type { Path } from "./json.ts";

/** As much of JSON Schema as an office file is said with. */
export interface Schema {
	readonly type?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly maxLength?: number;
	readonly description?: string;
}

/** The schema of what stands at a path; in what may be several things, of the first that has such a place. */
export function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
	const [step, ...rest] = path;
	if (schema === undefined || step === undefined) return schema;
	for (const one of schema.anyOf ?? [schema]) {
		const inner = typeof step === "number" ? one.items : one.properties?.[step];
		const found = inner && schemaAt(inner, rest);
		if (found) return found;
	}
	return undefined;
}
