import type { App } from "./parts.ts";
import { Refused } from "./problems.ts";

/** What is read and checked by functions that call themselves; no body of ours goes deeper than five. */
const deepest = 32;

/** JSON alone, by Fastify's own parser, except that an empty body is no body rather than a fault, and nothing is nested without end. */
export function addJsonBodies(app: App): void {
	app.removeAllContentTypeParsers();
	const parse = app.getDefaultJsonParser("error", "error");
	app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
		const text = String(body);
		if (text.length === 0) done(null, undefined);
		else if (isTooDeep(text)) done(tooDeep());
		else parse(request, text, done);
	});
}

function tooDeep(): Refused {
	const found = `lists or objects more than ${deepest} deep`;
	const allowed = `lists and objects at most ${deepest} deep`;
	return new Refused("request/invalid", { errors: [{ path: "", found, allowed }] });
}

/** Looks at brackets outside of texts alone; whether it is JSON is for the parser to say. */
function isTooDeep(text: string): boolean {
	if (text.length <= deepest) return false;
	let depth = 0;
	let inText = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (inText) {
			if (sign === "\\") at++;
			else if (sign === '"') inText = false;
		} else if (sign === '"') {
			inText = true;
		} else if (sign === "[" || sign === "{") {
			depth++;
			if (depth > deepest) return true;
		} else if (sign === "]" || sign === "}") {
			depth--;
		}
	}
	return false;
}
