import { join } from "node:path";
import { pino } from "pino";
import { createCatalogue } from "../catalogue/catalogue.ts";
import { type Limits, noLimits } from "../config/limits.ts";
import { describeFaults, loadSettings } from "../config/load.ts";
import { projectRoot } from "../config/places.ts";
import { createPrinting } from "../printer/index.ts";
import { TicketAnswer as Answer, TakeTicket, type TicketAnswer } from "../protocol/tickets.ts";
import { openAccounts } from "../server/accounts/accounts.ts";
import { openDevices } from "../server/accounts/devices.ts";
import { openSessions } from "../server/accounts/sessions.ts";
import { createApp } from "../server/app.ts";
import { openAudit } from "../server/audit/audit.ts";
import { createServedCatalogueFiles } from "../server/catalogue-files/catalogue-files.ts";
import { createDoor } from "../server/door/door.ts";
import { startHub } from "../server/hub.ts";
import { createMemoryLedger } from "../server/ledger/memory-ledger.ts";
import { createHistory } from "../server/live/history.ts";
import { createLog } from "../server/log/log.ts";
import { createMetrics } from "../server/metrics.ts";
import { createOfficeClock } from "../server/office-clock.ts";
import { createOfficeHours } from "../server/office-hours.ts";
import { createPaperTrail } from "../server/paper-trail.ts";
import { createPapers } from "../server/papers.ts";
import { createPublicUrl } from "../server/public-url.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { createDayBooks } from "../server/reports/day-books.ts";
import { createDayEvents } from "../server/reports/day-events.ts";
import { createKeptTotals } from "../server/reports/kept-totals.ts";
import { requireDevice } from "../server/routes/known-device.ts";
import { createChangeSettings } from "../server/settings/change-settings.ts";
import { openSettings } from "../server/settings/settings.ts";
import { openSlidePictures } from "../server/settings/slide-pictures.ts";
import { openSlides } from "../server/slides.ts";
import type { Waits } from "../server/waits/waits.ts";

const path = "/api/the-same-ticket";

const mostAllowed = 10_000_000;
const neverReached: Limits = {
	ticketsPerMinutePerDevice: mostAllowed,
	openTicketsPerDevice: mostAllowed,
	reprintsPerTicket: mostAllowed,
	requestsPerMinutePerAddress: mostAllowed,
	signInsPerMinutePerAddress: mostAllowed,
	connectionsPerAddress: mostAllowed,
	messagesPerMinutePerLiveView: mostAllowed,
};

/** The hub's whole app, with one route more: it takes what `POST /api/tickets` takes and answers always the same. */
export async function sameApp(
	{ officeFile, dataDir, counts }: { officeFile: string; dataDir: string; counts: boolean },
	answer: TicketAnswer,
): Promise<{ url: string; path: string }> {
	const settings = loadSettings(officeFile);
	if (!settings.ok) throw new Error(describeFaults(settings.file, settings.faults));
	const { office } = settings;
	const log = pino({ level: "warn" }, pino.destination({ dest: 2, sync: true }));
	const now = Date.now;
	const { accounts, settled } = await openAccounts(join(dataDir, "accounts.json"), "khong-ai-hoi");
	const host = "127.0.0.1";
	const monotonic = () => performance.now();
	const history = createHistory(office);
	const { hours, timeZone } = office;
	const door = createDoor({ host, limits: counts ? neverReached : noLimits, monotonic });
	const hub = await startHub({
		office: { id: office.id, settings: queueSettings(office) },
		ledger: createMemoryLedger(),
		clock: createOfficeClock({ calendar: { hours, timeZone }, now, monotonic }),
		now,
		monotonic,
		log,
		saw: history.saw,
	});
	const audit = await openAudit({
		ledger: createMemoryLedger(),
		office: office.id,
		day: () => hub.clock.businessDay,
		now,
	});
	const devices = await openDevices({
		file: join(dataDir, "devices.json"),
		audit,
		isLocal: door.callers.isLocal,
		trustsLocal: true,
		isCurrent: () => true,
		now,
		monotonic,
	});
	const catalogue = createCatalogue(settings.catalogue, office.services);
	const dayEvents = createDayEvents(createMemoryLedger(), office.id);
	const kept = await openSettings({
		file: join(dataDir, "settings.json"),
		officeFile,
		picturesFolder: join(dataDir, "pictures"),
		inFile: settings.file,
		office,
		catalogue: settings.catalogue,
		now,
		log,
	});
	const slidePictures = await openSlidePictures({
		folder: join(dataDir, "pictures"),
		officeFile,
		settings: kept,
		now,
		log,
	});
	const app = await createApp(
		{
			office,
			settings: kept,
			changeSettings: createChangeSettings(kept, slidePictures, hub, log),
			slidePictures,
			isDemo: false,
			languages: settings.languages,
			catalogue,
			catalogueFiles: createServedCatalogueFiles({ catalogue, log }),
			hub,
			history,
			printing: createPrinting({ printers: office.printers, dataDir, log, onJob: () => undefined }),
			paperTrail: createPaperTrail(),
			metrics: createMetrics(),
			papers: createPapers({ office, catalogue, now, isDemo: false }),
			slides: openSlides([], log),
			voices: [],
			accounts,
			audit,
			log: createLog({ ledger: createMemoryLedger(), audit, office: office.id }),
			dayEvents,
			dayBooks: createDayBooks({
				ledger: createMemoryLedger(),
				events: dayEvents,
				kept: createKeptTotals(dataDir, office.timeZone),
				office,
				log,
			}),
			devices,
			sessions: await openSessions(join(dataDir, "sessions.json"), accounts, now),
			door,
			liveCompression: false,
			version: "0.0.0",
			now,
			waits: noWaits,
			hours: createOfficeHours({ office, state: () => hub.state, now }),
			publicUrl: createPublicUrl({ publicUrl: undefined, host, port: 0 }),
		},
		join(projectRoot(), "dist/web"),
		log,
	);
	app.post(
		path,
		{
			onRequest: requireDevice(devices.of, "kiosk"),
			config: { counts: "ticket" },
			schema: { body: TakeTicket, response: { 201: Answer } },
		},
		async (_request, reply) => {
			reply.code(201);
			return answer;
		},
	);
	const url = await app.listen({ port: 0, host });
	await settled;
	return { url, path };
}

/** The rival thinks nothing. */
const noWaits: Waits = {
	newcomer: () => null,
	ticket: () => null,
	newcomers: () => ({}),
	officeChanged() {},
	onNews() {},
	follow() {},
	close: async () => {},
};
