/** `npm start` and `npm run serve`: the hub, or with `--demo` a demonstration of it. */
import { parseArgs } from "node:util";
import { runBuilt } from "./run-built.mjs";

const help = `npm start                builds, and starts the hub
npm start -- --demo      builds, and starts a demonstration: the sample office with simulated people
npm run serve            starts the hub that is built; takes --demo too

The hub's settings are variables of the environment (PORT, DATA_DIR, OFFICE_FILE ...): README.md, "Settings".
`;

const options = { demo: { type: "boolean" }, help: { type: "boolean" } };

const asked = read(process.argv.slice(2));
if (asked === null) process.exitCode = 1;
else if (asked.help) process.stdout.write(help);
else await runBuilt(asked.demo ? "demo" : "main", []);

function read(args) {
	try {
		return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		if (!String(error.code).startsWith("ERR_PARSE_ARGS")) throw error;
		const [said] = error.message.split(". ");
		process.stderr.write(`motcua cannot start: ${said}; allowed: --demo, --help\n`);
		return null;
	}
}
