import fastifyCookie from "@fastify/cookie";
import fastifySession from "@fastify/session";
import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import type { Clock } from "../protocol/health.ts";
import type { Status } from "../protocol/live.ts";
import { bearerOf } from "./accounts/device.ts";
import { atFirstAnswer } from "./answer-writers.ts";
import { rangeOf } from "./door/addresses.ts";
import { refuseBareConnection } from "./door/front.ts";
import { docsPolicy } from "./door/headers.ts";
import { addLimits } from "./door/limits.ts";
import { adminsRoom } from "./live/admit.ts";
import { createLive } from "./live/live.ts";
import { watchOpening } from "./live/opening.ts";
import { tellPrinters } from "./live/printers-news.ts";
import { tellWaits } from "./live/waits-news.ts";
import { addPrintAgents } from "./print-agents.ts";
import { addAccountRoutes } from "./routes/accounts.ts";
import { addAdminDeviceRoutes } from "./routes/admin-devices.ts";
import { addClockRoute } from "./routes/clock.ts";
import { addCounterRoutes } from "./routes/counters.ts";
import { addErrorHandling, replyError } from "./routes/errors.ts";
import { addHallRoutes } from "./routes/hall.ts";
import { addHallCounterRoutes } from "./routes/hall-counters.ts";
import { addHealthRoute } from "./routes/health.ts";
import { addJsonBodies } from "./routes/json-bodies.ts";
import { addLanguageRoute } from "./routes/languages.ts";
import { addLogRoutes } from "./routes/log.ts";
import { isReading } from "./routes/methods.ts";
import { addMetricsRoute } from "./routes/metrics.ts";
import { addOfficeRoute } from "./routes/office.ts";
import { addPairingRoutes } from "./routes/pairings.ts";
import { addPaperPages } from "./routes/paper-pages.ts";
import type { App, Parts, Route } from "./routes/parts.ts";
import { phoneAddress } from "./routes/phone-address.ts";
import { addPrinterRoutes } from "./routes/printers.ts";
import { Refused } from "./routes/problems.ts";
import { addProcedureRoutes } from "./routes/procedures.ts";
import { addQueueRoute } from "./routes/queue.ts";
import { addReportRoutes } from "./routes/reports.ts";
import { addReprintRoutes } from "./routes/reprints.ts";
import { addScreens } from "./routes/screens.ts";
import { addServiceRoutes } from "./routes/services.ts";
import { addSessionRoutes } from "./routes/session.ts";
import { addSettingsRoutes } from "./routes/settings.ts";
import { addSlidePictureRoutes } from "./routes/slide-pictures.ts";
import { addSlideRoutes } from "./routes/slides.ts";
import { addSlipRoutes } from "./routes/slips.ts";
import { addStartPage } from "./routes/start-page.ts";
import { addTicketRoutes } from "./routes/tickets.ts";
import { addValidation } from "./routes/validation.ts";
import { addVoiceRoutes } from "./routes/voice.ts";
import { deviceList } from "./views/devices.ts";
import { officeStatus } from "./views/office-status.ts";

/** The largest body any call needs, many times over. */
const bodyLimitBytes = 64 * 1024;

/**
 * The hub's HTTP and live side over its parts. Nothing listens yet.
 * @param webRoot where the built browser apps lie
 */
export async function createApp(
	parts: Parts,
	webRoot: string,
	logger: FastifyBaseLogger,
): Promise<App> {
	const { door } = parts;
	const app: App = Fastify({
		loggerInstance: logger,
		serverFactory: door.createServer,
		clientErrorHandler: refuseBareConnection,
		trustProxy: door.proxies.any && ((address: string) => door.proxies.trusts(address)),
		logController: new LogController({ disableRequestLogging: true }),
		bodyLimit: bodyLimitBytes,
		schemaController: { compilersFactory: { buildSerializer: atFirstAnswer } },
		// Its own answer would be no problem document.
		return503OnClosing: false,
		routerOptions: { maxParamLength: 200 },
		rewriteUrl: ({ url = "/" }) => phoneAddress(url),
		frameworkErrors: (error, request, reply) => {
			replyError(error, request, reply);
		},
	});
	const routes: Route[] = [];
	app.decorate("routes", routes);
	app.addHook("onRoute", ({ method, url }) => {
		for (const one of [method].flat()) routes.push({ method: one, url });
	});
	addErrorHandling(app);
	addValidation(app);
	addJsonBodies(app);
	let stopping = false;
	app.addHook("preClose", async () => {
		stopping = true;
	});
	app.addHook("onRequest", async (request) => {
		if (stopping) throw new Refused("hub/stopping");
		const { raw } = request;
		if (door.callers.knownHost(raw) === null) throw new Refused("request/unknown-host");
		if (!isReading(request.method) && door.callers.isForeign(raw)) {
			throw new Refused("request/foreign-origin");
		}
	});
	await addLimits(app, door.limits, door.callers, ({ raw }) => {
		const device = parts.devices.of(raw, bearerOf(raw.headers));
		return device.is === "paired" ? device.id : rangeOf(door.callers.addressOf(raw));
	});
	await addApiDocs(app, parts.version);
	await app.register(fastifyCookie);

	addStartPage(app, parts);
	addPaperPages(app, parts);
	await addScreens(app, webRoot);
	addHealthRoute(app, parts);
	addOfficeRoute(app, parts);
	addLanguageRoute(app, parts);
	addSlideRoutes(app, parts);
	addVoiceRoutes(app, parts);
	addProcedureRoutes(app, parts);
	app.decorateRequest("device");
	addTicketRoutes(app, parts);
	addPairingRoutes(app, parts);
	app.decorateRequest("account");
	app.decorateRequest("sessionKey", "");
	app.decorateRequest("byStaff", false);
	addReprintRoutes(app, parts);
	addPrinterRoutes(app, parts);
	addMetricsRoute(app, parts, () => live.figures());
	addCounterRoutes(app, parts);
	addHallRoutes(app, parts);
	addHallCounterRoutes(app, parts);
	addServiceRoutes(app, parts);
	addQueueRoute(app, parts);
	addSlipRoutes(app, parts);
	addReportRoutes(app, parts);
	addClockRoute(app, parts);
	addAccountRoutes(app, parts);
	addLogRoutes(app, parts);
	addSettingsRoutes(app, parts);
	await app.register(async (pictures: App) => addSlidePictureRoutes(pictures, parts));
	addAdminDeviceRoutes(app, parts);
	// Only signing in and out changes a session; everybody else is known by the cookie alone.
	await app.register(async (signing: App) => {
		await signing.register(fastifySession, parts.sessions.options);
		addSessionRoutes(signing, parts);
	});

	const live = createLive({
		server: app.server,
		door,
		hub: parts.hub,
		history: parts.history,
		office: parts.office,
		kiosks: parts.office.kiosks,
		signedIn: (cookieHeader) =>
			parts.sessions.of(cookieHeader ? app.parseCookie(cookieHeader) : {}),
		deviceOf: parts.devices.of,
		presence: parts.devices.presence,
		statusesFor: (room) => [
			...(room === "staff" ? [clockStatus(parts.hub.clock)] : []),
			...(room === adminsRoom ? [devicesStatus(parts)] : []),
			...(room.startsWith("kiosk:") ? [opening.status()] : []),
			...(room === "board" || room === "staff" || room.startsWith("kiosk:")
				? [settingsStatus(parts)]
				: []),
			...waitsNews.statusesFor(room),
			...printersNews.statusesFor(room),
			...parts.paperTrail.statusesFor(room),
		],
		compresses: parts.liveCompression,
		log: logger,
	});
	parts.sessions.onEnded((keys) =>
		live.disconnectWhere(({ sessionKey }) => sessionKey !== null && keys.has(sessionKey)),
	);
	const stopDropping = dropSessions(parts, logger);
	const { office, hours } = parts;
	const opening = watchOpening({
		kiosks: office.kiosks,
		standing: () => officeStatus(office.services, hours),
		tell: live.tell,
		observe: parts.hub.observe,
	});
	/** Everybody who looks at the whole hall. */
	const halls = ["board", "staff", ...office.kiosks.map(({ id }) => `kiosk:${id}`)];
	const waitsNews = tellWaits({
		waits: parts.waits,
		followed: live.followed,
		halls,
		tell: live.tell,
	});
	const printersNews = tellPrinters(parts, live.tell);
	parts.changeSettings.onChange(() => {
		for (const room of halls) live.tell(room, settingsStatus(parts));
		opening.look();
	});
	parts.waits.follow(live.followed);
	parts.paperTrail.onNews(live.tell);
	const printAgents = addPrintAgents({
		sockets: live.sockets,
		switchboard: parts.printing.agents,
		deviceOf: parts.devices.of,
		presence: parts.devices.presence,
		version: parts.version,
		log: logger,
	});
	parts.devices.pairing.onRevoked(live.cutOff);
	parts.devices.pairing.onRevoked(printAgents.cutOff);
	parts.devices.onNews(() => live.tell(adminsRoom, devicesStatus(parts)));
	parts.hub.onClock((clock) => live.tell("staff", clockStatus(clock)));
	app.addHook("preClose", async () => {
		stopDropping();
		opening.stop();
		await live.close();
	});
	return app;
}

const clockStatus = (clock: Clock): Status => ({ topic: "clock", ...clock });
const settingsStatus = ({ settings }: Parts): Status => ({
	topic: "settings",
	version: settings.newest.number,
});
const devicesStatus = ({ devices }: Parts): Status => ({
	topic: "devices",
	...deviceList(devices),
});

/** How long a view may stay open after its session has run out. */
const dropEveryMs = 60_000;

/** Ends the views of those whose session has run out, now and then; a session that is ended ends its views itself. */
function dropSessions({ sessions }: Parts, log: FastifyBaseLogger): () => void {
	const timer = setInterval(() => {
		sessions
			.drop()
			.catch((error: unknown) => log.warn({ err: error }, "old sessions could not be removed"));
	}, dropEveryMs);
	timer.unref();
	return () => clearInterval(timer);
}

async function addApiDocs(app: App, version: string): Promise<void> {
	await app.register(fastifySwagger, {
		openapi: {
			openapi: "3.1.0",
			info: {
				title: "Một Cửa",
				version,
				description:
					"The lobby of a one-stop public office. Refusals are problem documents (RFC 9457) with a `code` from one closed list.",
			},
			tags: [
				{ name: "hub", description: "How the hub is" },
				{ name: "lobby", description: "What kiosks and phones ask" },
				{ name: "device", description: "How a kiosk or board on another machine is let in" },
				{ name: "counter", description: "What an officer does" },
				{ name: "printers", description: "How the printers are, and trying them" },
				{ name: "hall", description: "What a supervisor decides for today" },
				{ name: "staff", description: "Signing in, and the line" },
				{ name: "admin", description: "Who may do what" },
			],
		},
	});
	await app.register(fastifySwaggerUi, { routePrefix: "/api/docs", staticCSP: docsPolicy });
	app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
