import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { check } from "../../../config/faults.ts";
import { Health } from "../../../protocol/health.ts";

/** Who answers at the hub's address. */
export type Answering = { who: "nobody" } | { who: "something-else"; said: string } | RunningHub;
export interface RunningHub {
	who: "hub";
	health: Health;
}

const answerWithinMs = 3_000;
const mostBytes = 1_000_000;

/** Asks for `/api/health` at an address of this machine. The certificate is looked at elsewhere: it names the hub as others call it. */
export function askHealth(origin: string): Promise<Answering> {
	const url = new URL("/api/health", origin);
	const ask = url.protocol === "https:" ? tlsRequest : plainRequest;
	return new Promise((found) => {
		const somethingElse = (said: string) => found({ who: "something-else", said });
		const asked = ask(url, { rejectUnauthorized: false, agent: false }, (answer) => {
			let text = "";
			answer.setEncoding("utf8").on("data", (more: string) => {
				text += more;
				if (text.length > mostBytes) asked.destroy();
			});
			answer.on("end", () => {
				const health = healthIn(text);
				if (health) found({ who: "hub", health });
				else somethingElse(`it answers ${answer.statusCode} to /api/health`);
			});
			answer.on("error", () => somethingElse("it answers without end"));
		});
		asked.setTimeout(answerWithinMs, () => {
			somethingElse("it takes connections and does not answer");
			asked.destroy();
		});
		asked.on("error", (error) => {
			const code = "code" in error ? String(error.code) : "";
			if (code === "ECONNREFUSED") found({ who: "nobody" });
			// Nobody is at an address that this machine does not have either.
			else if (/^(EADDRNOTAVAIL|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(code))
				found({ who: "nobody" });
			else
				somethingElse(`it does not speak ${url.protocol.slice(0, -1)} (${code || error.message})`);
		});
		asked.end();
	});
}

function healthIn(text: string): Health | null {
	try {
		const checked = check(Health, JSON.parse(text));
		return checked.ok ? checked.value : null;
	} catch {
		return null;
	}
}

/** Where this machine asks what listens on a host: an address for all is asked at this machine's own. */
export function originOf(host: string, port: number, isTls: boolean): string {
	const asked = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
	return `${isTls ? "https" : "http"}://${asked.includes(":") ? `[${asked}]` : asked}:${port}`;
}
