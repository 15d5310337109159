import type { Fault } from "../protocol/problem.ts";
import { unknownName } from "./faults.ts";

/** A fault for a code that no procedure has, with the nearest one; not every code there is, since that list would be longer than the file. */
export function unknownCode(path: string, code: string, codes: string[]): Fault {
	const { hint, ...fault } = unknownName(path, code, codes);
	const allowed = "the code of a procedure in this catalogue";
	return { ...fault, allowed, ...(hint === undefined ? {} : { hint }) };
}
