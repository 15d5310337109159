import { randomInt, randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { nearest } from "../../config/nearest.ts";
import { AccountFile, known } from "../accounts/account-file.ts";
import { adminName } from "../accounts/accounts.ts";
import { hashPassword } from "../accounts/password.ts";
import { waitingResets, writeReset } from "../accounts/reset-file.ts";
import { openDocument } from "../documents.ts";
import { environmentOf, existingDataDir } from "./command-line.ts";
import { readOptions } from "./read-options.ts";
import { CannotDo, runCommandOf, say } from "./run-command.ts";

const help = `npm run accounts -- list [--data-dir DIR]
npm run accounts -- reset NAME [--data-dir DIR]

  list   who may sign in, with which roles
  reset  makes a new password for NAME and prints it once; at the next sign-in it must be changed. It also signs NAME out everywhere

  --data-dir  where data lies; DATA_DIR unless named
  --help      this text

Both may be used while the hub runs: it takes a reset in when somebody signs in.`;

await runCommandOf(
	"accounts",
	help,
	new Map([
		["list", list],
		["reset", reset],
	]),
);

async function list(args: string[]): Promise<number> {
	const dataDir = await existingDataDir(environmentOf(readOptions(args, {})).dataDir);
	const waiting = await waitingResets(dataDir);
	for (const { username, name, roles, disabled, mustChange } of await accountsIn(dataDir)) {
		const marks = [
			...(disabled ? ["disabled"] : []),
			...(mustChange ? ["must change the password"] : []),
			...(waiting.includes(username) ? ["reset, not signed in since"] : []),
		];
		say([username, name, roles.join(", "), ...marks].join("  "));
	}
	return 0;
}

async function reset([username = "", ...args]: string[]): Promise<number> {
	if (username === "" || username.startsWith("--")) {
		throw new CannotDo("name the account, as: npm run accounts -- reset admin");
	}
	const dataDir = await ownDataDir(environmentOf(readOptions(args, {})).dataDir);
	const names = (await accountsIn(dataDir)).map((account) => account.username);
	if (!names.includes(username)) {
		const near = nearest(username, names);
		throw new CannotDo(
			`no account is called ${JSON.stringify(username)}${near === undefined ? "" : ` (did you mean ${near}?)`}; "list" shows all`,
		);
	}
	const password = madePassword();
	await writeReset(dataDir, {
		version: 1,
		id: randomUUID(),
		username,
		password: await hashPassword(password),
	});
	say(`New password of ${username}: ${password}`);
	say("Shown this once. It holds from now on, and must be changed at the next sign-in.");
	if (username === adminName) {
		say("A hub that is started with ADMIN_PASSWORD takes that one for it again at each start.");
	}
	return 0;
}

async function accountsIn(dataDir: string) {
	const file = join(dataDir, "accounts.json");
	const { data } = await openDocument(file, AccountFile, { version: 1, accounts: [] });
	if (data.accounts.length === 0) {
		throw new CannotDo(`${file} holds no account: the hub makes "admin" when it is first started`);
	}
	return data.accounts.map(known);
}

/** What is left there must be the hub's own to read and remove. */
async function ownDataDir(named: string): Promise<string> {
	const dataDir = await existingDataDir(named);
	const { uid } = await stat(dataDir);
	const me = process.getuid?.();
	if (me !== undefined && me !== uid) {
		throw new CannotDo(
			`DATA_DIR ${dataDir} belongs to the user with id ${uid}, and you are ${me}: run it as that user, so that the hub can take it in`,
		);
	}
	return dataDir;
}

/** Three groups of four that can be read out: no character looks like another. 58 bits. */
function madePassword(): string {
	const characters = "abcdefghjkmnpqrstuvwxyz23456789";
	const group = () =>
		Array.from({ length: 4 }, () => characters.charAt(randomInt(characters.length))).join("");
	return [group(), group(), group()].join("-");
}
