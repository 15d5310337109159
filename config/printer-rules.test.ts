import { expect, test } from "vitest";
import { printerFaults } from "./printer-rules.ts";

const office = {
	kiosks: [{ id: "kiosk-1", printerId: "may-in-1", secondPrinterId: "may-in-2" }],
	printers: [
		{ id: "may-in-1", device: "tcp://10.0.0.7:9100", profile: "epson-tm-t82" },
		{ id: "may-in-2", device: "serial:/dev/ttyUSB0?baud=115200", profile: "may-cua-phuong" },
		{ id: "may-in-3", device: "agent:quay-tiep-nhan" },
	],
	printerProfiles: [{ id: "may-cua-phuong", model: "generic-80" }],
};
const [first] = office.printers;
const printers = (change: object) => ({
	...office,
	printers: [{ ...first, ...change }, ...office.printers.slice(1)],
});

test("printers may be right", () => {
	expect(printerFaults(office)).toEqual([]);
});

test.each<[string, object, string, string]>([
	[
		"a second printer that there is not",
		{ kiosks: [{ printerId: "may-in-1", secondPrinterId: "may-in-9" }] },
		"/kiosks/0/secondPrinterId",
		'"may-in-9"',
	],
	[
		"a second printer that is the first",
		{ kiosks: [{ printerId: "may-in-1", secondPrinterId: "may-in-1" }] },
		"/kiosks/0/secondPrinterId",
		'"may-in-1"',
	],
	[
		"a profile that there is not",
		printers({ profile: "epson-tm-t83" }),
		"/printers/0/profile",
		'"epson-tm-t83"',
	],
	[
		"a profile named like a model",
		{ ...office, printerProfiles: [...office.printerProfiles, { id: "xprinter-80" }] },
		"/printerProfiles/1/id",
		'"xprinter-80"',
	],
	[
		"a profile twice",
		{ ...office, printerProfiles: [{ id: "may-cua-phuong" }, { id: "may-cua-phuong" }] },
		"/printerProfiles/1/id",
		'"may-cua-phuong"',
	],
	[
		"a port that cannot be",
		printers({ device: "tcp://10.0.0.7:91000" }),
		"/printers/0/device",
		'"tcp://10.0.0.7:91000"',
	],
	[
		"a baud that no line is set to",
		printers({ device: "serial:/dev/ttyUSB0?baud=9601" }),
		"/printers/0/device",
		'"serial:/dev/ttyUSB0?baud=9601"',
	],
	[
		"one printer under two names",
		printers({ device: "serial:/dev/ttyUSB0?baud=115200" }),
		"/printers/1/device",
		'"serial:/dev/ttyUSB0?baud=115200"',
	],
	[
		"an agent twice",
		printers({ device: "agent:quay-tiep-nhan" }),
		"/printers/2/device",
		'"agent:quay-tiep-nhan"',
	],
])("%s is a fault with its path", (_, change, path, found) => {
	expect(printerFaults({ ...office, ...change })).toMatchObject([
		{ path, found: expect.stringContaining(found) },
	]);
});
