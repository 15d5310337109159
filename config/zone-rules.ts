import type { Fault } from "../protocol/problem.ts";
import { textAt } from "./file-rows.ts";
import { nearest } from "./nearest.ts";
import { shown } from "./plain-words.ts";

/** A time zone that there is, with the nearest right name. */
export function zoneFaults(file: unknown): Fault[] {
	return textAt({ path: "", value: file }, "timeZone").flatMap(({ path, text }) => {
		if (isZone(text)) return [];
		const fault: Fault = {
			path,
			found: shown(text),
			allowed: "a time zone of the IANA list, as Asia/Ho_Chi_Minh",
		};
		const [region = "", city = ""] = text.split("/");
		// Not every engine lists Vietnam's zone under its present name. The region is the same in many, so cities alone are compared.
		const zones = ["Asia/Ho_Chi_Minh", ...Intl.supportedValuesOf("timeZone")];
		const near = nearest(
			city,
			zones.flatMap((name) => (name.startsWith(`${region}/`) ? name.slice(region.length + 1) : [])),
		);
		const hint = near === undefined ? undefined : `${region}/${near}`;
		return hint === undefined ? fault : { ...fault, hint };
	});
}

function isZone(name: string): boolean {
	// Newer engines take an offset as +07:00 as well, which is no place and has no history.
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
