import { cannotStart, runHub } from "../server/run-hub.ts";
import { prepare } from "./demonstration.ts";
import { settingsRefused } from "./environment.ts";

const [unknown] = process.argv.slice(2);
if (unknown !== undefined) {
	cannotStart(`the demonstration knows no option ${JSON.stringify(unknown)}`);
}
const faults = settingsRefused(process.env);
if (faults.length > 0) cannotStart(faults.join("\n"));
const { env, demonstration } = prepare(process.env);
await runHub(env, demonstration);
