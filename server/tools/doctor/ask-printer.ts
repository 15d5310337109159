import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { usualPatience } from "../../../printer/conversation.ts";
import { openDevice } from "../../../printer/devices/open.ts";
import { abilitiesOf } from "../../../printer/profiles.ts";
import type { PrinterProfile, PrinterSettings } from "../../../protocol/printing.ts";
import { nameOfId } from "./check-data-dir.ts";
import type { DeviceFile, PrinterHeard, PrinterSeen } from "./check-printer.ts";
import { runProgram } from "./run-program.ts";

/** Longer than a line and an answer are waited for. */
const answerWithinMs = 8_000;

/** Asks a printer how it is, as the hub would, and lets go of it again. Nothing is printed. */
export async function askPrinter(
	settings: PrinterSettings,
	profiles: readonly PrinterProfile[],
): Promise<PrinterHeard> {
	let fault: string | undefined;
	const device = openDevice(
		settings.device,
		abilitiesOf(settings, profiles),
		usualPatience,
		(why) => {
			fault = why;
		},
	);
	const { state, reasons } = await device.ask(AbortSignal.timeout(answerWithinMs));
	await device.close();
	return { state, reasons, fault, byHub: false };
}

/** The file behind `file:PATH` and `serial:PATH`; null for every other device, and for the ports of Windows. */
export function deviceFileOf(device: string): DeviceFile | null {
	const path = /^(?:file|serial):(\/[^?]*)/.exec(device)?.[1];
	if (path === undefined) return null;
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return { path, is: "missing", mayWrite: false, group: null };
	const is = found.isFile() ? "file" : "device";
	const groupMay = found.gid !== 0 && (found.mode & 0o020) !== 0;
	const group = groupMay ? nameOfId(groups(), found.gid) : null;
	return { path, is, mayWrite: mayWrite(path), group };
}

/** Whether CUPS knows the queue of `cups:NAME`; null for every other device. */
export async function queueOf(device: string): Promise<PrinterSeen["queue"]> {
	const name = /^cups:(.+)$/.exec(device)?.[1];
	if (name === undefined) return null;
	const ran = await runProgram("lpstat", ["-p", name]);
	if (ran === null) return "no-cups";
	if (ran.code === 0) return "known";
	const scheduler = await runProgram("lpstat", ["-r"]);
	return scheduler?.out.includes("scheduler is running") ? "unknown" : "stopped";
}

function mayWrite(path: string): boolean {
	try {
		accessSync(path, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function groups(): string {
	try {
		return readFileSync("/etc/group", "utf8");
	} catch {
		return "";
	}
}
