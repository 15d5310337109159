import { expect, test } from "vitest";
import { changedSections, editableOf, takeFileIn, withFixed, withSections } from "./sections.ts";

const file = {
	id: "xa-mau",
	name: { vi: "Xã Mẫu", en: "Mẫu Commune" },
	hours: "always",
	printers: [{ id: "printer-1", device: "virtual:" }],
	voice: { volume: 80, folder: "giong-noi" },
	ticker: [{ vi: "Mang theo căn cước.", en: "Bring your identity card." }],
};

test("an edit is what may be edited; the machines stay as the file names them", () => {
	const edited = { ...editableOf(file), hours: { mon: [{ from: "07:30", to: "11:30" }] } };
	expect(editableOf(file)).not.toHaveProperty("printers");
	expect(withSections(file, { ...edited, printers: [] })).toEqual({ ...file, hours: edited.hours });
	const { ticker: _, ...without } = editableOf(file);
	expect(withSections(file, without)).not.toHaveProperty("ticker");
	expect(changedSections(file, withSections(file, edited))).toEqual(["hours"]);
});

test("a file that has changed keeps what was edited elsewhere, and says what it takes back", () => {
	const ticker = [{ vi: "Nghỉ chiều thứ Sáu.", en: "Closed on Friday afternoon." }];
	const newest = { ...file, ticker, hours: { mon: [{ from: "07:30", to: "11:30" }] } };
	const mended = { ...file, printers: [{ id: "printer-1", device: "tcp://192.0.2.7:9100" }] };
	expect(takeFileIn(file, mended, newest)).toEqual({
		office: { ...newest, printers: mended.printers },
		over: [],
	});
	const other = { ...mended, hours: { tue: [{ from: "08:00", to: "12:00" }] } };
	expect(takeFileIn(file, other, newest)).toEqual({
		office: { ...other, ticker },
		over: ["hours"],
	});
	const { ticker: _, ...withoutTicker } = file;
	expect(takeFileIn(file, mended, withoutTicker).office).not.toHaveProperty("ticker");
});

test("going back brings no other file of the machine's in", () => {
	const moved = { ...file, voice: { volume: 20, folder: "giong-moi" } };
	expect(withFixed(moved, file).voice).toEqual({ volume: 80, folder: "giong-moi" });
	const { voice: _, ...plain } = file;
	expect(withFixed(plain, file).voice).toEqual({ volume: 80 });
	expect(withFixed(file, plain).voice).toEqual({ folder: "giong-noi" });
});
