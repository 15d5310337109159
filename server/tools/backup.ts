import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectRoot } from "../../config/places.ts";
import { writeBackup } from "./backup-target.ts";
import { environmentOf, existingDataDir } from "./command-line.ts";
import { type KeptFile, keptFiles } from "./kept-files.ts";
import type { Manifest } from "./manifest.ts";
import { readOptions } from "./read-options.ts";
import { CannotDo, runCommand, say, warn } from "./run-command.ts";

const help = `npm run backup -- --to DIR|FILE.tar|FILE.tar.gz [--data-dir DIR]

Copies what the hub keeps (the ledger of every day, accounts, sessions, settings and their pictures) to where nothing stands yet. The hub may go on working: the
backup is what a power cut at that moment would leave. Damaged files are copied as they stand and named, and the exit code is then 1.

  --to        an empty or new directory, or a file that ends in .tar or .tar.gz
  --data-dir  where data lies; DATA_DIR unless named
  --help      this text`;

await runCommand("backup", async (args) => {
	const options = readOptions(args, { texts: ["to"] });
	if (options.isOn("help")) {
		say(help);
		return 0;
	}
	const to = options.text("to");
	if (!to) throw new CannotDo("--to: name where the backup goes, as --to /media/usb/motcua.tar");
	const dataDir = await existingDataDir(environmentOf(options).dataDir);
	const target = resolve(to);
	const at = new Date();
	const about = { hub: versionOfThis(), at: at.toISOString() };
	let kept: Manifest | undefined;
	await writeBackup(
		target,
		async function* (stage): AsyncGenerator<KeptFile> {
			kept = yield* keptFiles(dataDir, stage, about);
		},
		at,
	);
	const files = kept?.files ?? [];
	const damages = files.flatMap(({ damage }) => (damage === undefined ? [] : [damage]));
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	say(`${target}: ${files.length} files, ${bytes} bytes, of ${about.at}`);
	for (const damage of damages) warn(`damaged, copied as it stands: ${damage}`);
	if (damages.length === 0) return 0;
	warn('The backup is whole but what it was made of is not: see docs/OPERATING.md, "Damage".');
	return 1;
});

function versionOfThis(): string {
	const content: unknown = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"));
	const known = typeof content === "object" && content !== null && "version" in content;
	return known ? String(content.version) : "unknown";
}
