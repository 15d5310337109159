import { Health } from "../../protocol/health.ts";
import type { App, Parts } from "./parts.ts";

export function addHealthRoute(app: App, { hub, printing, version }: Parts): void {
	app.get(
		"/api/health",
		{ schema: { tags: ["hub"], summary: "How the hub is", response: { 200: Health } } },
		async () => ({
			status: hub.writable ? ("ok" as const) : ("degraded" as const),
			version,
			ledger: { seq: hub.durableSeq, writable: hub.writable },
			clock: hub.clock,
			printers: printing.statuses(),
		}),
	);
}
