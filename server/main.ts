import { cannotStart, runHub } from "./run-hub.ts";

const [unknown] = process.argv.slice(2);
if (unknown !== undefined) {
	cannotStart(
		`the hub knows no option ${JSON.stringify(unknown)}: its settings are variables of the environment, as in README.md; npm start -- --demo is the demonstration`,
	);
}
await runHub(process.env);
