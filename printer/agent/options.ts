import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Check } from "typebox/value";
import { Id } from "../../protocol/office.ts";
import { PrinterSettings } from "../../protocol/printing.ts";

export interface AgentOptions {
	/** Where the hub is, without a slash at the end. */
	hub: string;
	/** As in `agent:NAME` of the office file. */
	name: string;
	/** Where the printer is, seen from here. */
	device: string;
	/** The folder of what the agent keeps. */
	state: string;
}

const texts = ["hub", "name", "device", "state"] as const;

export const usage = `npm run print-agent -- --hub URL --name NAME --device DEVICE [--state DIR]

  --hub     the hub's address, as http://192.168.1.10:8080
  --name    NAME of the printer's "device": "agent:NAME" in the office file
  --device  where the printer is: file:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200,
            cups:NAME, tcp://HOST:PORT, or virtual: (pictures, for trying it out)
  --state   where it keeps what lets it in and what it has printed; STATE_DIRECTORY
            of systemd, else motcua-print-agent/NAME in the user's own folder of data`;

/** Reads the command line: the options, a request for help, or everything that is wrong with it. */
export function readAgentOptions(
	args: string[],
	env: NodeJS.ProcessEnv,
): AgentOptions | "help" | { faults: string[] } {
	const options: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean" } };
	for (const text of texts) options[text] = { type: "string" };
	let values: { [name: string]: unknown };
	try {
		({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		const said = error.message.split(". ")[0];
		return { faults: [`${said}; allowed: ${texts.map((text) => `--${text}`).join(", ")}, --help`] };
	}
	if (values.help === true) return "help";
	const {
		hub = "",
		name = "",
		device = "",
		state = "",
	} = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
	const faults = [
		...(isHubUrl(hub) ? [] : [`--hub ${shown(hub)}: must be http://HOST:PORT or https://HOST`]),
		...(Check(Id, name)
			? []
			: [`--name ${shown(name)}: must be 1 to 40 lower-case letters, digits and hyphens`]),
		...(isPrinterHere(device)
			? []
			: [
					`--device ${shown(device)}: must be file:PATH, serial:PATH, cups:NAME, tcp://HOST:PORT or virtual:`,
				]),
	];
	if (faults.length > 0) return { faults };
	return {
		hub: hub.replace(/\/+$/, ""),
		name,
		device,
		state: state === "" ? defaultState(name, env) : resolve(state),
	};
}

function defaultState(name: string, env: NodeJS.ProcessEnv): string {
	const { STATE_DIRECTORY: ofService, XDG_STATE_HOME: ofUser, LOCALAPPDATA: ofWindows } = env;
	if (ofService) return resolve(ofService);
	const base =
		process.platform === "win32"
			? (whole(ofWindows) ?? join(homedir(), "AppData/Local"))
			: (whole(ofUser) ?? join(homedir(), ".local/state"));
	return join(base, "motcua-print-agent", name);
}

/** The XDG Base Directory Specification: a variable that is empty counts as not set, and a relative path is passed over. */
function whole(path: string | undefined): string | undefined {
	return path !== undefined && isAbsolute(path) ? path : undefined;
}

/** The URL of a network printer must have a port that there is. */
function isPrinterHere(device: string): boolean {
	if (!Check(PrinterSettings.properties.device, device) || device.startsWith("agent:"))
		return false;
	return !device.startsWith("tcp:") || URL.canParse(device);
}

function isHubUrl(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, pathname, search, hash, username } = new URL(text);
	if (search !== "" || hash !== "" || username !== "") return false;
	return /^https?:$/.test(protocol) && /^\/*$/.test(pathname);
}

function shown(text: string): string {
	return text === "" ? "is missing" : JSON.stringify(text);
}
