import { expect, test } from "vitest";
import { checkFileSystem, checkSyncs, optionsOfMount } from "./check-disk.ts";
import { saidOf } from "./said-of.ts";

test("memory, other machines and layers of containers are no place for a ledger", () => {
	expect(saidOf(checkFileSystem(0x01021994))).toMatch(/^wrong DATA_DIR is on tmpfs/);
	expect(saidOf(checkFileSystem(0x6969))).toMatch(/^wrong DATA_DIR is on NFS/);
	// Node hands over what does not fit 31 bits as a negative number on some systems.
	expect(saidOf(checkFileSystem(0xff534d42 | 0))).toMatch(/^wrong DATA_DIR is on CIFS/);
	expect(saidOf(checkFileSystem(0x794c7630))).toMatch(/^wrong DATA_DIR is on overlay/);
	expect(saidOf(checkFileSystem(0x65735546))).toMatch(/^note DATA_DIR is on FUSE/);
	expect(checkFileSystem(0xef53)).toBeNull();
});

test.each<[string, Parameters<typeof checkSyncs>[0], RegExp]>([
	[
		"sound",
		{ tookMs: [0.4, 0.3, 9], mountOptions: ["rw"], turns: false },
		/^ok .* 0\.4 ms \(longest of 3: 9 ms\)$/,
	],
	["slow", { tookMs: [60, 55, 900], mountOptions: [], turns: null }, /^note very slow: .*60 ms/],
	["failing", { tookMs: [1, 6_000], mountOptions: [], turns: null }, /^wrong .*a disk that fails/],
	["turning", { tookMs: [8, 11, 9], mountOptions: [], turns: true }, /^ok /],
	[
		"turning and lying",
		{ tookMs: [0.2, 0.3], mountOptions: [], turns: true },
		/^note .*no turning disk is so fast/,
	],
	[
		"lying",
		{ tookMs: [0.004, 0.004], mountOptions: [], turns: false },
		/^note .*4 µs.*no disk is so fast/,
	],
	[
		"mounted to lie",
		{ tookMs: [1], mountOptions: ["rw", "nobarrier"], turns: false },
		/^wrong .*nobarrier/,
	],
])("a disk that is %s", (_, seen, said) => {
	expect(saidOf(checkSyncs(seen))).toMatch(said);
});

test("the options of a mount are found by its device", () => {
	const mountinfo = [
		"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,barrier=0",
		"40 22 8:2 / /home rw - ext4 /dev/sda2 rw",
	].join("\n");
	expect(optionsOfMount(mountinfo, "8:1")).toEqual(["rw", "relatime", "barrier=0"]);
	expect(optionsOfMount(mountinfo, "9:9")).toEqual([]);
});
