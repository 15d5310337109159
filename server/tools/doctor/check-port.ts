import { createServer } from "node:net";
import { type Finding, note, ok, wrong } from "./finding.ts";
import type { Answering } from "./running-hub.ts";

export interface PortSeen {
	host: string;
	port: number;
	/** The version of the program that asks. */
	version: string;
	answering: Answering;
	/** The process that holds DATA_DIR; null: none. */
	holder: string | null;
	/** Why this user could not listen there just now; null where it could, or where somebody answers. */
	cannotListen: string | null;
}

const about = "PORT";

export function checkPort(seen: PortSeen): Finding {
	const { host, port, version, answering, holder, cannotListen } = seen;
	const at = `${port} on ${host}`;
	if (port === 0) {
		return note(
			about,
			"0: the hub takes another free one at each start",
			"set the PORT that screens and phones know, as 8080",
		);
	}
	if (answering.who === "hub") {
		const { health } = answering;
		const runs = `a hub ${health.version} runs at ${at}`;
		if (health.status !== "ok") {
			return wrong(
				about,
				`${runs} and cannot write: no number can be taken, nobody called`,
				'journalctl -u motcua -n 20 has the system\'s own word; docs/OPERATING.md, "How the hub is"',
			);
		}
		if (holder === null) {
			return wrong(
				about,
				`${runs}, on another DATA_DIR than the one that was looked at here`,
				"set DATA_DIR and OFFICE_FILE as for the hub, and ask again",
			);
		}
		if (health.version !== version) {
			return note(
				about,
				`${runs}, and this program is ${version}`,
				"start the hub anew, or ask with the program that it runs",
			);
		}
		return ok(about, `${runs} as process ${holder}; its ledger can be written`);
	}
	if (answering.who === "something-else") {
		return wrong(
			about,
			`${at} is in use by something that is no hub: ${answering.said}`,
			`see what it is (ss -ltnp 'sport = :${port}') and stop it, or set another PORT. Where it is a hub with TLS, set TLS_CERT and TLS_KEY as for it`,
		);
	}
	if (holder !== null) {
		return wrong(
			about,
			`process ${holder} holds DATA_DIR, but nobody answers at ${at}`,
			`see what it is (ps ${holder}): a hub with another PORT or HOST, one that starts or stops just now, or a restore`,
		);
	}
	switch (cannotListen) {
		case null:
			return ok(about, `${at} is free`);
		case "EACCES":
			return wrong(
				about,
				`${at}: this user may not listen there`,
				"a port above 1023, or AmbientCapabilities=CAP_NET_BIND_SERVICE in the hub's unit",
			);
		case "EADDRINUSE":
			return wrong(
				about,
				`${at} is in use by something that does not answer`,
				`see what it is (ss -ltnp 'sport = :${port}') and stop it, or set another PORT`,
			);
		default:
			return wrong(
				about,
				`${at} cannot be listened on (${cannotListen})`,
				"HOST=0.0.0.0, or an address that this machine has (ip address)",
			);
	}
}

/** Listens for a moment; answers with the system's word where that cannot be done. */
export function tryToListen(host: string, port: number): Promise<string | null> {
	return new Promise((tried) => {
		const server = createServer();
		server.once("error", (error) => {
			tried("code" in error ? String(error.code) : error.message);
		});
		server.listen(port, host, () => server.close(() => tried(null)));
	});
}
