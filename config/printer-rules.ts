import { PrinterModel } from "../protocol/printing.ts";
import type { Fault } from "../protocol/problem.ts";
import { type Row, repeated, rows, textAt, texts, twice, unknownIn } from "./file-rows.ts";
import { shown } from "./plain-words.ts";

/** What is wrong with the printers of an office file, with their profiles and with who prints on them. */
export function printerFaults(file: unknown): Fault[] {
	const kiosks = rows(file, "kiosks");
	const printers = rows(file, "printers");
	const profiles = rows(file, "printerProfiles");
	const known = texts(printers, "id");
	return [
		...repeated(profiles, "id"),
		...kiosks.flatMap((kiosk) => unknownIn(textAt(kiosk, "printerId"), known)),
		...kiosks.flatMap((kiosk) => unknownIn(textAt(kiosk, "secondPrinterId"), known)),
		...kiosks.flatMap(samePrinter),
		...profiles.flatMap(likeModel),
		...printers.flatMap((printer) =>
			unknownIn(textAt(printer, "profile"), [...models, ...texts(profiles, "id")]),
		),
		...printers.flatMap((printer) => ofDevice(printer, tcpPort, isPort, "a port from 1 to 65535")),
		...printers.flatMap((printer) => ofDevice(printer, serialBaud, isBaud, bauds.join(", "))),
		...twice(
			printers.flatMap((printer) =>
				textAt(printer, "device").filter(({ text }) => text.startsWith("agent:")),
			),
			"a print agent that no other printer has",
		),
		...twice(printers.flatMap(ownLine), "a device that no other printer has"),
	];
}

const models: readonly string[] = PrinterModel.enum;
/** What serial lines are set to; printers know these. */
const bauds = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200];
const tcpPort = /^tcp:\/\/[^/\s:]+:([0-9]+)$/;
const serialBaud = /^serial:[^\s?]+\?baud=([0-9]+)$/;
const isPort = (port: number) => port >= 1 && port <= 65_535;
const isBaud = (baud: number) => bauds.includes(baud);

/** The number in a device's address, where it has one and that cannot be. */
function ofDevice(
	printer: Row,
	pattern: RegExp,
	isRight: (value: number) => boolean,
	allowed: string,
): Fault[] {
	return textAt(printer, "device").flatMap(({ path, text }) => {
		const value = pattern.exec(text)?.[1];
		if (value === undefined || isRight(Number(value))) return [];
		return [{ path, found: shown(text), allowed }];
	});
}

/** The hub keeps the line to a printer open, and most printers have but one: a second entry for the same would never be heard. */
function ownLine(printer: Row) {
	return textAt(printer, "device").filter(({ text }) => /^(tcp|file|serial|cups):/.test(text));
}

/** Nothing is gained by the same printer again. */
function samePrinter(kiosk: Row): Fault[] {
	const [first] = textAt(kiosk, "printerId");
	return textAt(kiosk, "secondPrinterId")
		.filter(({ text }) => text === first?.text)
		.map(({ path, text }) => ({
			path,
			found: shown(text),
			allowed: "another printer than the kiosk's first",
		}));
}

/** Whoever reads the file could not tell which of the two is meant. */
function likeModel(profile: Row): Fault[] {
	return textAt(profile, "id")
		.filter(({ text }) => models.includes(text))
		.map(({ path, text }) => ({
			path,
			found: shown(text),
			allowed: "a name that is not a model's",
		}));
}
