import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { describeFaults, loadSettings } from "../config/load.ts";
import type { Office } from "../config/office.ts";
import { defaultOfficeFile } from "../config/places.ts";
import type { ProcedurePage } from "../protocol/procedures.ts";
import type { NewAccount, Role } from "../protocol/staff.ts";
import type { Demonstration } from "../server/run-hub.ts";
import { seeded } from "../simulate/laws/random.ts";
import { demoNotes, demoWords } from "../words/demo.ts";
import { addressFromHere } from "./environment.ts";
import { createHallOverHttp, type HallOverHttp } from "./hall-over-http.ts";
import { demoLaws, demoOffice, drawLanguage, freeCounters } from "./laws.ts";
import { beginLife, live, officersOf, wishes } from "./life.ts";
import { createLifeClock } from "./life-clock.ts";
import { morningOf } from "./morning.ts";

const languages = ["vi", "en"] as const;
/** Whoever tries it out may be each of them. */
const yours = ["officer", "supervisor", "admin"] as const satisfies readonly Role[];

/** A demonstration that has not begun, and the settings that its hub starts with. */
export function prepare(env: NodeJS.ProcessEnv): {
	env: NodeJS.ProcessEnv;
	demonstration: Demonstration;
} {
	const office = sampleOffice();
	const directory = mkdtempSync(join(tmpdir(), "motcua-demo-"));
	const officeFile = join(directory, "office.json");
	writeFileSync(officeFile, JSON.stringify(office.file));
	const password = `sen-${randomInt(100_000, 1_000_000)}`;
	const stop = new AbortController();
	let living: Promise<void> = Promise.resolve();
	let hasBegun = false;
	return {
		env: {
			LOG_LEVEL: "warn",
			...env,
			DATA_DIR: join(directory, "data"),
			OFFICE_FILE: officeFile,
			ADMIN_PASSWORD: password,
		},
		demonstration: {
			async begin({ address, log }) {
				const seed = randomUUID();
				const opened = await openHall(office.settings, address, password, seed, log).catch(
					(error: unknown) => {
						if (stop.signal.aborted) return null;
						throw error;
					},
				);
				// It was stopped before it had begun.
				if (opened === null || stop.signal.aborted) return;
				const { hall, parts } = opened;
				tell(office.settings, address, password);
				hasBegun = true;
				const world = beginLife({ office: office.settings, hall, seed, ...parts });
				living = live(world, parts.clock, stop.signal).catch((error: unknown) => {
					log.fatal({ err: error }, "the simulated people have stopped: start it anew");
				});
			},
			async end() {
				stop.abort();
				await living;
			},
			async cleanUp() {
				rmSync(directory, { recursive: true, force: true });
				if (!hasBegun) return;
				for (const language of languages) process.stdout.write(`${demoWords[language].ended}\n`);
			},
		},
	};
}

/** The sample office, as its file has it and as it is read. */
function sampleOffice(): { file: unknown; settings: Office } {
	const name = defaultOfficeFile();
	const loaded = loadSettings(name);
	if (!loaded.ok) throw new Error(describeFaults(loaded.file, loaded.faults));
	const file: Office = JSON.parse(readFileSync(name, "utf8"));
	return { file: demoOffice(file), settings: demoOffice(loaded.office) };
}

/** Who works here gets an account, and what was given on paper until now is entered. */
async function openHall(
	office: Office,
	address: string,
	password: string,
	seed: string,
	log: Logger,
) {
	const laws = demoLaws(office, seed);
	const random = seeded(`morning/${seed}`);
	const officers = officersOf(office, laws, random);
	const passwords = new Map([
		["admin", password],
		...officers.map(({ desk }) => [desk.officer, randomUUID()] as const),
	]);
	const hall = createHallOverHttp(addressFromHere(address), passwords, (line) => log.warn(line));
	for (const { desk, place } of officers) {
		await add(hall, {
			username: desk.officer,
			password: passwords.get(desk.officer) ?? "",
			name: demoNotes.officer(place + 1),
			roles: ["officer"],
		});
	}
	for (const role of ["officer", "supervisor"] as const) {
		const name = demoWords.vi.names[role];
		await add(hall, { username: role, password, name, roles: [role] });
	}
	const [first] = officers;
	for (const slip of first ? morningOf(office, laws, officers, random, Date.now()) : []) {
		const entered = await hall.enterSlip(first?.desk.officer ?? "", slip);
		if (!entered.ok) log.warn({ slip, code: entered.code }, "a paper number was refused");
	}
	const procedures = await hall.ask<ProcedurePage>("GET", "/api/procedures?limit=500");
	const proceduresOf = new Map<string, string[]>();
	for (const { code, serviceId } of procedures.ok ? procedures.value.items : []) {
		proceduresOf.set(serviceId, [...(proceduresOf.get(serviceId) ?? []), code]);
	}
	const kiosks = office.kiosks.map(({ id }) => id);
	return {
		hall,
		parts: { wish: wishes(kiosks, proceduresOf, drawLanguage), clock: createLifeClock() },
	};
}

async function add(hall: HallOverHttp, account: NewAccount): Promise<void> {
	const added = await hall.ask("POST", "/api/admin/accounts", account, "admin");
	if (!added.ok) throw new Error(`the account ${account.username} was refused: ${added.code}`);
}

function tell(office: Office, address: string, password: string): void {
	const free = freeCounters(office);
	const labels = office.counters.filter(({ id }) => free.includes(id)).map(({ label }) => label);
	for (const language of languages) {
		const words = demoWords[language];
		const lines = [
			words.begins,
			words.start(`${address}/?lang=${language}`),
			words.accounts(password),
			...yours.map((role) => words.account(role, words.roles[role])),
			words.free(labels.join(", ")),
		];
		process.stdout.write(`\n${lines.join("\n")}\n`);
	}
}
