import { expect, test } from "vitest";
import { checkPackages, checkProgram, type Program } from "./check-program.ts";
import { saidOf } from "./said-of.ts";

const program: Program = {
	folder: "/opt/motcua",
	version: "0.1.0",
	missing: [],
	builtAt: Date.parse("2026-11-20T03:00:00Z"),
	newestSource: { file: "/opt/motcua/server/hub.ts", at: Date.parse("2026-11-20T02:00:00Z") },
	packages: [],
};

test("a program that was not built, or that was changed since, is told to be built", () => {
	expect(saidOf(checkProgram(program))).toBe("ok Một Cửa 0.1.0 in /opt/motcua, built 2026-11-20");
	expect(saidOf(checkProgram({ ...program, missing: ["dist/hub/main.js"] }))).toMatch(
		/^wrong .*not there: dist\/hub\/main\.js -> npm ci && npm run build$/,
	);
	const newestSource = { file: "/opt/motcua/server/hub.ts", at: Date.parse("2026-11-21") };
	expect(saidOf(checkProgram({ ...program, newestSource }))).toMatch(
		/^note .*hub\.ts is newer than what was built/,
	);
});

test("packages that are missing or of another version are named", () => {
	const packages = [
		{ name: "fastify", wanted: "5.12.8", found: null },
		{ name: "pino", wanted: "10.4.0", found: "9.0.0" },
	];
	expect(saidOf(checkPackages({ ...program, packages }))).toMatch(
		/^wrong fastify is not there\npino is 9\.0\.0 and should be 10\.4\.0 -> npm ci/,
	);
});
