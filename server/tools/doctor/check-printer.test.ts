import { expect, test } from "vitest";
import { checkPrinter, type PrinterSeen } from "./check-printer.ts";
import { saidOf } from "./said-of.ts";

const printer: PrinterSeen = {
	printer: { id: "printer-1", device: "tcp://192.168.1.50:9100" },
	kiosks: ["kiosk-1"],
	deviceFile: null,
	queue: null,
	heard: { state: "ready", reasons: [], byHub: false },
	user: "motcua",
};
const usb = { path: "/dev/usb/lp0", is: "device" as const, mayWrite: true, group: "lp" };

test.each<[string, Partial<PrinterSeen>, RegExp]>([
	["well", {}, /^ok printer-1 \(tcp:\/\/192\.168\.1\.50:9100, for kiosk-1\): ready$/],
	[
		"well, as its hub says",
		{ heard: { state: "ready", reasons: [], byHub: true } },
		/ready \(says the hub\)$/,
	],
	[
		"near its end",
		{ heard: { state: "low", reasons: ["paper-low"], byHub: true } },
		/^note .*paper low, paper nearly used up .* -> Have a new roll/,
	],
	[
		"out",
		{ heard: { state: "blocked", reasons: ["paper-out"], byHub: true } },
		/^wrong .*out of paper.* -> Open the cover/,
	],
	[
		"refusing",
		{
			heard: {
				state: "offline",
				reasons: ["unreachable"],
				fault: "connect ECONNREFUSED 192.168.1.50:9100",
				byHub: false,
			},
		},
		/^wrong .*not connected, connect ECONNREFUSED.* -> something is at this address, and no printer/,
	],
	[
		"silent",
		{ heard: { state: "offline", reasons: ["timeout"], byHub: false } },
		/^wrong .*does not answer -> Switch it off/,
	],
	[
		"virtual",
		{ printer: { id: "p", device: "virtual:" }, kiosks: [] },
		/^note p \(virtual:, no kiosk uses it\): nothing comes out on paper/,
	],
	[
		"an agent's",
		{ printer: { id: "p", device: "agent:cua-chinh" }, heard: null },
		/^note .*print agent.*when the hub runs/,
	],
	["unplugged", { deviceFile: { ...usb, is: "missing" } }, /^wrong .*\/dev\/usb\/lp0 is not there/],
	["a file in its place", { deviceFile: { ...usb, is: "file" } }, /^wrong .*an ordinary file/],
	[
		"not its user's",
		{ deviceFile: { ...usb, mayWrite: false } },
		/^wrong .*motcua may not write to \/dev\/usb\/lp0 -> usermod -aG lp motcua/,
	],
	[
		"nobody's but root's",
		{ deviceFile: { ...usb, mayWrite: false, group: null } },
		/^wrong .*let udev give it one/,
	],
	[
		"its hub's alone, by the groups of a unit",
		{
			deviceFile: { ...usb, mayWrite: false },
			heard: { state: "ready", reasons: [], byHub: true },
		},
		/^ok .*ready \(says the hub\)$/,
	],
	[
		"of CUPS, which is not there",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "no-cups" },
		/^wrong .*apt install cups-client/,
	],
	[
		"of CUPS, which does not run",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "stopped" },
		/^wrong .*CUPS does not run -> systemctl enable --now cups/,
	],
	[
		"of CUPS, unknown",
		{ printer: { id: "p", device: "cups:BIXOLON" }, queue: "unknown" },
		/^wrong .*lpadmin -p BIXOLON/,
	],
])("a printer that is %s", (_, change, said) => {
	expect(saidOf(checkPrinter({ ...printer, ...change }))).toMatch(said);
});
