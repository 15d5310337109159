import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeProfile, mendProfile, usersOf } from "./profile.ts";

let profile: string;
let preferences: string;

beforeEach(() => {
	profile = mkdtempSync(join(tmpdir(), "motcua-test-"));
	mkdirSync(join(profile, "Default"));
	preferences = join(profile, "Default/Preferences");
});
afterEach(() => rmSync(profile, { recursive: true }));

test("a new profile is for its user alone, and has nothing to mend", () => {
	const own = join(profile, "sâu/hơn");
	makeProfile(own);
	expect(statSync(own).mode & 0o777).toBe(0o700);
	expect(mendProfile(own)).toEqual([]);
});

test("after a power cut it is marked as ended well, and all else in it stays", () => {
	const kept = { profile: { exit_type: "Crashed", name: "Máy" }, intl: { language: "vi" } };
	writeFileSync(preferences, JSON.stringify(kept));
	expect(mendProfile(profile)).toHaveLength(1);
	expect(JSON.parse(readFileSync(preferences, "utf8"))).toEqual({
		...kept,
		profile: { ...kept.profile, exit_type: "Normal", exited_cleanly: true },
	});
	expect(mendProfile(profile)).toEqual([]);
});

test.each(["Normal", "SessionEnded"])("one that ended well (%s) is left alone", (exit_type) => {
	const text = JSON.stringify({ profile: { exit_type } });
	writeFileSync(preferences, text);
	expect(mendProfile(profile)).toEqual([]);
	expect(readFileSync(preferences, "utf8")).toBe(text);
});

test.each(["", '{"profile": {"exit_t', "[]"])("preferences cut short (%j) are set aside", (cut) => {
	writeFileSync(preferences, cut);
	expect(mendProfile(profile)).toHaveLength(1);
	expect(existsSync(preferences)).toBe(false);
	expect(readFileSync(`${preferences}.damaged`, "utf8")).toBe(cut);
});

test("a lock that nobody holds is removed, also one of another machine's name", () => {
	for (const name of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) {
		symlinkSync("ten-cu-1234", join(profile, name));
	}
	expect(mendProfile(profile)).toEqual([expect.stringContaining("ten-cu-1234")]);
	expect(lstatSync(join(profile, "SingletonLock"), { throwIfNoEntry: false })).toBeUndefined();
});

test("nobody uses a profile that no browser was started with", () => {
	expect(usersOf(profile)).toEqual([]);
});
