/** Settings of a real office's hub, and what the demonstration would do with them. */
const refused: Record<string, string> = {
	DATA_DIR:
		"it has a data directory of its own, which is deleted when it stops, and touches no other",
	OFFICE_FILE: "it runs the sample office, so that no real printer or screen takes part",
	ADMIN_PASSWORD: "it makes passwords of its own and prints them",
	TLS_CERT: "it speaks plain HTTP",
	TLS_KEY: "it speaks plain HTTP",
	TRUST_PROXY: "its kiosks are trusted because they are on the hub's own machine",
};
const hosts = ["127.0.0.1", "::1", "0.0.0.0", "::"];

/**
 * What of a process's settings the demonstration does not go by: where a real hub's settings stand, somebody may mean the real hub. A line each;
 * none where all is well.
 */
export function settingsRefused(env: NodeJS.ProcessEnv): string[] {
	const faults = Object.entries(refused).flatMap(([name, why]) =>
		env[name] ? [`${name} is set, and the demonstration does not go by it: ${why}; unset it`] : [],
	);
	if (env.HOST && !hosts.includes(env.HOST)) {
		faults.push(
			`HOST: ${JSON.stringify(env.HOST)} stands there; the demonstration's own people come from this machine, so allowed is one of ${hosts.join(", ")}`,
		);
	}
	return faults;
}

/** How this machine reaches a hub that says it listens there. */
export function addressFromHere(address: string): string {
	const { hostname, port } = new URL(address);
	return hostname === "[::1]" ? `http://[::1]:${port}` : `http://127.0.0.1:${port}`;
}
