import { expect, test } from "vitest";
import type { Health } from "../../../protocol/health.ts";
import { checkPort, type PortSeen } from "./check-port.ts";
import { saidOf } from "./said-of.ts";

const health: Health = {
	status: "ok",
	version: "0.1.0",
	ledger: { seq: 4, writable: true },
	clock: { state: "right", businessDay: "2026-11-21", wallDay: "2026-11-21" },
	printers: [],
};
const port: PortSeen = {
	host: "127.0.0.1",
	port: 8080,
	version: "0.1.0",
	answering: { who: "nobody" },
	holder: null,
	cannotListen: null,
};
const hub = (change: Partial<Health> = {}) => ({
	who: "hub" as const,
	health: { ...health, ...change },
});

test.each<[string, Partial<PortSeen>, RegExp]>([
	["free", {}, /^ok 8080 on 127\.0\.0\.1 is free$/],
	["any", { port: 0 }, /^note 0: /],
	[
		"a hub's on this data",
		{ answering: hub(), holder: "812" },
		/^ok a hub 0\.1\.0 runs .* process 812/,
	],
	["a hub's on other data", { answering: hub() }, /^wrong .*another DATA_DIR/],
	[
		"a hub's of another version",
		{ answering: hub({ version: "0.2.0" }), holder: "812" },
		/^note a hub 0\.2\.0 .*this program is 0\.1\.0/,
	],
	[
		"a hub's that cannot write",
		{ answering: hub({ status: "degraded" }), holder: "812" },
		/^wrong .*cannot write/,
	],
	[
		"something else's",
		{ answering: { who: "something-else", said: "it answers 404 to /api/health" } },
		/^wrong .*no hub: it answers 404.*ss -ltnp 'sport = :8080'/,
	],
	["nobody's, with the data held", { holder: "812" }, /^wrong process 812 holds DATA_DIR/],
	["for root", { port: 80, cannotListen: "EACCES" }, /^wrong .*CAP_NET_BIND_SERVICE/],
	["in use", { cannotListen: "EADDRINUSE" }, /^wrong .*does not answer/],
	["of no address here", { cannotListen: "EADDRNOTAVAIL" }, /^wrong .*\(EADDRNOTAVAIL\)/],
])("PORT is %s", (_, change, said) => {
	expect(saidOf(checkPort({ ...port, ...change }))).toMatch(said);
});
