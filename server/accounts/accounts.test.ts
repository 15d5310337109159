import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Accounts, openAccounts } from "./accounts.ts";
import { hashPassword } from "./password.ts";
import { writeReset } from "./reset-file.ts";

const adminPassword = "mat-khau-thu-nghiem";
const newcomer = {
	username: "lan",
	name: "Nguyễn Thị Lan",
	password: "bốn con mèo tím",
	roles: ["officer" as const],
};

const asked = { by: "admin" };

let directory: string;
let accounts: Accounts;

/** What the tests begin with, made once: hashing takes its time. */
let prepared: { directory: string; admin: string; adminAndLan: string };

beforeAll(async () => {
	const made = await mkdtemp(join(tmpdir(), "motcua-accounts-"));
	const [admin, adminAndLan] = [join(made, "admin.json"), join(made, "admin-and-lan.json")];
	prepared = { directory: made, admin, adminAndLan };
	await open(adminPassword, admin);
	await copyFile(admin, adminAndLan);
	const both = await open(undefined, adminAndLan);
	expect(await both.add(newcomer, asked)).toBe("added");
	await both.noteChanges(async () => {});
});
afterAll(() => rm(prepared.directory, { recursive: true, force: true }));

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-accounts-"));
	await copyFile(prepared.admin, file());
	accounts = await open();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const file = () => join(directory, "accounts.json");

async function open(password?: string, from = file()): Promise<Accounts> {
	const opened = await openAccounts(from, password);
	await opened.settled;
	return opened.accounts;
}

/** Lan has been added before, and that has been noted. */
async function withLan(): Promise<void> {
	await copyFile(prepared.adminAndLan, file());
	accounts = await open();
}

const named = (key: string, body = "{}") => ({
	...asked,
	request: { scope: "admin POST /api", key, body },
});
const generationOf = (username = "lan") => accounts.find(username)?.generation;

test("the admin's password is that of the environment at each start; another one ends the sessions, the same one does not", async () => {
	const before = generationOf("admin");
	accounts = await open(adminPassword);
	expect(generationOf("admin")).toBe(before);
	accounts = await open("mot-mat-khau-khac");
	expect(generationOf("admin")).not.toBe(before);
	expect(await accounts.signIn("admin", adminPassword)).toBeNull();
	expect(await accounts.signIn("admin", "mot-mat-khau-khac")).toMatchObject({ mustChange: false });
});

describe("a password", () => {
	test("that an admin typed for a new account need not be changed; one set later must be, and ends the sessions", async () => {
		expect(await accounts.add(newcomer, asked)).toBe("added");
		expect(await accounts.signIn("lan", newcomer.password)).toMatchObject({ mustChange: false });
		const before = generationOf();
		expect(await accounts.setPassword("lan", "năm con mèo tím", true, asked)).toBe("done");
		expect(generationOf()).not.toBe(before);
		expect(await accounts.signIn("lan", newcomer.password)).toBeNull();
		expect(await accounts.signIn("lan", "năm con mèo tím")).toMatchObject({ mustChange: true });
	});

	test("is changed by its owner with the old one, in whatever way its accents are typed", async () => {
		await withLan();
		await accounts.setPassword("lan", "năm con mèo tím", true, asked);
		const change = (old: string, next: string) =>
			accounts.changePassword("lan", { old, next }, asked);
		expect(await change("sai mật khẩu", "sáu con mèo tím")).toBe("session/wrong-credentials");
		expect(await change("năm con mèo tím", "năm con mèo tím".normalize("NFD"))).toBe(
			"password/same",
		);
		expect(await change("năm con mèo tím", "lan12345")).toBe("password/names-account");
		expect(await change("năm con mèo tím".normalize("NFD"), "sáu con mèo tím")).toBe("done");
		expect(await accounts.signIn("lan", "sáu con mèo tím")).toMatchObject({ mustChange: false });
	});

	test("that is asked for once more is set once; the same key with another one is refused", async () => {
		await withLan();
		const set = (password: string) => accounts.setPassword("lan", password, true, named("k1"));
		expect(await set("năm con mèo tím")).toBe("done");
		const after = generationOf();
		expect(await set("năm con mèo tím")).toBe("before");
		expect(generationOf()).toBe(after);
		expect(await set("sáu con mèo tím")).toBe("request/key-reused");
		accounts = await open();
		expect(await set("năm con mèo tím")).toBe("before");
	});

	test("stands nowhere in the file", async () => {
		await accounts.add(newcomer, named("k1"));
		await accounts.setPassword("lan", "năm con mèo tím", true, named("k2"));
		const text = await readFile(file(), "utf8");
		for (const secret of [adminPassword, newcomer.password, "năm con mèo tím"]) {
			expect(text).not.toContain(secret);
		}
	});
});

describe("an account", () => {
	test("is renamed without a sign-out; other roles and being disabled end its sessions", async () => {
		await withLan();
		const before = generationOf() ?? 0;
		await accounts.change("lan", { name: "Trần Thị Lan" }, asked);
		expect(generationOf()).toBe(before);
		await accounts.change("lan", { roles: ["supervisor", "officer"] }, asked);
		expect(generationOf()).toBe(before + 1);
		await accounts.change("lan", { roles: ["officer", "supervisor"], disabled: false }, asked);
		expect(generationOf()).toBe(before + 1);
		await accounts.change("lan", { disabled: true }, asked);
		expect(accounts.find("lan")).toMatchObject({
			name: "Trần Thị Lan",
			disabled: true,
			generation: before + 2,
		});
		expect(await accounts.change("hung", { disabled: true }, asked)).toBe("account/unknown");
	});

	test("of the last admin who can sign in is neither disabled nor stripped of it", async () => {
		await withLan();
		expect(await accounts.change("admin", { disabled: true }, asked)).toBe("account/last-admin");
		expect(await accounts.change("admin", { roles: ["officer"] }, asked)).toBe(
			"account/last-admin",
		);
		await accounts.change("lan", { roles: ["admin"] }, asked);
		expect(await accounts.change("lan", { disabled: true }, asked)).toBe("done");
		expect(await accounts.change("admin", { disabled: true }, asked)).toBe("account/last-admin");
		expect(await accounts.change("lan", { disabled: false }, asked)).toBe("done");
		expect(await accounts.change("admin", { disabled: true }, asked)).toBe("done");
	});

	test("of two admins who strip each other at once, one stays", async () => {
		await withLan();
		await accounts.change("lan", { roles: ["admin"] }, asked);
		const done = await Promise.all([
			accounts.change("lan", { roles: ["officer"] }, asked),
			accounts.change("admin", { roles: ["officer"] }, asked),
		]);
		expect(done).toEqual(["done", "account/last-admin"]);
	});
});

describe("what was done to an account", () => {
	const noted: object[] = [];
	const note = async (event: object, by: string) => void noted.push({ by, ...event });
	const full = () => Promise.reject(new Error("the disk is full"));
	beforeEach(() => noted.splice(0));

	test("is told to the audit once, in order, with the sessions that it ended and who did it", async () => {
		await accounts.add(newcomer, asked);
		const many = { by: "admin", sessions: 2 };
		await accounts.change("lan", { name: "Trần Thị Lan" }, many);
		await accounts.change("lan", { roles: ["supervisor"] }, many);
		await accounts.setPassword("lan", "năm con mèo tím", true, asked);
		await accounts.endSessions("lan", { by: "lan", sessions: 1 });
		expect(await accounts.change("admin", { disabled: true }, asked)).toBe("account/last-admin");
		await Promise.all([accounts.noteChanges(note), accounts.noteChanges(note)]);
		const changed = { by: "admin", type: "account-changed", username: "lan", disabled: false };
		expect(noted).toEqual([
			{ by: "admin", type: "account-added", username: "lan", roles: ["officer"] },
			{ ...changed, name: "Trần Thị Lan", roles: ["officer"] },
			{ by: "admin", type: "sessions-ended", username: "lan", sessions: 2 },
			{ ...changed, name: "Trần Thị Lan", roles: ["supervisor"] },
			{ by: "admin", type: "password-set", username: "lan", mustChange: true },
			{ by: "lan", type: "sessions-ended", username: "lan", sessions: 1 },
		]);
		expect(await readFile(file(), "utf8")).not.toContain("unnoted");
	});

	test.each<[string, () => Promise<string>, string]>([
		["adding it", () => accounts.add(newcomer, named("k1")), "account-added"],
		[
			"changing it",
			() => accounts.change("admin", { name: "Quản trị" }, named("k1")),
			"account-changed",
		],
		[
			"setting its password",
			() => accounts.setPassword("admin", "năm con mèo tím", true, named("k1")),
			"password-set",
		],
	])(
		"and could not be noted is noted when it is asked for once more, or after a restart: %s",
		async (_what, change, type) => {
			await change();
			await expect(accounts.noteChanges(full)).rejects.toThrow("the disk is full");
			await change();
			await accounts.noteChanges(note);
			expect(noted).toMatchObject([{ type }]);

			noted.splice(0);
			await accounts.change("admin", { name: "Quản trị viên" }, asked);
			await expect(accounts.noteChanges(full)).rejects.toThrow("the disk is full");
			accounts = await open();
			await accounts.noteChanges(note);
			expect(noted).toMatchObject([{ type: "account-changed", name: "Quản trị viên" }]);
		},
	);

	test("and was noted in part goes on where it stopped", async () => {
		await accounts.add(newcomer, asked);
		await accounts.change("lan", { name: "Trần Thị Lan" }, asked);
		const once = async (event: object, by: string) =>
			noted.length === 0 ? note(event, by) : full();
		await expect(accounts.noteChanges(once)).rejects.toThrow("the disk is full");
		await accounts.noteChanges(note);
		expect(noted).toMatchObject([{ type: "account-added" }, { type: "account-changed" }]);
	});
});

describe("a reset from the machine", () => {
	const waiting = async () =>
		(await readdir(directory)).filter((name) => name.startsWith("password-reset-"));

	async function reset(id: string, password: string): Promise<string[]> {
		await writeReset(directory, {
			version: 1,
			id,
			username: "admin",
			password: await hashPassword(password),
		});
		return take();
	}

	async function take(): Promise<string[]> {
		const noted: string[] = [];
		await accounts.takeResets(async (username) => {
			noted.push(username);
		});
		return noted;
	}

	test("is taken in by the hub that runs, ends the sessions, and must be changed", async () => {
		const before = generationOf("admin") ?? 0;
		expect(await reset("1", "abcd-efgh-jkmn")).toEqual(["admin"]);
		expect(await waiting()).toEqual([]);
		expect(await accounts.signIn("admin", "abcd-efgh-jkmn")).toMatchObject({
			mustChange: true,
			generation: before + 1,
		});
	});

	test("that could not be noted waits, and is set once: what its owner has changed since is not set back", async () => {
		await reset("1", "abcd-efgh-jkmn");
		await writeReset(directory, {
			version: 1,
			id: "2",
			username: "admin",
			password: await hashPassword("pqrs-tuvw-xyz2"),
		});
		const full = accounts.takeResets(() => Promise.reject(new Error("the disk is full")));
		await expect(full).rejects.toThrow("the disk is full");
		expect(await waiting()).toEqual(["password-reset-admin"]);
		await accounts.changePassword(
			"admin",
			{ old: "pqrs-tuvw-xyz2", next: "sáu con mèo tím" },
			asked,
		);
		expect(await take()).toEqual(["admin"]);
		expect(await accounts.signIn("admin", "sáu con mèo tím")).not.toBeNull();
	});

	test("that cannot be read keeps nobody from signing in", async () => {
		await writeFile(join(directory, "password-reset-admin"), "{hỏng");
		expect(await take()).toEqual([]);
		expect(await accounts.signIn("admin", adminPassword)).not.toBeNull();
	});
});
