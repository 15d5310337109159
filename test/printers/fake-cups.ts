import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A queue of CUPS with a printer behind it. */
export interface FakeCups {
	queue: string;
	/** What `lpstat` says of the printer: nothing, or the alerts that its driver raises. */
	alert(keywords: string): Promise<void>;
	/** Whether there is such a queue. */
	exist(isThere: boolean): Promise<void>;
	/** Whether jobs stay in the queue. */
	hold(isHeld: boolean): Promise<void>;
	/** Whether `lp` keeps the number of a request to itself. */
	silence(isSilent: boolean): Promise<void>;
	/** The requests that were cancelled. */
	cancelled(): Promise<string[]>;
	close(): Promise<void>;
}

/**
 * Puts commands `lp`, `lpstat` and `cancel` of its own before all others, which say what CUPS 2.4 says and send what they get to a printer at
 * `port`. Until `close` no other of them is found by this process.
 */
export async function startFakeCups(port: number): Promise<FakeCups> {
	const folder = await mkdtemp(join(tmpdir(), "motcua-cups-"));
	const path = process.env.PATH ?? "";
	const state = { alerts: "", exists: true, held: false, silent: false };
	const keep = () => writeFile(join(folder, "state.json"), JSON.stringify(state));
	await keep();
	for (const command of ["lp", "lpstat", "cancel"]) {
		const file = join(folder, command);
		await writeFile(file, `#!${process.execPath}\n${scriptOf(folder, port)}\n`);
		await chmod(file, 0o755);
	}
	process.env.PATH = `${folder}:${path}`;

	return {
		queue: "MAY-IN-1",
		async alert(keywords) {
			state.alerts = keywords;
			await keep();
		},
		async exist(isThere) {
			state.exists = isThere;
			await keep();
		},
		async hold(isHeld) {
			state.held = isHeld;
			await keep();
		},
		async silence(isSilent) {
			state.silent = isSilent;
			await keep();
		},
		async cancelled() {
			const said = await readFile(join(folder, "cancelled"), "utf8").catch(() => "");
			return said.split("\n").filter((line) => line !== "");
		},
		async close() {
			process.env.PATH = path;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Plain CommonJS: a file without an ending is run as that. */
function scriptOf(folder: string, port: number): string {
	return `
const fs = require("node:fs"), path = require("node:path"), net = require("node:net");
const folder = ${JSON.stringify(folder)};
const state = JSON.parse(fs.readFileSync(path.join(folder, "state.json"), "utf8"));
const [, me, ...args] = process.argv;
const queued = path.join(folder, "queued");
const lines = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\\n").filter(Boolean) : []);
const commands = {
	lp() {
		const queue = args[args.indexOf("-d") + 1];
		if (!state.exists) {
			process.stderr.write("lp: The printer or class does not exist.\\n");
			process.exit(1);
		}
		if (args[args.indexOf("-o") + 1] !== "raw") process.exit(2);
		const bytes = fs.readFileSync(0);
		const request = queue + "-" + (lines(queued).length + 1);
		fs.appendFileSync(queued, request + "\\n");
		if (!state.silent) process.stdout.write("request id is " + request + " (0 file(s))\\n");
		if (state.held) return;
		const socket = net.connect(${port}, "127.0.0.1", () => socket.end(bytes));
		socket.resume();
		socket.on("close", () => fs.appendFileSync(path.join(folder, "left"), request + "\\n"));
	},
	lpstat() {
		if (!state.exists) {
			process.stderr.write('lpstat: Invalid destination name in list "' + args.at(-1) + '".\\n');
			process.exit(1);
		}
		if (args.includes("-o")) {
			const gone = lines(path.join(folder, "left"));
			for (const one of lines(queued)) {
				if (!gone.includes(one)) process.stdout.write(one + "  root  1024  Sat Nov 21 08:05:00 2026\\n");
			}
			return;
		}
		process.stdout.write("printer " + args.at(-1) + " is idle.  enabled since Sat Nov 21 08:00:00 2026\\n");
		process.stdout.write("\\tAlerts: " + (state.alerts || "none") + "\\n");
	},
	cancel() {
		fs.appendFileSync(path.join(folder, "cancelled"), args[0] + "\\n");
	},
};
commands[path.basename(me)]();`;
}
