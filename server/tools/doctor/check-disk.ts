import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, note, ok, wrong } from "./finding.ts";

/** File systems by the number that Linux gives them (statfs(2)): those on which a ledger does not belong. */
const unfit = new Map<number, { name: string; why: string; isWrong: boolean }>([
	[0x01021994, { name: "tmpfs", why: "it is memory, gone with the power", isWrong: true }],
	[0x858458f6, { name: "ramfs", why: "it is memory, gone with the power", isWrong: true }],
	[0x6969, { name: "NFS", why: network(), isWrong: true }],
	[0xff534d42, { name: "CIFS", why: network(), isWrong: true }],
	[0xfe534d42, { name: "SMB", why: network(), isWrong: true }],
	[0x517b, { name: "SMB", why: network(), isWrong: true }],
	[0x01021997, { name: "9p", why: "it belongs to another machine", isWrong: true }],
	[
		0x794c7630,
		{
			name: "overlay",
			why: "it is a layer of a container or of a system that forgets, gone with it",
			isWrong: true,
		},
	],
	[0x4d44, { name: "FAT", why: "a power cut may damage all of it", isWrong: true }],
	[0x2011bab0, { name: "exFAT", why: "a power cut may damage all of it", isWrong: true }],
	[
		0x65735546,
		{ name: "FUSE", why: "what it does with a sync is for its program to say", isWrong: false },
	],
]);

function network(): string {
	return "it lies on another machine: without the network no number could be given, and a second hub would not be seen";
}

export function checkFileSystem(type: number): Finding | null {
	const found = unfit.get(type >>> 0);
	if (!found) return null;
	const says = `DATA_DIR is on ${found.name}: ${found.why}`;
	const toDo =
		"set DATA_DIR to a folder on the machine's own disk (ext4, xfs, btrfs, NTFS); in a container, to a volume";
	return found.isWrong ? wrong("file system", says, toDo) : note("file system", says, toDo);
}

export interface Syncs {
	/** How long each append with its sync took. */
	tookMs: readonly number[];
	/** Options that the file system was mounted with. */
	mountOptions: readonly string[];
	/** Whether the disk turns; null where that is not known. */
	turns: boolean | null;
}

/** A number is given when it is on the disk, so that everybody waits for as long. */
const slowMs = 50;
/** A hub takes what lasts longer for a disk that fails. */
const failingMs = 5_000;
/** A disk that turns has to wait for its place to come by: no honest one is quicker, whatever it was told. */
const turningMs = 1;
/** The way through the system and to the disk and back takes longer than this alone. */
const impossibleMs = 0.01;

export function checkSyncs({ tookMs, mountOptions, turns }: Syncs): Finding {
	const sorted = [...tookMs].sort((one, other) => one - other);
	const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const longest = sorted.at(-1) ?? 0;
	const says = `an append with its sync takes ${said(middle)} (longest of ${sorted.length}: ${said(longest)})`;
	const unsafe = mountOptions.filter((option) => /^(nobarrier|barrier=0)$/.test(option));
	if (unsafe.length > 0) {
		return wrong(
			"disk",
			`it is mounted with ${unsafe.join(", ")}: what was answered may be gone after a power cut; ${says}`,
			"take that out of /etc/fstab and start the machine anew",
		);
	}
	if (longest >= failingMs) {
		return wrong(
			"disk",
			`${says}: a hub would take it for a disk that fails`,
			"dmesg and smartctl -a on the disk; use another",
		);
	}
	if (middle > slowMs) {
		return note(
			"disk",
			`very slow: ${says}; each number and each call waits for that`,
			"put DATA_DIR on an SSD; memory cards and USB sticks are too slow, and wear out",
		);
	}
	if (middle < impossibleMs || (turns === true && middle < turningMs)) {
		return note(
			"disk",
			`${says}: no ${turns ? "turning disk" : "disk"} is so fast. It says that things are on it before they are; a power cut may take numbers back that were given`,
			"switch its write cache off (hdparm -W 0), or the host's for this virtual disk; or hang the machine on a UPS",
		);
	}
	return ok("disk", says);
}

function said(ms: number): string {
	return ms < 0.1 ? `${Math.round(ms * 1_000)} µs` : `${Number(ms.toPrecision(2))} ms`;
}

/** The disk could be dying: what was measured until then is enough to say so. */
const measureForMs = 10_000;

/**
 * Appends lines to a file of its own and syncs each, as the ledger does. The file is gone afterwards.
 * @throws what the system says where it cannot
 */
export async function measureSyncs(directory: string, times: number): Promise<number[]> {
	const file = join(directory, `.doctor-${process.pid}-${randomBytes(4).toString("hex")}`);
	const handle = await open(file, "wx", 0o600);
	const tookMs: number[] = [];
	try {
		const line = Buffer.alloc(500, 0x2e);
		const begun = performance.now();
		for (let time = 0; time < times && performance.now() - begun < measureForMs; time++) {
			const before = performance.now();
			await handle.write(line, 0, line.length, time * line.length);
			await handle.datasync();
			tookMs.push(performance.now() - before);
		}
	} finally {
		await handle.close();
		await rm(file, { force: true });
	}
	return tookMs;
}

/** What Linux tells of the disk that a directory lies on; nothing elsewhere. */
export function diskBeneath(directory: string): Pick<Syncs, "mountOptions" | "turns"> {
	if (process.platform !== "linux") return { mountOptions: [], turns: null };
	const dev = BigInt(statSync(directory).dev);
	// As major(3) and minor(3) of glibc take it apart.
	const major = Number((dev >> 8n) & 0xfffn);
	const minor = Number((dev & 0xffn) | ((dev >> 12n) & 0xfff00n));
	const mounts = attempt("/proc/self/mountinfo") ?? "";
	const block = `/sys/dev/block/${major}:${minor}`;
	// A partition says it of the disk that it is on.
	const turns = attempt(`${block}/queue/rotational`) ?? attempt(`${block}/../queue/rotational`);
	return {
		mountOptions: optionsOfMount(mounts, `${major}:${minor}`),
		// Virtual disks say that they turn unless somebody told them not to.
		turns: turns === null || isVirtual(block) ? null : turns.trim() === "1",
	};
}

/** All options of the mounts of a device, out of /proc/self/mountinfo: proc_pid_mountinfo(5). */
export function optionsOfMount(mountinfo: string, device: string): string[] {
	const options = mountinfo
		.split("\n")
		.filter((line) => line.split(" ")[2] === device)
		.flatMap((line) => {
			const [before = "", after = ""] = line.split(" - ");
			return `${before.split(" ")[5] ?? ""},${after.split(" ")[2] ?? ""}`.split(",");
		});
	return [...new Set(options)];
}

function isVirtual(block: string): boolean {
	const model = attempt(`${block}/device/model`) ?? attempt(`${block}/../device/model`);
	return model === null || /virtual|qemu|vbox|vmware/i.test(model);
}

function attempt(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return null;
	}
}
