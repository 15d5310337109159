import { Type } from "typebox";
import { FieldList, Procedure, ProcedurePage, ProcedureQuery } from "../../protocol/procedures.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

const tags = ["lobby"];

export function addProcedureRoutes(app: App, { catalogue }: Parts): void {
	app.get(
		"/api/fields",
		{
			schema: {
				tags,
				summary: "Fields with the number of procedures in each",
				response: { 200: FieldList },
			},
		},
		async () => ({ total: catalogue.fields.length, items: catalogue.fields }),
	);

	app.get(
		"/api/procedures",
		{
			schema: {
				tags,
				summary: "Procedures, best first; without q in the catalogue's own order",
				querystring: ProcedureQuery,
				response: { 200: ProcedurePage },
			},
		},
		async ({ query }) => catalogue.page(query),
	);

	app.get(
		"/api/procedures/:code",
		{
			schema: {
				tags,
				summary: "One procedure, whole",
				params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
				response: { 200: Procedure },
			},
		},
		async ({ params }) => {
			const procedure = catalogue.find(params.code);
			if (!procedure) throw new Refused("procedure/unknown");
			return procedure;
		},
	);
}
