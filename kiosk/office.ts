import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Stopped } from "../protocol/hall.ts";
import type { HallRow, KioskRow, OfficeStatus, Rows, Status } from "../protocol/live.ts";
import type { Names, OfficeService, OfficeView } from "../protocol/office.ts";
import type { PrintJob } from "../protocol/printing.ts";
import type { Field, FieldList } from "../protocol/procedures.ts";
import type { WaitRange } from "../protocol/tickets.ts";
import { api } from "../ui/api.ts";
import { askInTurn } from "../ui/ask-again.ts";
import type { LiveState } from "../ui/live.ts";
import { pageVersion } from "../ui/page-version.ts";
import { keepPaired, type Pairing, type PairingShown } from "../ui/pairing.ts";
import { setPanel, usualMmPerPx } from "../ui/panel.ts";
import { inLanguage } from "../words/language.ts";
import { dispatch } from "./store.ts";
import { partMissing, untilLoaded } from "./until-loaded.ts";

type WaitsStatus = Extract<Status, { topic: "waits" }>;

const known = signal<OfficeView | null>(null);
const fieldsKnown = signal<Field[] | null>(null);
const heard = signal(true);
const rows = signal<ReadonlySignal<Rows<KioskRow>> | null>(null);
const pairings = signal<Pairing | null>(null);
const waits = signal<WaitsStatus["services"] | null>(null);
const liveStates = signal<ReadonlySignal<LiveState> | null>(null);

/** The office as the hub last told it; null before its first answer. */
export const office: ReadonlySignal<OfficeView | null> = known;
/** Every field with the number of its procedures; null before the hub's first answer. */
export const fields: ReadonlySignal<Field[] | null> = fieldsKnown;
/** Whether the hub answered when last asked. */
export const hubAnswers: ReadonlySignal<boolean> = heard;
/** Whether the counts of waiting people are of now. A hub that goes away before the first word of it is no less away. */
export const live = computed((): LiveState => {
	const state = liveStates.value?.value ?? "connecting";
	return state === "connecting" && (partMissing.value || !heard.value) ? "stale" : state;
});

const away = signal(false);
/** Whether the hub is away for longer than it takes to start it anew: no number can be taken, and the kiosk says so. */
export const cutOff: ReadonlySignal<boolean> = away;

effect(() => {
	if (live.value !== "stale") {
		away.value = false;
		return;
	}
	const timer = setTimeout(() => {
		away.value = true;
	}, graceMs);
	return () => clearTimeout(timer);
});

/** What the kiosk shows instead of everything else while the hub does not let it in; null while it does. */
export const pairing: ReadonlySignal<PairingShown | null> = computed(
	() => pairings.value?.shown.value ?? null,
);

/** How many people wait for a service; null where it is not known now. */
export function waitingFor(serviceId: string): number | null {
	if (live.value !== "live") return null;
	const row = rows.value?.value[`service:${serviceId}`];
	return row?.kind === "service" ? row.waiting : null;
}

/**
 * How long somebody waits who takes a number of a service now; null where nothing honest can be said, or not now.
 * @param priorityClass null for none
 */
export function waitNow(serviceId: string, priorityClass: string | null): WaitRange {
	if (live.value !== "live") return null;
	return waits.value?.[serviceId]?.[priorityClass ?? ""] ?? null;
}

/** Where whoever has a number of the service sits down: as the office says it, else by the counters that call it. */
export function seatsFor(serviceId: string): { seats: Names | null; counters: string[] } {
	const service = known.value?.services.find(({ id }) => id === serviceId);
	return { seats: service?.seats ?? null, counters: countersOf(serviceId) };
}

/** The labels of the counters that call a service. */
export function countersOf(serviceId: string): string[] {
	const counters = known.value?.counters ?? [];
	return counters.filter(({ services }) => services.includes(serviceId)).map(({ label }) => label);
}

/** What services are called, in their order; what the office does not have is left out. */
export function serviceNames(serviceIds: readonly string[], language: string): string[] {
	return serviceIds.flatMap((serviceId) => {
		const service = known.value?.services.find(({ id }) => id === serviceId);
		return service === undefined ? [] : [inLanguage(service.name, language)];
	});
}

/** How many numbers of a service are left today; null where it has no quota. */
export function numbersLeft({ id, quotaLeft }: OfficeService): number | null {
	const row = rows.value?.value[`service:${id}`];
	return live.value === "live" && row?.kind === "service" ? row.quotaLeft : quotaLeft;
}

/** Why nobody is called and no number is given; null while all goes on, as far as the hub has said. */
export const stopped: ReadonlySignal<Stopped | null> = computed(() => {
	const row = rows.value?.value.hall;
	return row?.kind === "hall" ? row.stopped : null;
});

/** Today's hours where they are not the usual ones; null while they are, as far as the hub has said. */
export const movedHours: ReadonlySignal<HallRow["hours"]> = computed(() => {
	const row = rows.value?.value.hall;
	return row?.kind === "hall" ? row.hours : null;
});

/** The kiosk this page is: named in its address, else the office's first. Null where the office has no such kiosk. */
export const kiosk = computed(() => {
	const asked = askedKiosk();
	const kiosks = known.value?.kiosks ?? [];
	return (asked === null ? kiosks[0] : kiosks.find(({ id }) => id === asked)) ?? null;
});

/** What a printer is called; null for none, or one that the office does not have. */
export function printerName(printerId: string | null): string | null {
	return known.value?.printers.find(({ id }) => id === printerId)?.name ?? null;
}

/** The kiosk that the page's address names. */
export function askedKiosk(): string | null {
	return new URLSearchParams(location.search).get("kiosk");
}

/** Asks the hub for the office until it answers, keeps what it said fresh, and listens to what changes. */
export async function followOffice(): Promise<void> {
	setPanel(usualMmPerPx);
	await refresh();
	setInterval(refresh, refreshMs);
}

/** A hub that is started anew is back within it, and a touch meanwhile is sent again until then. */
const graceMs = 3_000;
const refreshMs = 60_000;
/** A hub that was just started names its catalogue a moment later. */
const unnamedMs = 3_000;
let listening = false;
let unnamedTimer: ReturnType<typeof setTimeout> | undefined;

const refresh = askInTurn(async () => {
	const [told, list] = await Promise.all([
		api<OfficeView>("GET", "/api/office"),
		api<FieldList>("GET", "/api/fields"),
	]);
	heard.value = told.ok && list.ok;
	if (told.ok && list.ok) take(told.value, list.value);
	return heard.value;
});

function take(told: OfficeView, list: FieldList) {
	known.value = told;
	fieldsKnown.value = list.items;
	const [first] = told.languages;
	if (first !== undefined) dispatch({ type: "office-speaks", language: first });
	const here = kiosk.value;
	if (here === null) {
		// biome-ignore lint/suspicious/noConsole: what keeps the kiosk's browser hands it to the technician.
		console.warn(`this office has no kiosk "${askedKiosk()}"`);
		return;
	}
	setPanel(here.mmPerPx);
	if (!listening) void listen(here.id);
	// One timer: a hub that never names its catalogue is not asked more and more often.
	clearTimeout(unnamedTimer);
	if (told.catalogue.hash === null) unnamedTimer = setTimeout(refresh, unnamedMs);
}

/** What the clock, or somebody, has changed of whether numbers are given. */
function takeStatus({ open, opening, services }: OfficeStatus) {
	const told = known.value;
	if (told === null) return;
	known.value = {
		...told,
		open,
		opening,
		services: told.services.map((service) => ({
			...service,
			...services.find(({ id }) => id === service.id),
		})),
	};
}

/** What listens comes after the first paint: the start screen works without. */
async function listen(kioskId: string) {
	listening = true;
	const { connectLive } = await untilLoaded(() => import("../ui/live.ts"));
	const paired = keepPaired({ role: "kiosk", place: kioskId }, () => connection.knock());
	const connection = connectLive<KioskRow>({
		view: "kiosk",
		id: kioskId,
		page: pageVersion(),
		onRefused: paired.refused,
		onAdmitted() {
			paired.admitted();
			// Perhaps a hub that was started anew, with other settings.
			void refresh();
		},
		onStatus: (status) => {
			if (status.topic === "office") takeStatus(status);
			else if (status.topic === "waits") waits.value = status.services;
			else if (status.topic === "settings") {
				if (known.value?.settingsVersion !== status.version) void refresh();
			} else if (status.topic === "job") dispatch({ type: "job", job: jobOf(status) });
			else if (status.topic === "printer") dispatch({ type: "printer", status });
		},
	});
	rows.value = connection.rows;
	liveStates.value = connection.state;
	pairings.value = paired;
}

function jobOf({ topic: _, ticketId: __, ...job }: Extract<Status, { topic: "job" }>): PrintJob {
	return job;
}
