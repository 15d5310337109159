import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Runs one of the built programs in this process, as if it had been started with these arguments. */
export async function runBuilt(name, args) {
	const program = fileURLToPath(new URL(`../dist/hub/${name}.js`, import.meta.url));
	if (existsSync(program)) {
		process.argv.splice(1, process.argv.length, program, ...args);
		await import(program);
	} else {
		process.stderr.write("There is nothing built here yet: npm ci && npm run build\n");
		process.exitCode = 1;
	}
}
