import type { FastifyInstance, FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { check } from "../../config/faults.ts";
import { Refused } from "./problems.ts";

/** Bodies are taken strictly, `5` is not `"5"`; what stands in a query or a path is text and is converted. */
export function addValidation(app: FastifyInstance): void {
	app.setValidatorCompiler(compile);
	app.addHook("preValidation", async (request) => {
		// A call whose body may be empty may also leave it out.
		if (request.routeOptions.schema?.body && request.body == null) request.body = {};
	});
}

const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
	return (value: unknown) => {
		const given = httpPart === "body" ? value : Value.Convert(schema, value);
		const checked = check(schema, given);
		if (checked.ok) return { value: checked.value };
		return { error: new Refused("request/invalid", { errors: checked.faults }) };
	};
};
