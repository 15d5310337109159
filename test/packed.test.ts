import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot, removeTemporaryDirectories, temporaryDirectory } from "./hub-process.ts";

afterAll(removeTemporaryDirectories);

const needed: string[] = JSON.parse(
	await readFile(join(projectRoot, "scripts/packed.json"), "utf8"),
);
const examples = join(projectRoot, "docs/examples");

test("what is packed is all that a hub needs: nothing is missing where there is nothing else", async () => {
	const folder = await temporaryDirectory();
	for (const path of needed) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await cp(join(projectRoot, path), join(folder, path), { recursive: true });
	}
	await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
	const doctor = spawnSync(
		process.execPath,
		["--preserve-symlinks", "scripts/built.mjs", "doctor", "--json"],
		{
			cwd: folder,
			encoding: "utf8",
			env: {
				PATH: process.env.PATH,
				DATA_DIR: join(await temporaryDirectory(), "data"),
				PORT: "0",
			},
		},
	);
	expect(doctor.stderr).toBe("");
	const { findings }: { findings: { about: string; state: string; says: string }[] } = JSON.parse(
		doctor.stdout,
	);
	for (const about of ["program", "packages", "paper", "voice"]) {
		expect(findings).toContainEqual(expect.objectContaining({ about, state: "ok" }));
	}
	expect(findings).toContainEqual(
		expect.objectContaining({ about: "program", says: expect.stringContaining(folder) }),
	);
});

test("the image has the same", async () => {
	const dockerfile = await readFile(join(projectRoot, "Dockerfile"), "utf8");
	const copied = [...dockerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(
		([, from = ""]) => from.split(" ").map((path) => path.replace("/opt/motcua/", "")),
	);
	expect(copied.sort()).toEqual([...needed, "node_modules"].sort());
});

test("systemd finds no fault in the units that are shipped (skipped where there is no systemd-analyze)", async ({
	skip,
}) => {
	const units = (await readdir(examples)).filter((name) => /\.(service|timer)$/.test(name));
	expect(units).toHaveLength(4);
	// The kiosk's unit names cage, which a machine without a screen does not have.
	const ours = units.filter((name) => name !== "motcua-kiosk.service");
	const verified = spawnSync("systemd-analyze", ["verify", ...ours], {
		cwd: examples,
		encoding: "utf8",
	});
	if (verified.error) skip("there is no systemd-analyze");
	const said = verified.stderr
		.split("\n")
		.filter((line) => line.includes("motcua"))
		// What is not installed where tests run is no fault of the unit's.
		.filter((line) => !/is not executable: No such file|Cannot add dependency job/.test(line));
	expect(said).toEqual([]);
});

test("the motcua command says what it knows, and is a script that every shell reads", () => {
	const motcua = join(examples, "motcua");
	expect(spawnSync("sh", ["-n", motcua]).status).toBe(0);
	const without = spawnSync("sh", [motcua], { encoding: "utf8" });
	expect([without.status, without.stdout]).toEqual([1, ""]);
	expect(without.stderr).toMatch(/^motcua: doctor, backup, restore/);
});
