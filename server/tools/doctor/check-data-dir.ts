import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { codeOf } from "../run-command.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface DataDir {
	dataDir: string;
	is: "directory" | "missing" | "something-else";
	/** The next directory above that is there, or itself. */
	standsIn: string;
	/** Whether this user may write there: in the directory, or where it would be made. */
	mayWrite: boolean;
	/** Whether nobody may, since the disk is mounted so or has been put so after a fault. */
	isReadOnly: boolean;
	/** Whether this user may make something beside it, as a restore does. */
	mayWriteBeside: boolean;
	/** Who runs this; null where the system has no such numbers. */
	user: Owner | null;
	owner: Owner | null;
	/** Files below that belong to somebody else than the directory does. */
	foreign: readonly string[];
	/** Whether it lies in the program's folder. */
	inProgram: boolean;
}

interface Owner {
	id: number;
	name: string;
}

const about = "DATA_DIR";

export function checkDataDir(seen: DataDir): Finding[] {
	const { dataDir, is, standsIn, mayWrite, user, owner } = seen;
	const me = user?.name ?? "this user";
	if (is === "something-else") {
		return [
			wrong(about, `${dataDir} is no directory`, "move that file away, or set another DATA_DIR"),
		];
	}
	if (seen.isReadOnly) {
		return [
			wrong(
				about,
				`${standsIn} is on a disk that is read-only`,
				"dmesg says whether it failed and was put so by the system: then save what is on it and use another; else mount -o remount,rw, and see /etc/fstab",
			),
		];
	}
	if (!mayWrite) {
		const made = is === "missing" ? `${standsIn}, where it would be made` : dataDir;
		const whose = owner === null ? "" : `, which belongs to ${owner.name}`;
		return [
			wrong(
				about,
				`${me} may not write in ${made}${whose}`,
				owner && owner.id !== 0 && user
					? `if the hub runs as ${owner.name}, ask as that user: sudo -u ${owner.name} npm run doctor; else: chown -R ${me}: ${dataDir}`
					: `mkdir -p ${dataDir} && chown -R ${user ? me : "USER"}: ${dataDir}, as root and for the hub's user`,
			),
		];
	}
	const found: Finding[] = [];
	const [other] = seen.foreign;
	if (other !== undefined) {
		const more = seen.foreign.length === 1 ? "" : ` and ${seen.foreign.length - 1} more`;
		found.push(
			wrong(
				about,
				`${join(dataDir, other)}${more} ${seen.foreign.length === 1 ? "does" : "do"} not belong to ${owner?.name ?? "the same user"} as the directory does: something was run as another user`,
				`chown -R ${owner?.name ?? "USER"}: ${dataDir}, as root; and run every command as the hub's user`,
			),
		);
	}
	if (user?.id === 0 && owner?.id === 0) {
		found.push(
			note(
				about,
				`${dataDir}, of root: a hub that runs as root may do anything to this machine`,
				"give it a user of its own: adduser --system --group motcua, and the directory to that user; docs/INSTALLING.md",
			),
		);
	} else if (user?.id === 0 && owner !== null) {
		found.push(
			note(
				about,
				`this was asked as root, who may do everything; the directory belongs to ${owner.name}`,
				`sudo -u ${owner.name} npm run doctor, with the hub's settings, says what the hub may do`,
			),
		);
	}
	if (seen.inProgram) {
		found.push(
			note(
				about,
				`${dataDir} lies in the program's folder: whoever puts a new version in its place takes the data along`,
				"set DATA_DIR to a folder of its own, as /var/lib/motcua/data, and move the data there with the hub stopped",
			),
		);
	}
	if (is === "directory" && !seen.mayWriteBeside) {
		found.push(
			note(
				about,
				`${me} may not write in ${dirname(dataDir)}: a restore is built there, beside the data`,
				`let DATA_DIR be one step below a directory of the hub's user`,
			),
		);
	}
	if (found.length > 0) return found;
	const whose = owner === null ? "" : `, of ${owner.name}`;
	return [
		ok(about, is === "missing" ? `${dataDir} is made at the first start` : `${dataDir}${whose}`),
	];
}

/** Looks at a data directory without changing anything. */
export async function lookAtDataDir(dataDir: string, program: string): Promise<DataDir> {
	const is = kindOf(dataDir);
	let standsIn = dataDir;
	// Of what this user may not look into it is not known whether it is there; a drive may not be.
	while (!existsSync(standsIn) && dirname(standsIn) !== standsIn) standsIn = dirname(standsIn);
	const standing = statSync(standsIn, { throwIfNoEntry: false });
	const uid = standing?.uid ?? 0;
	const me = process.getuid?.();
	const names = me === undefined ? "" : read("/etc/passwd");
	const ownerOf = (id: number) => ({ id, name: nameOfId(names, id) });
	const within = relative(program, dataDir);
	return {
		dataDir,
		is,
		standsIn,
		mayWrite: standing?.isDirectory() === true && whyNotIn(standsIn) === null,
		isReadOnly: whyNotIn(standsIn) === "EROFS",
		mayWriteBeside: existsSync(dirname(dataDir)) && whyNotIn(dirname(dataDir)) === null,
		user: me === undefined ? null : { id: me, name: userName(me, names) },
		owner: me === undefined ? null : ownerOf(uid),
		foreign: is === "directory" && me !== undefined ? await foreignIn(dataDir, uid) : [],
		inProgram: within !== ".." && !within.startsWith(`..${sep}`) && !/^([A-Za-z]:|\/)/.test(within),
	};
}

/** The name with a number in /etc/passwd or /etc/group; the number where there is none. */
export function nameOfId(text: string, id: number): string {
	for (const line of text.split("\n")) {
		const [name, , number] = line.split(":");
		if (name && number === String(id)) return name;
	}
	return String(id);
}

function userName(id: number, names: string): string {
	try {
		return userInfo().username;
	} catch {
		// Containers run as numbers that no list names.
		return nameOfId(names, id);
	}
}

function kindOf(path: string): DataDir["is"] {
	try {
		if (!lstatSync(path, { throwIfNoEntry: false })) return "missing";
		const found = statSync(path, { throwIfNoEntry: false });
		return found?.isDirectory() ? "directory" : "something-else";
	} catch {
		// A directory above it is closed to this user.
		return "missing";
	}
}

/** The system's word for why nothing can be made in a directory; null where it can. */
function whyNotIn(directory: string): string | null {
	try {
		accessSync(directory, constants.W_OK | constants.X_OK);
		return null;
	} catch (error) {
		return codeOf(error) ?? "unknown";
	}
}

async function foreignIn(directory: string, uid: number): Promise<string[]> {
	const foreign: string[] = [];
	const entries = await readdir(directory, { recursive: true }).catch(() => []);
	for (const name of entries) {
		// The hub may remove a file between two looks.
		const found = await lstat(join(directory, name)).catch(() => null);
		if (found && found.uid !== uid) foreign.push(name);
	}
	return foreign;
}

function read(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
