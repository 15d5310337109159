import fc from "fast-check";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";

/** What of the description of the interface is gone by here. */
export const Interface = Type.Object({
	paths: Type.Record(
		Type.String(),
		Type.Record(
			Type.String(),
			Type.Object({
				parameters: Type.Optional(
					Type.Array(
						Type.Object({ name: Type.String(), in: Type.String(), schema: Type.Unknown() }),
					),
				),
				requestBody: Type.Optional(
					Type.Object({
						content: Type.Record(Type.String(), Type.Object({ schema: Type.Unknown() })),
					}),
				),
			}),
		),
	),
});
export type Interface = Static<typeof Interface>;

const Schema = Type.Object({
	type: Type.Optional(Type.String()),
	enum: Type.Optional(Type.Array(Type.Unknown())),
	const: Type.Optional(Type.Unknown()),
	anyOf: Type.Optional(Type.Array(Type.Unknown())),
	properties: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
	required: Type.Optional(Type.Array(Type.String())),
	items: Type.Optional(Type.Unknown()),
	minItems: Type.Optional(Type.Number()),
	maxItems: Type.Optional(Type.Number()),
	minLength: Type.Optional(Type.Number()),
	maxLength: Type.Optional(Type.Number()),
	minimum: Type.Optional(Type.Number()),
	maximum: Type.Optional(Type.Number()),
	pattern: Type.Optional(Type.String()),
});

/**
 * Values that fit a JSON schema, or nearly; what it says beyond these words is not gone by.
 * @param known texts that mean something to the hub, and stand where any text may
 */
export function bySchema(schema: unknown, known: readonly string[]): fc.Arbitrary<unknown> {
	if (!Value.Check(Schema, schema)) return fc.jsonValue();
	if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => bySchema(one, known)));
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.const !== undefined) return fc.constant(schema.const);
	switch (schema.type) {
		case "string": {
			const { minLength = 0, maxLength = 200, pattern } = schema;
			const any = pattern
				? fc.stringMatching(new RegExp(pattern))
				: fc.string({ minLength, maxLength, unit: "binary" });
			return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, any);
		}
		case "integer":
			return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000 });
		case "number":
			return fc.double({ noNaN: true, noDefaultInfinity: true });
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		case "array":
			return fc.array(bySchema(schema.items, known), {
				minLength: schema.minItems ?? 0,
				maxLength: Math.min(schema.maxItems ?? 5, 5),
			});
		case "object": {
			const properties = Object.entries(schema.properties ?? {});
			return fc.record(
				Object.fromEntries(properties.map(([name, one]) => [name, bySchema(one, known)])),
				{ requiredKeys: schema.required ?? [] },
			);
		}
		default:
			return fc.jsonValue();
	}
}
