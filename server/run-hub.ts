import { readFileSync } from "node:fs";
import { uptime } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Logger, pino } from "pino";
import { createCatalogue, type ServedBy } from "../catalogue/catalogue.ts";
import { describeFaults, loadSettings } from "../config/load.ts";
import type { Office } from "../config/office.ts";
import { defaultOfficeFile, projectRoot } from "../config/places.ts";
import { createPrinting } from "../printer/index.ts";
import type { Paper } from "../printer/paper.ts";
import { openAccounts } from "./accounts/accounts.ts";
import { openDevices } from "./accounts/devices.ts";
import { openSessions } from "./accounts/sessions.ts";
import { createApp } from "./app.ts";
import { type AuditEvent, openAudit } from "./audit/audit.ts";
import { createServedCatalogueFiles } from "./catalogue-files/catalogue-files.ts";
import { createDoor } from "./door/door.ts";
import { startHub } from "./hub.ts";
import { createLowdbLedger } from "./ledger/lowdb-ledger.ts";
import { createHistory } from "./live/history.ts";
import { createLog } from "./log/log.ts";
import { createMetrics } from "./metrics.ts";
import { createOfficeClock } from "./office-clock.ts";
import { createOfficeHours } from "./office-hours.ts";
import { holdDataDir } from "./one-hub.ts";
import { currentVersions } from "./page-versions.ts";
import { createPaperTrail } from "./paper-trail.ts";
import { createPapers } from "./papers.ts";
import { createPublicUrl } from "./public-url.ts";
import type { QueueState } from "./queue/state.ts";
import { queueSettings } from "./queue-settings.ts";
import { createDayBooks } from "./reports/day-books.ts";
import { createDayEvents } from "./reports/day-events.ts";
import { createKeptTotals } from "./reports/kept-totals.ts";
import { readRestored } from "./restored.ts";
import { createChangeSettings } from "./settings/change-settings.ts";
import { openSettings } from "./settings/settings.ts";
import { openSlidePictures } from "./settings/slide-pictures.ts";
import { createStanding } from "./settings/standing.ts";
import { openSlides } from "./slides.ts";
import { CannotStart, environmentOrStop, listen, prepareDataDir, tlsOrStop } from "./startup.ts";
import { beginUpkeep } from "./upkeep.ts";
import { createWaits } from "./waits/waits.ts";

/** How long a stop may take in all, and within it requests that are under way and tickets that are being printed. */
const stopWithinMs = 5_000;
const requestsWithinMs = 1_500;
const printingWithinMs = 2_500;

/** What of a demonstration goes on beside the hub: its people. */
export interface Demonstration {
	/** The hub listens. */
	begin(hub: { address: string; log: Logger }): Promise<void>;
	/** The hub is about to stop: nobody asks it anything once this has ended. */
	end(): Promise<void>;
	/** The hub has stopped, or could not start. */
	cleanUp(): Promise<void>;
}

/** Starts a hub, or says in lines what keeps it from starting and ends the process. */
export async function runHub(env: NodeJS.ProcessEnv, demonstration?: Demonstration): Promise<void> {
	try {
		await start(env, demonstration);
	} catch (error) {
		await demonstration?.cleanUp();
		cannotStart(error instanceof Error ? error.message : String(error));
	}
}

export function cannotStart(why: string): never {
	process.stderr.write(`motcua cannot start: ${why}\n`);
	process.exit(1);
}

/** The composition root: the environment, the real parts, listening, and the stop. */
async function start(env: NodeJS.ProcessEnv, demonstration?: Demonstration): Promise<void> {
	const environment = environmentOrStop(env);
	const log = pino({ level: environment.logLevel }, pino.destination({ dest: 2, sync: true }));
	const now = Date.now;
	const monotonic = () => performance.now();
	// Unlike performance.now it goes on while the machine sleeps.
	const sinceBoot = () => uptime() * 1_000;
	const tls = environment.tls && tlsOrStop(environment.tls, log);
	const officeFile = environment.officeFile ?? defaultOfficeFile();
	const loaded = loadSettings(officeFile);
	if (!loaded.ok) throw new CannotStart(describeFaults(loaded.file, loaded.faults));
	await prepareDataDir(environment.dataDir, log);
	const hold = await holdDataDir(environment.dataDir);
	if ("heldBy" in hold) {
		throw new CannotStart(
			`DATA_DIR ${environment.dataDir} is in use by the hub with process id ${hold.heldBy}: stop it, or name another directory`,
		);
	}

	const picturesFolder = join(environment.dataDir, "pictures");
	const settings = await openSettings({
		file: join(environment.dataDir, "settings.json"),
		officeFile,
		picturesFolder,
		inFile: loaded.file,
		office: loaded.office,
		catalogue: loaded.catalogue,
		now,
		log,
	});
	const slidePictures = await openSlidePictures({
		folder: picturesFolder,
		officeFile,
		settings,
		now,
		log,
	});
	const { office } = settings;
	const clock = createOfficeClock({ calendar: office, now, monotonic: sinceBoot });
	const history = createHistory(office);
	const ledgerDirectory = join(environment.dataDir, "ledger");
	const ledger = createLowdbLedger(ledgerDirectory, (line) => log.warn(line));
	const [{ accounts, settled }, hub] = await Promise.all([
		openAccounts(join(environment.dataDir, "accounts.json"), environment.adminPassword, (line) =>
			log.error(line),
		),
		startHub({
			office: {
				id: office.id,
				get settings() {
					return queueSettings(office);
				},
				...(await readRestored(environment.dataDir)),
			},
			ledger,
			clock,
			now,
			monotonic,
			log,
			saw: history.saw,
		}),
	]);
	// Awaited once the hub listens; until then a failure must not end the process unsaid.
	settled.catch(() => undefined);
	const sessions = await openSessions(join(environment.dataDir, "sessions.json"), accounts, now);
	const auditDirectory = join(environment.dataDir, "audit");
	const auditLedger = createLowdbLedger<AuditEvent>(auditDirectory, (line) => log.warn(line));
	const audit = await openAudit({
		ledger: auditLedger,
		office: office.id,
		day: () => hub.clock.businessDay,
		now,
	});
	const { limits } = office;
	const webRoot = join(projectRoot(), "dist/web");
	const version = versionOfThis();
	const door = createDoor({ ...environment, limits, tls: tls?.context, monotonic });
	const devices = await openDevices({
		file: join(environment.dataDir, "devices.json"),
		audit,
		isLocal: door.callers.isLocal,
		trustsLocal: office.devices?.trustLocal ?? true,
		isCurrent: currentVersions(webRoot, version),
		now,
		monotonic,
	});
	const paperTrail = createPaperTrail();
	const metrics = createMetrics();
	const printing = createPrinting({
		printers: office.printers,
		profiles: office.printerProfiles,
		dataDir: environment.dataDir,
		log,
		onJob(news) {
			metrics.count(news);
			paperTrail.note(news.job, news.ticketId);
		},
		isWanted: (paper) => isWanted(paper, hub.state),
	});
	const waits = createWaits({
		directory: join(ledgerDirectory, office.id),
		office,
		hub,
		now,
		log,
	});
	const dayEvents = createDayEvents(ledger, office.id);
	const dayBooks = createDayBooks({
		ledger,
		events: dayEvents,
		kept: createKeptTotals(join(ledgerDirectory, office.id), office.timeZone),
		office,
		log,
	});
	const catalogues = createStanding(createCatalogue(loaded.catalogue, office.services));
	const catalogue = catalogues.now;
	const catalogueFiles = createServedCatalogueFiles({ catalogue, log });
	const slides = openSlides(office.slides ?? [], log);
	const changeSettings = createChangeSettings(settings, slidePictures, hub, log);
	let served = servedBy(office.services);
	changeSettings.onChange(() => {
		slides.become(office.slides ?? []);
		waits.officeChanged();
		const servedNow = servedBy(office.services);
		if (isDeepStrictEqual(servedNow, served)) return;
		served = servedNow;
		catalogues.become(createCatalogue(loaded.catalogue, servedNow));
		catalogueFiles.catalogueChanged();
	});
	const isDemo = demonstration !== undefined;
	const papers = createPapers({ office, catalogue, now, isDemo });
	const app = await createApp(
		{
			office,
			settings,
			changeSettings,
			slidePictures,
			isDemo,
			languages: loaded.languages,
			catalogue,
			catalogueFiles,
			hub,
			history,
			printing,
			paperTrail,
			metrics,
			papers,
			slides,
			voices: loaded.voices,
			accounts,
			sessions,
			devices,
			audit,
			log: createLog({ ledger, audit, office: office.id }),
			dayEvents,
			dayBooks,
			door,
			liveCompression: environment.liveCompression,
			version,
			now,
			waits,
			hours: createOfficeHours({ office, state: () => hub.state, now }),
			publicUrl: createPublicUrl(environment),
		},
		webRoot,
		log,
	);
	stopOnSignal(log, async () => {
		await demonstration?.end();
		// A request that never ends, half sent or half read, does not hold the stop up.
		const cutOff = setTimeout(() => app.server.closeAllConnections(), requestsWithinMs);
		await app.close();
		clearTimeout(cutOff);
		await waits.close();
		await catalogueFiles.close();
		await hub.close();
		await ledger.close();
		await dayBooks.close();
		await auditLedger.close();
		await printing.close(printingWithinMs);
		await hold.release();
		await demonstration?.cleanUp();
	});
	log.debug({ routes: app.routes }, "routes");
	const address = await listen(app, environment);
	tls?.renew(app.server);
	beginUpkeep({
		office,
		hub,
		ledgerDirectory,
		auditDirectory,
		dayBooks,
		catalogueFiles,
		printing,
		papers,
		log,
	});
	say(`motcua listening on ${address}`);
	say(`${office.name.vi}: ${address}/`);
	const elsewhere = createPublicUrl(environment)({
		protocol: new URL(address).protocol.slice(0, -1),
		host: new URL(address).host,
	});
	if (elsewhere !== address) say(`From other machines: ${elsewhere}/`);
	const madePassword = await settled;
	if (madePassword) {
		say(
			`Account "admin", password "${madePassword}": shown this once, keep it. ADMIN_PASSWORD sets another.`,
		);
	}
	await demonstration?.begin({ address, log });
}

/** A ticket's first paper is worthless once it was called or given up; printing again was asked for by somebody who stands there. */
function isWanted(paper: Paper, { tickets }: QueueState): boolean {
	if (paper.kind !== "ticket" || paper.reprintedAt !== undefined) return true;
	return tickets.get(paper.ticketId)?.state === "waiting";
}

/** Of services, what the catalogue hangs on. */
function servedBy(services: Office["services"]): ServedBy[] {
	return services.map(({ id, fields, procedures = [], sign }) => ({
		id,
		fields,
		procedures,
		...(sign && { sign }),
	}));
}

function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
	let stopping = false;
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			const giveUp = setTimeout(() => {
				log.error("the stop took too long");
				process.exit(1);
			}, stopWithinMs);
			giveUp.unref();
			stop().then(
				() => process.exit(0),
				(error) => {
					log.error({ err: error }, "the stop failed");
					process.exit(1);
				},
			);
		});
	}
}

function versionOfThis(): string {
	return JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")).version;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
