import { isAbsolute, join, resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { argumentFault } from "../argument-fault.ts";

export interface KioskOptions {
	/** The page that is shown and kept. */
	url: URL;
	/** Undefined where the browser is to be looked for. */
	browser: string | undefined;
	/** The folder of the browser's profile; undefined where nobody named one. */
	profile: string | undefined;
	dryRun: boolean;
	/** What stands after `--`, handed on to the browser. */
	extra: string[];
}

export const usage = `npm run kiosk -- --url URL [--profile DIR] [--browser PATH] [--dry-run] [-- FLAG ...]

  Shows one page of the hub on the whole screen of this machine, in a Chromium of its own, and keeps it there: waits for the hub, starts
  the browser again when it ends, brings the page back when it breaks or is left. Linux alone; docs/KIOSK.md has Windows.

  --url      the page: http://192.168.1.10:8080/kiosk/?kiosk=kiosk-1, or a board's
  --profile  the folder of the browser's profile, where what lets this screen in is kept; for this command alone.
             motcua-kiosk in the user's own folder of data unless named
  --browser  the browser; unless named the first of chromium, chromium-browser, google-chrome and google-chrome-stable on PATH
  --dry-run  says what would be started, and starts nothing
  --help     this text
  -- FLAG    flags of Chromium's own that are added, as --force-device-scale-factor=1

  Runs until SIGTERM or Ctrl+C; exit code 0 then, 1 where it cannot be done.`;

const texts = ["url", "profile", "browser"] as const;
const switches = ["dry-run", "help"] as const;

/** Reads the command line: the options, a request for help, or everything that is wrong with it. */
export function readKioskOptions(args: string[]): KioskOptions | "help" | { faults: string[] } {
	const end = args.indexOf("--");
	const own = end < 0 ? args : args.slice(0, end);
	const extra = end < 0 ? [] : args.slice(end + 1);
	const options: NonNullable<ParseArgsConfig["options"]> = {};
	for (const text of texts) options[text] = { type: "string" };
	for (const name of switches) options[name] = { type: "boolean" };
	let values: Partial<Record<string, unknown>>;
	try {
		({ values } = parseArgs({ args: own, options, strict: true, allowPositionals: false }));
	} catch (error) {
		return { faults: [argumentFault(error, own, Object.keys(options))] };
	}
	if (values.help === true) return "help";
	const named = (name: (typeof texts)[number]) => {
		const value = values[name];
		return typeof value === "string" ? value : undefined;
	};
	const faults = [
		...urlFaults(named("url")),
		...texts
			.filter((name) => name !== "url" && named(name) === "")
			.map((name) => `--${name} is empty: name a path, or leave --${name} out`),
		...extra.flatMap(extraFaults),
	];
	if (faults.length > 0) return { faults };
	const [browser, profile] = [named("browser"), named("profile")];
	return {
		url: new URL(named("url") ?? ""),
		browser: browser?.includes("/") ? resolve(browser) : browser,
		profile: profile === undefined ? undefined : resolve(profile),
		dryRun: values["dry-run"] === true,
		extra,
	};
}

/**
 * Where the profile lies unless somebody says. A browser that comes as a snap may not write into hidden folders of the home directory
 * (snapcraft.io/docs/home-interface), and has a folder of its own there.
 */
export function usualProfile(env: NodeJS.ProcessEnv, home: string, isSnap: boolean): string {
	if (isSnap) return join(home, "snap/chromium/common/motcua-kiosk");
	const named = env.XDG_DATA_HOME;
	// The XDG Base Directory Specification: a path that is not absolute is passed over.
	const base = named !== undefined && isAbsolute(named) ? named : join(home, ".local/share");
	return join(base, "motcua-kiosk");
}

const urlAllowed = "allowed is a page of the hub, as http://192.168.1.10:8080/kiosk/?kiosk=kiosk-1";

function urlFaults(text: string | undefined): string[] {
	if (text === undefined || text === "") return [`--url is missing: ${urlAllowed}`];
	if (!URL.canParse(text)) return [`--url ${JSON.stringify(text)} is no address: ${urlAllowed}`];
	const { protocol, username, password, pathname } = new URL(text);
	if (!/^https?:$/.test(protocol)) {
		return [`--url ${JSON.stringify(text)} begins with ${protocol} and ${urlAllowed}`];
	}
	if (username !== "" || password !== "") {
		return ["--url holds a name or password: the screen is let in with a code that it shows"];
	}
	if (pathname === "/") {
		return [`--url ${JSON.stringify(text)} is the start page, which leads to all: ${urlAllowed}`];
	}
	return [];
}

function extraFaults(flag: string): string[] {
	if (!/^--[a-z]/.test(flag)) {
		return [
			`after --: ${JSON.stringify(flag)} is no flag of Chromium, which begins with two dashes`,
		];
	}
	const name = flag.split("=")[0] ?? "";
	return name in ours ? [`after --: ${name} is not handed on: ${ours[name]}`] : [];
}

const ours: Partial<Record<string, string>> = {
	"--user-data-dir": "use --profile",
	"--remote-debugging-pipe": "this command watches the page through it",
};
