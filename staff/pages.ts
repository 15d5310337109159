import type { ReadonlySignal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Language, OfficeView } from "../protocol/office.ts";
import type { Account, Role, Session } from "../protocol/staff.ts";
import { accountWords } from "../words/accounts.ts";
import { deviceWords } from "../words/devices.ts";
import { logWords } from "../words/log.ts";
import { printerWords } from "../words/printers.ts";
import { reportWords } from "../words/reports.ts";
import { settingsWords } from "../words/settings.ts";
import { slipWords } from "../words/slips.ts";
import { staffWords } from "../words/staff.ts";
import { supervisingWords } from "../words/supervising.ts";
import { voiceWords } from "../words/voice.ts";
import { AccountsPage } from "./accounts-page.tsx";
import type { Address } from "./address.ts";
import { Desk } from "./console/desk.tsx";
import { DevicesPage } from "./devices-page.tsx";
import { HallPage } from "./hall/hall-page.tsx";
import { laterPage } from "./later-page.tsx";
import { LogPage } from "./log-page.tsx";
import { OwnPage } from "./own-page.tsx";
import { needingAHand } from "./printers-heard.ts";
import { PrintersPage } from "./printers-page.tsx";
import { ReportPage } from "./reports/report-page.tsx";
import type { Sessions } from "./session.ts";
import { SlipsPage } from "./slips/slips-page.tsx";
import type { StaffLive } from "./staff-live.ts";
import { VoicePage } from "./voice/voice-page.tsx";

export interface PageProps {
	session: Session;
	sessions: Sessions;
	/** What the hub tells as it happens. */
	live: StaffLive;
	address: Address;
	office: ReadonlySignal<OfficeView | null>;
}

/** A page of the staff's. All there is to know of it stands in its entry below: a page is added by one line. */
export interface StaffPage {
	/** As the address has it: `?page=PATH`; the first is the one without. */
	path: string;
	label: (language: Language) => string;
	/** Who sees it; an admin sees all. The hub asks for itself. */
	roles: readonly Role[];
	page: ComponentType<PageProps>;
	/** It stands in no navigation: another page leads there. */
	isAside?: true;
	/** How many things wait there to be seen to. */
	waiting?: (live: StaffLive) => number;
}

const everybody: readonly Role[] = ["officer", "supervisor", "admin"];

const desk: StaffPage = {
	path: "",
	label: (language) => staffWords[language].desk,
	roles: everybody,
	page: Desk,
};

export const ownPage: StaffPage = {
	path: "me",
	label: (language) => accountWords[language].own.title,
	roles: everybody,
	isAside: true,
	page: OwnPage,
};

const pages: readonly StaffPage[] = [
	desk,
	{
		path: "hall",
		label: (language) => supervisingWords[language].title,
		roles: ["supervisor"],
		page: HallPage,
	},
	{
		path: "report",
		label: (language) => reportWords[language].inNavigation,
		roles: ["supervisor"],
		page: ReportPage,
	},
	{
		path: "slips",
		label: (language) => slipWords[language].title,
		roles: everybody,
		page: SlipsPage,
	},
	{
		path: "printers",
		label: (language) => printerWords[language].title,
		roles: everybody,
		page: PrintersPage,
		waiting: ({ printers }) => needingAHand(printers.value).length,
	},
	{
		path: "accounts",
		label: (language) => accountWords[language].list.title,
		roles: ["admin"],
		page: AccountsPage,
	},
	{
		path: "devices",
		label: (language) => deviceWords[language].title,
		roles: ["admin"],
		page: DevicesPage,
		waiting: ({ devices }) => devices.value?.list.waiting.length ?? 0,
	},
	{
		path: "settings",
		label: (language) => settingsWords[language].title,
		roles: ["admin"],
		page: laterPage(() => import("./settings/settings-page.tsx")),
	},
	{
		path: "voice",
		label: (language) => voiceWords[language].title,
		roles: ["admin"],
		isAside: true,
		page: VoicePage,
	},
	{
		path: "log",
		label: (language) => logWords[language].title,
		roles: ["admin"],
		page: LogPage,
	},
	ownPage,
];

export function pagesFor({ roles }: Account): StaffPage[] {
	return pages.filter((page) =>
		roles.some((role) => role === "admin" || page.roles.includes(role)),
	);
}

/** The page that the address names; the desk where it names none, or one that this account does not see. */
export function pageAt(path: string, account: Account): StaffPage {
	return pagesFor(account).find((page) => page.path === path) ?? desk;
}
