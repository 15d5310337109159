/**
 * Packs the program with all packages that it needs into one archive, for machines without internet: `npm run pack`, or for another system
 * `npm run pack -- --os win32 --cpu x64`. What it holds is one folder, motcua-VERSION; docs/INSTALLING.md says what becomes of it.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { create } from "tar";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What runs of this folder, then what packages are fetched by and people read. Packages come beside it. */
const packed = [
	...JSON.parse(readFileSync(join(root, "scripts/packed.json"), "utf8")),
	"package-lock.json",
	".npmrc",
	"README.md",
	"CHANGELOG.md",
];

const { values } = parseArgs({
	options: {
		os: { type: "string", default: process.platform },
		cpu: { type: "string", default: process.arch },
	},
});
const missing = packed.filter((path) => !existsSync(join(root, path)));
if (missing.length > 0) {
	process.stderr.write(`not there: ${missing.join(", ")}; npm ci && npm run build first\n`);
	process.exit(1);
}
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `motcua-${version}`;
const archive = join(root, `dist/${name}-${values.os}-${values.cpu}.tar.gz`);
// Beside dist/, where there is room for all of it; a temporary folder may lie in memory.
const stage = mkdtempSync(join(root, "dist/pack-"));
try {
	const folder = join(stage, name);
	mkdirSync(folder);
	for (const path of packed) {
		cpSync(join(root, path), join(folder, path), {
			recursive: true,
			preserveTimestamps: true,
			// Most of the documents' size, and read on no machine of an office.
			filter: (from) => !from.startsWith(join(root, "docs/pictures")),
		});
	}
	const args = ["ci", "--omit=dev", `--os=${values.os}`, `--cpu=${values.cpu}`];
	const { status } = spawnSync("npm", args, {
		cwd: folder,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	if (status !== 0) throw new Error("npm ci failed: it needs the network, or its own cache");
	// Windows makes no links for a plain user who unpacks.
	rmSync(join(folder, "node_modules/.bin"), { recursive: true, force: true });
	rmSync(join(folder, "node_modules/get-pixels"));
	cpSync(join(folder, "vendor/get-pixels-stub"), join(folder, "node_modules/get-pixels"), {
		recursive: true,
	});
	await create({ file: archive, cwd: stage, gzip: true, portable: true }, [name]);
} finally {
	rmSync(stage, { recursive: true, force: true });
}
const bytes = readFileSync(archive);
const sum = createHash("sha256").update(bytes).digest("hex");
process.stdout.write(`${archive}: ${statSync(archive).size} bytes\nSHA-256 ${sum}\n`);
