/**
 * Runs one of the built programs, `node scripts/built.mjs NAME ...`, and says what to do where nothing was built yet. The programs themselves
 * need nothing of this: dist/hub is all that a kiosk's PC has.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [, , name] = process.argv;
const program = fileURLToPath(new URL(`../dist/hub/${name}.js`, import.meta.url));
if (existsSync(program)) {
	process.argv.splice(1, 2, program);
	await import(program);
} else {
	process.stderr.write("There is nothing built here yet: npm ci && npm run build\n");
	process.exitCode = 1;
}
