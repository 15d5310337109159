import { resolve } from "node:path";
import { readAllowedHosts } from "./door/hosts.ts";
import { type Proxies, readProxies } from "./door/proxies.ts";
import type { TlsFiles } from "./door/tls.ts";

export interface Environment {
	port: number;
	host: string;
	dataDir: string;
	/** undefined: the sample office. */
	officeFile: string | undefined;
	adminPassword: string | undefined;
	publicUrl: string | undefined;
	proxies: Proxies;
	allowedHosts: readonly string[];
	/** Files in PEM; undefined: the hub speaks plain HTTP. */
	tls: TlsFiles | undefined;
	/** Whether live messages are compressed for those who take it. */
	liveCompression: boolean;
	logLevel: string;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Reads the settings of the process; everything that is wrong is said at once, a line each. */
export function readEnvironment(
	env: NodeJS.ProcessEnv,
): { ok: true; value: Environment } | { ok: false; faults: string[] } {
	const faults: string[] = [];
	const port = env.PORT || "8080";
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		faults.push(`PORT: ${JSON.stringify(port)} stands there; allowed is a number from 0 to 65535`);
	}
	const logLevel = env.LOG_LEVEL || "info";
	if (!logLevels.includes(logLevel)) {
		faults.push(
			`LOG_LEVEL: ${JSON.stringify(logLevel)} stands there; allowed is one of ${logLevels.join(", ")}`,
		);
	}
	const publicUrl = env.PUBLIC_URL || undefined;
	if (publicUrl !== undefined && !isHttpUrl(publicUrl)) {
		faults.push(
			`PUBLIC_URL: ${JSON.stringify(publicUrl)} stands there; allowed is an address such as https://so.example.gov.vn`,
		);
	}
	const proxies = readProxies(env.TRUST_PROXY ?? "");
	if (!proxies.ok) {
		faults.push(
			`TRUST_PROXY: ${JSON.stringify(proxies.found)} stands there; allowed are the addresses of proxies, networks such as 10.0.0.0/8, and loopback, with commas between`,
		);
	}
	const allowedHosts = readAllowedHosts(env.ALLOWED_HOSTS ?? "");
	if (!allowedHosts.ok) {
		faults.push(
			`ALLOWED_HOSTS: ${JSON.stringify(allowedHosts.found)} stands there; allowed are names such as so.example.gov.vn, without a port, with commas between`,
		);
	}
	const liveCompression = env.LIVE_COMPRESSION || "off";
	if (liveCompression !== "on" && liveCompression !== "off") {
		faults.push(
			`LIVE_COMPRESSION: ${JSON.stringify(liveCompression)} stands there; allowed is on or off`,
		);
	}
	const [cert, key] = [env.TLS_CERT || undefined, env.TLS_KEY || undefined];
	if ((cert === undefined) !== (key === undefined)) {
		const [there, missing] = cert ? ["TLS_CERT", "TLS_KEY"] : ["TLS_KEY", "TLS_CERT"];
		faults.push(`${missing}: nothing stands there; with ${there} it is a file in PEM`);
	}
	if (env.DATABASE_URL) {
		faults.push("DATABASE_URL: this version keeps its ledger on its own disk; leave it unset");
	}
	if (env.ADMIN_PASSWORD !== undefined && env.ADMIN_PASSWORD.length > 200) {
		faults.push("ADMIN_PASSWORD: allowed are at most 200 characters");
	}
	if (faults.length > 0 || !proxies.ok || !allowedHosts.ok) return { ok: false, faults };
	return {
		ok: true,
		value: {
			port: Number(port),
			host: env.HOST || "127.0.0.1",
			dataDir: resolve(env.DATA_DIR || "data"),
			officeFile: env.OFFICE_FILE ? resolve(env.OFFICE_FILE) : undefined,
			adminPassword: env.ADMIN_PASSWORD || undefined,
			publicUrl,
			proxies: proxies.value,
			allowedHosts: allowedHosts.value,
			tls: cert && key ? { cert: resolve(cert), key: resolve(key) } : undefined,
			liveCompression: liveCompression === "on",
			logLevel,
		},
	};
}

function isHttpUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
