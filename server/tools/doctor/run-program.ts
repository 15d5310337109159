import { execFile } from "node:child_process";

/** What a program of the system ended with. */
export interface Ran {
	/** null: it was ended because it took too long. */
	code: number | null;
	out: string;
}

/** Runs a program of the system, in the language of programs; null where there is none of that name. */
export function runProgram(name: string, args: string[], withinMs = 5_000): Promise<Ran | null> {
	return new Promise((done) => {
		const env = { ...process.env, LC_ALL: "C" };
		execFile(name, args, { env, timeout: withinMs, encoding: "utf8" }, (error, out, err) => {
			if (error && error.code === "ENOENT") done(null);
			else done({ code: error ? numberOf(error.code) : 0, out: `${out}${err}` });
		});
	});
}

function numberOf(code: unknown): number | null {
	return typeof code === "number" ? code : null;
}
