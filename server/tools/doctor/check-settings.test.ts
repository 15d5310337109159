import { expect, test } from "vitest";
import { checkSettings } from "./check-settings.ts";
import { saidOf } from "./said-of.ts";

test("each wrong setting is said, and the others are used all the same", () => {
	const { findings, environment } = checkSettings({
		PORT: "tám nghìn",
		TLS_CERT: "/etc/motcua/cert.pem",
		HOST: "0.0.0.0",
		DATA_DIR: "/var/lib/motcua/data",
	});
	expect(findings.map(({ state, says }) => [state, says.split(":")[0]])).toEqual([
		["wrong", "PORT"],
		["wrong", "TLS_KEY"],
	]);
	expect(environment).toMatchObject({
		port: 8080,
		host: "0.0.0.0",
		dataDir: "/var/lib/motcua/data",
		tls: undefined,
	});
});

test("settings are told without the admin's password", () => {
	const { findings } = checkSettings({ PORT: "8081", ADMIN_PASSWORD: "rất bí mật" });
	expect(findings.map(saidOf)).toEqual(["ok PORT=8081"]);
});
