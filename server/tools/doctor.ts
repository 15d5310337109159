import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../config/places.ts";
import { checkNode } from "./doctor/check-node.ts";
import {
	checkPackages,
	checkProgram,
	lookAtProgram,
	type Program,
} from "./doctor/check-program.ts";
import { type Finding, wrong } from "./doctor/finding.ts";
import { tellFinding, tellSum } from "./doctor/tell-findings.ts";
import { readOptions } from "./read-options.ts";
import { codeOf, runCommand, say } from "./run-command.ts";

const help = `npm run doctor -- [--json] [--data-dir DIR]

Looks at this machine as a hub would find it, before it starts or while it runs: Node.js, the program, settings, the office file, the data
directory and its disk, the clock, address and port, TLS, paper and printers. Each line is ok, a NOTE, or WRONG with what to do. Run it as the
hub's user and with the hub's settings. Nothing is changed and nothing is printed; a hub that runs is asked, and goes on.

  --json      one document for programs: {version, at, wrong, notes, findings: [{about, state, says, toDo?}]}
  --data-dir  where data lies; DATA_DIR unless named
  --help      this text

The exit code is 0 where nothing is wrong, else 1.`;

await runCommand("doctor", async (args) => {
	const options = readOptions(args, { switches: ["json"] });
	if (options.isOn("help")) {
		say(help);
		return 0;
	}
	const program = lookAtProgram(projectRoot());
	const findings: Finding[] = [];
	const telling = {
		colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
		width: process.stdout.columns || 120,
	};
	for await (const finding of examine(program, options.text("data-dir"))) {
		findings.push(finding);
		if (!options.isOn("json")) say(tellFinding(finding, telling));
	}
	const count = (state: Finding["state"]) => findings.filter((one) => one.state === state).length;
	if (options.isOn("json")) {
		const { version } = program;
		const at = new Date().toISOString();
		const told = { version, at, wrong: count("wrong"), notes: count("note"), findings };
		say(JSON.stringify(told, null, 2));
	} else say(`\n${tellSum(findings)}`);
	return count("wrong") === 0 ? 0 : 1;
});

async function* examine(program: Program, dataDir: string | undefined): AsyncGenerator<Finding> {
	yield checkNode(process.versions.node, enginesOf(program.folder));
	yield checkProgram(program);
	yield checkPackages(program);
	try {
		// It needs packages, and what is to be found may be that they are not there.
		const { examineHub } = await import("./doctor/examine-hub.ts");
		yield* examineHub(process.env, dataDir, program);
	} catch (error) {
		if (codeOf(error) !== "ERR_MODULE_NOT_FOUND") throw error;
		yield wrong(
			"all else",
			`it cannot be looked at as long as packages are missing (${error instanceof Error ? error.message : error})`,
			"npm ci, then npm run doctor again",
		);
	}
}

function enginesOf(folder: string): string {
	const { engines } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	return String(engines.node);
}
