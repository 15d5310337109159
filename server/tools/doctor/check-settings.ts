import { type Environment, readEnvironment } from "../../environment.ts";
import { type Finding, ok, wrong } from "./finding.ts";

/** The settings that matter most, in the order in which they are said. */
const told = [
	"PORT",
	"HOST",
	"DATA_DIR",
	"OFFICE_FILE",
	"PUBLIC_URL",
	"TLS_CERT",
	"TRUST_PROXY",
	"ALLOWED_HOSTS",
] as const;

/**
 * Reads the process's settings as the hub does. Those with a fault are said, and left out of what everything else is checked with: one mistyped
 * word then hides nothing.
 */
export function checkSettings(env: NodeJS.ProcessEnv): {
	findings: Finding[];
	environment: Environment;
} {
	const read = readEnvironment(env);
	if (read.ok) {
		const set = told.flatMap((name) => (env[name] ? [`${name}=${env[name]}`] : []));
		const says = set.length === 0 ? "nothing is set: all is as usual" : set.join(" ");
		return { findings: [ok("settings", says)], environment: read.value };
	}
	const rest = { ...env };
	for (const fault of read.faults) {
		const name = fault.split(":")[0] ?? "";
		for (const one of name.startsWith("TLS_") ? ["TLS_CERT", "TLS_KEY"] : [name]) delete rest[one];
	}
	const again = readEnvironment(rest);
	if (!again.ok) throw new Error(again.faults.join("\n"));
	return {
		findings: read.faults.map((fault) =>
			wrong(
				"settings",
				fault,
				"correct it where the hub's settings stand; the rest is checked as if it were not set",
			),
		),
		environment: again.value,
	};
}
