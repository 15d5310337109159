import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { check } from "../../config/faults.ts";
import type { RequestKey } from "../requests.ts";
import { Refused } from "./problems.ts";

/** Visible ASCII without spaces; a random 128-bit number in any notation fits. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;

/**
 * The `Idempotency-Key` of a request; undefined where it has none.
 * @throws {Refused} `request/invalid` where it is no key
 */
export function keyOf({ headers }: FastifyRequest): string | undefined {
	const key = headers["idempotency-key"];
	if (key === undefined) return undefined;
	if (typeof key === "string" && keyPattern.test(key)) return key;
	throw new Refused("request/invalid", {
		errors: [
			{
				path: "/headers/idempotency-key",
				found: JSON.stringify(key),
				allowed: "1 to 200 visible ASCII characters without spaces",
			},
		],
	});
}

/**
 * What names a request that can be repeated; undefined where it names itself not.
 * @param who the caller: a key is theirs alone
 * @param answer what is kept of the first answer
 */
export function requestKey<S extends TSchema>(
	request: FastifyRequest,
	who: string,
	answer: S,
): RequestKey<Static<S>> | undefined {
	const key = keyOf(request);
	if (key === undefined) return undefined;
	return { read: (kept) => read(answer, kept), ...namedRequest(request, who, key) };
}

/** Who asks for what with which key, and what the body comes to. */
export function namedRequest(
	request: FastifyRequest,
	who: string,
	key: string,
	body = request.body,
) {
	const { method, url } = request;
	const query = url.indexOf("?");
	const path = query < 0 ? url : url.slice(0, query);
	return { scope: `${who} ${method} ${path}`, key, body: nameOf(body) };
}

/**
 * What names a request of a signed-in account that carries a password; undefined where it names itself not.
 * @param told what it asks for without the password
 */
export function namedUnlessSecret(request: FastifyRequest, told: object) {
	const key = keyOf(request);
	return key === undefined ? undefined : namedRequest(request, request.account.username, key, told);
}

/** Longer bodies are named by a digest: what a ticket or a counter is asked for is shorter. */
const shortBody = 200;

/** The same for bodies that say the same, in whatever order. Bodies are flat. */
function nameOf(body: unknown): string {
	const said = JSON.stringify(Object.entries(body ?? {}).sort(byName));
	return said.length <= shortBody ? said : hash("sha256", said, "base64url");
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
	return one < other ? -1 : 1;
}

function read<S extends TSchema>(schema: S, kept: unknown): Static<S> {
	const checked = check(schema, kept);
	if (!checked.ok)
		throw new Error(`an answer was kept in another shape: ${checked.faults[0]?.path}`);
	return checked.value;
}
