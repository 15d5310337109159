import { expect, test } from "vitest";
import { readKioskOptions, usualProfile } from "./options.ts";

const page = "http://192.168.1.10:8080/kiosk/?kiosk=kiosk-1";

test("a screen needs to know its page, and all else may be left out", () => {
	expect(readKioskOptions(["--url", page])).toEqual({
		url: new URL(page),
		browser: undefined,
		profile: undefined,
		dryRun: false,
		extra: [],
	});
});

test("what stands after -- is the browser's", () => {
	const args = ["--url", page, "--dry-run", "--", "--force-device-scale-factor=1", "--lang=vi"];
	expect(readKioskOptions(args)).toMatchObject({
		dryRun: true,
		extra: ["--force-device-scale-factor=1", "--lang=vi"],
	});
});

test("a browser is a name on PATH, or a path from where one stands", () => {
	expect(readKioskOptions(["--url", page, "--browser", "brave"])).toMatchObject({
		browser: "brave",
	});
	expect(readKioskOptions(["--url", page, "--browser", "./chrome"])).toMatchObject({
		browser: `${process.cwd()}/chrome`,
	});
});

test("help is help", () => {
	expect(readKioskOptions(["--help"])).toBe("help");
});

test.each([
	["nothing", [], "--url is missing"],
	["an empty page", ["--url", ""], "--url is missing"],
	["a page without its scheme", ["--url", "may-chu/kiosk"], '--url "may-chu/kiosk" is no address'],
	["a host that reads as a scheme", ["--url", "hub:8080/kiosk/"], "begins with hub:"],
	["a file", ["--url", "file:///tmp/a.html"], "begins with file:"],
	["a password in it", ["--url", "http://a:b@hub/kiosk/"], "--url holds a name or password"],
	["the start page", ["--url", "http://hub:8080"], "is the start page"],
	["an empty profile", ["--url", page, "--profile", ""], "--profile is empty"],
	["an empty browser", ["--url", page, "--browser", ""], "--browser is empty"],
	["a slip of the pen", ["--url", page, "--profil", "a"], "did you mean --profile?"],
	["a word too many", ["--url", page, "kiosk-1"], "Unexpected argument 'kiosk-1'"],
	["a second page for the browser", ["--url", page, "--", "http://a"], '"http://a" is no flag'],
	["another profile for the browser", ["--url", page, "--", "--user-data-dir=/a"], "use --profile"],
	["the line by which it is watched", ["--url", page, "--", "--remote-debugging-pipe"], "watches"],
])("is refused with what is allowed: %s", (_, args, fault) => {
	const read = readKioskOptions(args);
	if (read === "help" || !("faults" in read)) throw new Error("it was taken");
	expect(read.faults.join("\n")).toContain(fault);
});

test("all that is wrong is said at once", () => {
	const read = readKioskOptions(["--browser", "", "--", "a", "b"]);
	expect(read).toMatchObject({ faults: { length: 4 } });
});

test("the profile lies in the user's own folder of data, and where a snap may write", () => {
	expect(usualProfile({}, "/home/in", false)).toBe("/home/in/.local/share/motcua-kiosk");
	expect(usualProfile({ XDG_DATA_HOME: "/d" }, "/home/in", false)).toBe("/d/motcua-kiosk");
	expect(usualProfile({ XDG_DATA_HOME: "d" }, "/home/in", false)).toBe(
		"/home/in/.local/share/motcua-kiosk",
	);
	expect(usualProfile({ XDG_DATA_HOME: "/d" }, "/home/in", true)).toBe(
		"/home/in/snap/chromium/common/motcua-kiosk",
	);
});
