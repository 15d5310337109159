import type { PrinterReason, PrinterSettings, PrinterState } from "../../../protocol/printing.ts";
import { printerWords } from "../../../words/printers.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

/** How a printer is, by its own word or by that of the running hub. */
export interface PrinterHeard {
	state: PrinterState;
	reasons: readonly PrinterReason[];
	/** Why there is no line to it, in the system's words. */
	fault?: string | undefined;
	/** Whether a hub that runs said so, which alone may ask it then. */
	byHub: boolean;
}

export interface PrinterSeen {
	printer: Pick<PrinterSettings, "id" | "name" | "device">;
	kiosks: readonly string[];
	/** Of `file:` and `serial:`; null: not looked at. */
	deviceFile: DeviceFile | null;
	/** What CUPS says of `cups:`. */
	queue: "known" | "unknown" | "stopped" | "no-cups" | null;
	/** null where nobody could ask: a print agent's while no hub runs. */
	heard: PrinterHeard | null;
	/** Who runs this. */
	user: string;
}

export interface DeviceFile {
	path: string;
	is: "device" | "file" | "missing";
	mayWrite: boolean;
	/** The group that may, and may be joined: never root's own. */
	group: string | null;
}

const about = "printer";

/** By the system's word: docs/OPERATING.md, "A new printer". */
const meanings: readonly [pattern: RegExp, means: string][] = [
	[/ECONNREFUSED/, "something is at this address, and no printer listens at this port"],
	[/EHOSTUNREACH|ENETUNREACH|no connection in time/, "nothing is there, or the printer is off"],
	[/ENOTFOUND|EAI_AGAIN/, "nobody knows this name: write the address in numbers"],
	[/Cannot find (?:package|module)/, "serial lines need the package serialport: npm ci"],
	[/EBUSY|ETXTBSY|Resource busy/i, "another program has the line: CUPS, or another hub"],
];

export function checkPrinter(seen: PrinterSeen): Finding {
	const { printer, kiosks, deviceFile, queue, heard, user } = seen;
	const used = kiosks.length === 0 ? "no kiosk uses it" : `for ${kiosks.join(", ")}`;
	const where = `${printer.id} (${printer.device}, ${used})`;
	if (printer.device === "virtual:") {
		return note(
			about,
			`${where}: nothing comes out on paper, only pictures at /printers/${printer.id}/paper`,
			'name the printer\'s device in the office file: docs/OPERATING.md, "Printers"',
		);
	}
	if (queue === "no-cups") {
		return wrong(
			about,
			`${where}: lpstat is not there, so nothing can be printed by CUPS`,
			"apt install cups-client (and cups), or name the printer's own address",
		);
	}
	if (queue === "stopped") {
		return wrong(
			about,
			`${where}: CUPS does not run`,
			"systemctl enable --now cups, and ask again; journalctl -u cups says why where it does not stay",
		);
	}
	if (queue === "unknown") {
		return wrong(
			about,
			`${where}: CUPS knows no queue of that name`,
			`lpstat -p lists those that it knows; lpadmin -p ${printer.device.slice(5)} -E -v ADDRESS -m raw makes one`,
		);
	}
	if (deviceFile?.is === "missing") {
		return wrong(
			about,
			`${where}: ${deviceFile.path} is not there`,
			"is the printer on, its cable in? ls -l /dev/usb /dev/ttyUSB* /dev/serial/by-id; where CUPS has taken it: cups:NAME",
		);
	}
	if (deviceFile?.is === "file") {
		return wrong(
			about,
			`${where}: ${deviceFile.path} is an ordinary file, and no printer`,
			`rm ${deviceFile.path}, plug the printer in again`,
		);
	}
	// The hub may be in a group that its unit alone names, and its own word says more.
	if (deviceFile && !deviceFile.mayWrite && heard?.byHub !== true) {
		const { path, group } = deviceFile;
		return wrong(
			about,
			`${where}: ${user} may not write to ${path}`,
			group === null
				? `no group may: let udev give it one. In /etc/udev/rules.d/70-motcua.rules: SUBSYSTEM=="usbmisc", KERNEL=="lp*", GROUP="lp", MODE="0660"; then plug it in again`
				: `usermod -aG ${group} ${user} as root, and start the hub anew`,
		);
	}
	if (heard === null) {
		return note(
			about,
			`${where}: it hangs on a print agent, which speaks to a running hub alone`,
			"ask again when the hub runs",
		);
	}
	return asHeard(where, heard);
}

function asHeard(where: string, heard: PrinterHeard): Finding {
	const { state, reasons, fault, byHub } = heard;
	const words = printerWords.en;
	const reason = reasons[0];
	const why = fault ?? reasons.map((one) => words.reasons[one].toLowerCase()).join(", ");
	const says = `${where}: ${words.states[state].toLowerCase()}${why === "" ? "" : `, ${why}`}${byHub ? " (says the hub)" : ""}`;
	if (state === "ready") return ok(about, says);
	const means = meanings.find(([pattern]) => fault !== undefined && pattern.test(fault))?.[1];
	const toDo = means ?? (reason === undefined ? "look at the printer" : words.toDo[reason]);
	return state === "low" ? note(about, says, toDo) : wrong(about, says, toDo);
}
