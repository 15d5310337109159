import type { IncomingMessage } from "node:http";

/** What proxies add to what they hand on. Whoever sends one of these does not come straight from where it seems to. */
export const forwardedHeaders = [
	"forwarded",
	"via",
	"x-forwarded-for",
	"x-forwarded-host",
	"x-forwarded-proto",
	"x-real-ip",
] as const;

/** The values of a header that may stand several times and each time hold a list, from the first hop to the last. */
export function listOf({ headers }: IncomingMessage, name: string): string[] {
	const value = headers[name];
	const text = Array.isArray(value) ? value.join(",") : (value ?? "");
	return text
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");
}
