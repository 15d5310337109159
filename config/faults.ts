import type { Static, TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { TLocalizedValidationError } from "typebox/error";
import { Settings } from "typebox/system";
import type { Fault } from "../protocol/problem.ts";
import type { SettingsFault } from "../protocol/settings.ts";
import { nearest } from "./nearest.ts";
import { allowedBy, branchFor, quoted, type SchemaNode, schemaAt, shown } from "./plain-words.ts";
import { ruleOfSchema } from "./schema-rules.ts";

export type Checked<T, Found = Fault> = { ok: true; value: T } | { ok: false; faults: Found[] };

/**
 * Holds a value against a schema and says everything that is wrong with it, at most 200 faults, one for each place.
 * A missing key is a fault at its own path, an unknown key one with the nearest right name, and a value that fits no branch
 * of a union is one fault that lists what is allowed.
 */
export function check<S extends TSchema>(schema: S, value: unknown): Checked<Static<S>> {
	if (fits(schema, value)) return { ok: true, value };
	return { ok: false, faults: faultsOf(schema, value) };
}

/** The same, and of each fault the rule that it breaks. */
export function checkByRules<S extends TSchema>(
	schema: S,
	value: unknown,
): Checked<Static<S>, SettingsFault> {
	if (fits(schema, value)) return { ok: true, value };
	return { ok: false, faults: ruledFaultsOf(schema, value) };
}

/** What is wrong with `value`, as faults; empty when it fits. */
export function faultsOf(schema: TSchema, value: unknown): Fault[] {
	return ruledFaultsOf(schema, value).map(({ rule: _, ...fault }) => fault);
}

function ruledFaultsOf(schema: TSchema, value: unknown): SettingsFault[] {
	const faults = new Map<string, SettingsFault>();
	for (const error of onlyTheTelling(errorsOf(schema, value), schema, value)) {
		for (const fault of faultsOfError(error, schema, value)) {
			if (!faults.has(fault.path)) faults.set(fault.path, fault);
		}
	}
	return [...faults.values()].slice(0, maxFaults);
}

/** The path of a key or an item under another path, as a JSON pointer (RFC 6901). */
export function under(path: string, key: string | number): string {
	return `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A fault for a value that names something that does not exist, with the nearest name that does. */
export function unknownName(path: string, name: string, known: Iterable<string>): Fault {
	const names = [...known];
	const listed = names.slice(0, maxNames).map(quoted).join(", ");
	const allowed =
		names.length === 0
			? "no name, as there is none to choose from"
			: names.length > maxNames
				? `one of ${listed} … (${names.length} in all)`
				: `one of ${listed}`;
	const fault: Fault = { path, found: shown(name), allowed };
	const hint = nearest(name, names);
	return hint === undefined ? fault : { ...fault, hint };
}

const maxFaults = 200;
const maxNames = 12;

// A union in every row gives several errors a row, and all but one of them are dropped again.
const maxErrors = 5_000;

const validators = new WeakMap<TSchema, Validator>();

/** Whether a value is as the schema has it; for what is checked often and is nearly always right. */
export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
	return validatorOf(schema).Check(value);
}

function validatorOf(schema: TSchema): Validator {
	const known = validators.get(schema);
	if (known) return known;
	const made = Compile(schema);
	validators.set(schema, made);
	return made;
}

/** TypeBox stops at 8 errors unless told otherwise, for the whole process; that is only changed for this one call. */
function errorsOf(schema: TSchema, value: unknown): TLocalizedValidationError[] {
	const before = Settings.Get().maxErrors;
	Settings.Set({ maxErrors });
	try {
		return validatorOf(schema).Errors(value);
	} finally {
		Settings.Set({ maxErrors: before });
	}
}

/**
 * Leaves one error for each wrong union: the union's own, or, where the value is an object or a list as one branch wants it,
 * what is wrong inside that branch.
 */
function onlyTheTelling(
	errors: TLocalizedValidationError[],
	schema: TSchema,
	value: unknown,
): TLocalizedValidationError[] {
	let left = errors;
	for (const union of errors) {
		if (union.keyword !== "anyOf") continue;
		const branches = `${union.schemaPath}/anyOf/`;
		const here = (error: TLocalizedValidationError) =>
			error.schemaPath.startsWith(branches) &&
			(error.instancePath === union.instancePath ||
				error.instancePath.startsWith(`${union.instancePath}/`));
		const node = schemaAt(schema, union.schemaPath);
		const chosen = branchFor(node, valueAt(value, union.instancePath));
		const branch = chosen === undefined ? undefined : `${branches}${chosen}`;
		left = left.filter((error) =>
			error === union
				? branch === undefined
				: !here(error) ||
					(branch !== undefined &&
						(error.schemaPath === branch || error.schemaPath.startsWith(`${branch}/`))),
		);
	}
	return left;
}

function faultsOfError(
	error: TLocalizedValidationError,
	schema: TSchema,
	value: unknown,
): SettingsFault[] {
	const path = error.instancePath;
	const node = schemaAt(schema, error.schemaPath);
	const found = valueAt(value, path);
	switch (error.keyword) {
		case "boolean":
			// The same unknown key is reported by its object as well, and that one knows the right names.
			return [];
		case "additionalProperties":
			return error.params.additionalProperties.map((key) => unknownKey(path, key, found, node));
		case "required":
			return error.params.requiredProperties.map((key) => ({
				path: under(path, key),
				found: "nothing",
				allowed: `required: ${allowedBy(node?.properties?.[key])}`,
				rule: { is: "missing" },
			}));
		default:
			return [
				{
					...withHint({ path, found: shown(found), allowed: allowedBy(node) }, found, node),
					rule: ruleOfSchema(error.keyword, found, node),
				},
			];
	}
}

function unknownKey(
	path: string,
	key: string,
	parent: unknown,
	node: SchemaNode | undefined,
): SettingsFault {
	const known = Object.keys(node?.properties ?? {});
	const missing = known.filter((name) => !(isRecord(parent) && name in parent));
	const fault: SettingsFault = {
		path: under(path, key),
		found: shown(isRecord(parent) ? parent[key] : undefined),
		allowed: known.length === 0 ? "no key at all" : `only the keys ${known.join(", ")}`,
		rule: { is: "unknown-key", key },
	};
	// A misspelt key most often stands for one that is not there yet.
	const hint = nearest(key, missing) ?? nearest(key, known);
	return hint === undefined ? fault : { ...fault, hint };
}

function withHint(fault: Fault, found: unknown, node: SchemaNode | undefined): Fault {
	if (typeof found !== "string") return fault;
	const constants = node?.anyOf?.map((branch) => branch.const) ?? node?.enum ?? [];
	const hint = nearest(
		found,
		constants.filter((constant) => typeof constant === "string"),
	);
	return hint === undefined ? fault : { ...fault, hint };
}

/** What stands at a path, a JSON pointer; undefined where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
	let at = value;
	for (const step of pointer.split("/").slice(1)) {
		const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
		if (Array.isArray(at)) at = at[Number(key)];
		else if (isRecord(at)) at = at[key];
		else return undefined;
	}
	return at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
