import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Office } from "../../config/office.ts";
import type { Voice } from "../../config/voice.ts";
import type { Printing } from "../../printer/index.ts";
import type { FurtherLanguage } from "../../protocol/languages.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Devices } from "../accounts/devices.ts";
import type { Sessions } from "../accounts/sessions.ts";
import type { Audit } from "../audit/audit.ts";
import type { ServedCatalogueFiles } from "../catalogue-files/catalogue-files.ts";
import type { Door } from "../door/door.ts";
import type { Hub } from "../hub.ts";
import type { History } from "../live/history.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../metrics.ts";
import type { OfficeHours } from "../office-hours.ts";
import type { PaperTrail } from "../paper-trail.ts";
import type { Papers } from "../papers.ts";
import type { DayBooks } from "../reports/day-books.ts";
import type { DayEvents } from "../reports/day-events.ts";
import type { ChangeSettings } from "../settings/change-settings.ts";
import type { Settings } from "../settings/settings.ts";
import type { SlidePictures } from "../settings/slide-pictures.ts";
import type { Slides } from "../slides.ts";
import type { Waits } from "../waits/waits.ts";

/** All that the routes stand on. */
export interface Parts {
	/** As it now stands, whenever something of it is read: what a route takes out of it at the start stays as it was. */
	office: Office;
	settings: Settings;
	changeSettings: ChangeSettings;
	slidePictures: SlidePictures;
	/** Whether the people in the hall are made up: every screen and paper says so. Nothing that is asked over the network changes it. */
	isDemo: boolean;
	/** Those that the office added to Vietnamese and English. */
	languages: readonly FurtherLanguage[];
	catalogue: Catalogue;
	/** What kiosks search the catalogue with by themselves. */
	catalogueFiles: ServedCatalogueFiles;
	hub: Hub;
	/** Given to the hub when it started. */
	history: History;
	printing: Printing;
	paperTrail: PaperTrail;
	papers: Papers;
	slides: Slides;
	/** The clips that boards announce calls with. */
	voices: readonly Voice[];
	metrics: Metrics;
	accounts: Accounts;
	sessions: Sessions;
	devices: Devices;
	audit: Audit;
	log: Log;
	dayEvents: DayEvents;
	dayBooks: DayBooks;
	door: Door;
	/** Whether live messages are compressed. */
	liveCompression: boolean;
	version: string;
	now: () => number;
	waits: Waits;
	/** Whether one can get a number now. */
	hours: OfficeHours;
	/** The address that people's phones are led to, for a request that came to `host`. */
	publicUrl(request: { protocol: string; host: string }): string;
}

/** A route as it is registered, with the names of its parameters in it: `/api/tickets/:id`. */
export interface Route {
	method: string;
	url: string;
}

declare module "fastify" {
	interface FastifyInstance {
		/** Everything that is registered. */
		routes: readonly Route[];
	}
}

/** Fastify with TypeBox's types. */
export type App = FastifyInstance<
	RawServerDefault,
	IncomingMessage,
	ServerResponse,
	FastifyBaseLogger,
	TypeBoxTypeProvider
>;
