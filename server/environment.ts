import { resolve } from "node:path";

export interface Environment {
	port: number;
	host: string;
	dataDir: string;
	/** undefined: the sample office. */
	officeFile: string | undefined;
	adminPassword: string | undefined;
	publicUrl: string | undefined;
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
	if (env.DATABASE_URL) {
		faults.push("DATABASE_URL: this version keeps its ledger on its own disk; leave it unset");
	}
	if (env.ADMIN_PASSWORD !== undefined && env.ADMIN_PASSWORD.length > 200) {
		faults.push("ADMIN_PASSWORD: allowed are at most 200 characters");
	}
	if (faults.length > 0) return { ok: false, faults };
	return {
		ok: true,
		value: {
			port: Number(port),
			host: env.HOST || "127.0.0.1",
			dataDir: resolve(env.DATA_DIR || "data"),
			officeFile: env.OFFICE_FILE ? resolve(env.OFFICE_FILE) : undefined,
			adminPassword: env.ADMIN_PASSWORD || undefined,
			publicUrl,
			logLevel,
		},
	};
}

function isHttpUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
