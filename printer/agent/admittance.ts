import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";

const Admittance = Type.Object({
	/** Which hub this is good at, and as which agent. */
	hub: Type.String(),
	name: Type.String(),
	token: Type.Optional(Type.String()),
	/** A pairing that was asked for and not answered yet, so that a restart shows the same code. */
	asked: Type.Optional(Type.Object({ code: Type.String(), secret: Type.String() })),
});
type Admittance = Static<typeof Admittance>;

/** What lets this agent in at its hub, kept in a file that only its owner may read. */
export interface KeptAdmittance {
	token(): string | undefined;
	asked(): Admittance["asked"];
	/** What cannot be written is good for as long as this process lives. */
	keep(kept: Pick<Admittance, "token" | "asked">): void;
}

/**
 * Opens `admittance.json` in `folder`, which is made where it is not there. What was kept for another hub or another name, and what cannot be read, is
 * not used: the agent then asks to be let in. Throws where the folder cannot be made.
 */
export function openAdmittance(
	folder: string,
	hub: string,
	name: string,
	warn: (error: unknown) => void,
): KeptAdmittance {
	const file = join(folder, "admittance.json");
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	let kept = read(file, hub, name);
	return {
		token: () => kept.token,
		asked: () => kept.asked,
		keep({ token, asked }) {
			kept = { hub, name, ...(token !== undefined && { token }), ...(asked && { asked }) };
			try {
				rmSync(`${file}.new`, { force: true });
				writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
				renameSync(`${file}.new`, file);
			} catch (error) {
				warn(error);
			}
		},
	};
}

function read(file: string, hub: string, name: string): Admittance {
	const nothing = { hub, name };
	try {
		const value: unknown = JSON.parse(readFileSync(file, "utf8"));
		return Check(Admittance, value) && value.hub === hub && value.name === name ? value : nothing;
	} catch {
		return nothing;
	}
}
