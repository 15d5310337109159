import { gunzipSync } from "node:zlib";
import { Type } from "typebox";
import {
	FieldList,
	LifeEventList,
	Procedure,
	ProcedurePage,
	ProcedureQuery,
} from "../../protocol/procedures.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";

const tags = ["lobby"];

export function addProcedureRoutes(app: App, { catalogue, catalogueFiles }: Parts): void {
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
		"/api/life-events",
		{
			schema: {
				tags,
				summary: "Events of life with the number of procedures that each may need",
				response: { 200: LifeEventList },
			},
		},
		async () => ({ total: catalogue.lifeEvents.length, items: catalogue.lifeEvents }),
	);

	app.get(
		"/api/procedures",
		{
			schema: {
				tags,
				summary:
					"Procedures, best first; without q in the order of the event, or in the catalogue's own",
				querystring: ProcedureQuery,
				response: { 200: ProcedurePage },
			},
		},
		async ({ query }) => {
			if (query.q !== undefined) await catalogueFiles.ready();
			return catalogue.page(query);
		},
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

	addFile("/api/catalogue/:hash", "search", "What a kiosk searches by itself with");
	addFile("/api/catalogue/:hash/procedures", "procedures", "Every procedure whole");

	function addFile(path: string, which: "search" | "procedures", what: string) {
		const schema = {
			tags,
			summary: `${what}, as bytes that only it reads`,
			description:
				"Of the catalogue whose `hash` GET /api/office tells; it never changes and may be kept. Its form is the business of the hub and its own pages.",
			params: Type.Object({ hash: Type.String({ maxLength: 80 }) }),
			response: {
				200: { content: { "application/octet-stream": { schema: Bytes } } },
			},
		};
		app.get(path, { schema }, async ({ params, headers }, reply) => {
			const files = catalogueFiles.current;
			if (files?.hash !== params.hash) throw new Refused("catalogue/unknown");
			reply
				.type("application/octet-stream")
				.header("cache-control", "public, max-age=31536000, immutable")
				.header("vary", "accept-encoding");
			const encoding = bestEncoding(headers["accept-encoding"]);
			if (encoding !== null) reply.header("content-encoding", encoding);
			const { brotli, gzip } = files[which];
			return reply.send(encoding === "br" ? brotli : encoding === "gzip" ? gzip : gunzipSync(gzip));
		});
	}
}

const Bytes = Type.Unsafe<Uint8Array>({ type: "string", format: "binary" });

/** Browsers name what they can read and never refuse what they name (RFC 9110, 12.5.3); brotli only over TLS or to their own machine. */
function bestEncoding(accepted = ""): "br" | "gzip" | null {
	const named = accepted.split(",").map((one) => one.split(";")[0]?.trim());
	if (named.includes("br")) return "br";
	return named.includes("gzip") ? "gzip" : null;
}
