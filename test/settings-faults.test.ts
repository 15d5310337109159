import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encode } from "fast-png";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EditableOffice } from "../config/editable.ts";
import { check } from "../config/faults.ts";
import { loadCatalogue, readOffice } from "../config/load.ts";
import { defaultCatalogueFolder, defaultOfficeFile } from "../config/places.ts";
import { readJson } from "../config/read-json.ts";
import type { Problem } from "../protocol/problem.ts";
import type { SettingsCheck, SettingsFault, SettingsView } from "../protocol/settings.ts";
import { type SettingsRule, settingsRules } from "../protocol/settings-rules.ts";
import { type FaultNames, faultInWords } from "../words/settings-faults.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";
import { sampleOfficeWith } from "./sample-office.ts";

type Edit = (office: EditableOffice) => Record<string, unknown>;

const names = { vi: "Nghỉ bù", en: "Day off" };
const hours = (...mon: object[]) => ({ mon });
const morning = { from: "07:30", to: "11:30" };
const first = <T>([one]: readonly T[], change: object): object[] => [{ ...one, ...change }];
const withFirst = <T>([one, ...others]: readonly T[], change: object) => [
	{ ...one, ...change },
	...others,
];
/** The first and a second that is the same but for what is changed. */
const twoSlides = [
	{ id: "mot", title: names },
	{ id: "hai", title: names },
];

/** What breaks each rule, as somebody might edit it. */
const edits: { [Is in SettingsRule["is"]]: Edit } = {
	missing: ({ services }) => ({ services: withFirst(services, { prefix: "" }) }),
	"unknown-key": ({ services }) => ({ services: withFirst(services, { fee: 5 }) }),
	unreadable: ({ services }) => ({ services: withFirst(services, { name: 5 }) }),
	choice: () => ({ lastTicket: "sometimes" }),
	number: () => ({ tickets: { undoSeconds: 1_000 } }),
	"too-long": () => ({ name: { vi: "a".repeat(401), en: "b" } }),
	"too-few": ({ counters }) => ({ counters: withFirst(counters, { services: [] }) }),
	"too-many": () => ({ ticker: Array(21).fill({ vi: "a", en: "a" }) }),
	"listed-twice": ({ counters }) => ({
		counters: withFirst(counters, { services: ["ho-tich", "ho-tich"] }),
	}),
	time: () => ({ hours: hours({ from: "7h", to: "11:30" }) }),
	day: () => ({ holidays: [{ date: "mai", name: names }] }),
	id: () => ({ boards: [{ id: "Sảnh 1" }] }),
	letter: ({ services }) => ({ services: withFirst(services, { prefix: "O" }) }),

	"unknown-name": ({ counters }) => ({
		counters: withFirst(counters, { services: ["ho-tich", "khong-co"] }),
	}),
	"unknown-language": () => ({ name: { ...names, tyz: "Nghỉ" } }),
	taken: ({ services }) => ({ services: withFirst(services, { prefix: "B" }) }),
	"field-taken": ({ services }) => ({
		services: withFirst(services, { fields: [...(services[0]?.fields ?? []), "chung-thuc"] }),
	}),
	"procedure-taken": ({ services }) => ({
		services: services.map((service, index) =>
			index < 2 ? { ...service, procedures: ["1.000894"] } : service,
		),
	}),
	"fields-left-out": ({ services }) => ({ services: withFirst(services, { fields: [] }) }),
	unserved: ({ counters }) => ({ counters: counters.slice(0, 2) }),
	retired: ({ counters }) => ({
		counters: [...counters, { id: "quay-7", label: "7", services: ["ho-tich"] }],
	}),
	"two-ways": () => ({
		boards: [{ id: "sanh", arrows: { left: ["quay-1"], right: ["quay-1"] } }],
	}),

	"end-before-begin": () => ({ hours: hours({ from: "11:30", to: "07:30" }) }),
	"numbers-too-late": () => ({ hours: hours({ ...morning, ticketsFrom: "12:00" }) }),
	"numbers-end": () => ({ hours: hours({ ...morning, ticketsTo: "12:00" }) }),
	"overlapping-periods": () => ({ hours: hours(morning, { from: "11:00", to: "17:00" }) }),
	"overlapping-numbers": () => ({
		hours: hours(morning, { from: "13:30", to: "17:00", ticketsFrom: "11:00" }),
	}),
	"outside-office-hours": ({ services }) => ({
		hours: hours(morning),
		services: withFirst(services, { hours: hours({ from: "08:00", to: "12:00" }) }),
	}),
	"quiet-hours-empty": () => ({ voice: { quietHours: [{ from: "11:30", to: "11:30" }] } }),

	"unreal-day": () => ({ holidays: [{ date: "2026-02-31", name: names }] }),
	"end-before-day": () => ({ holidays: [{ date: "2026-09-02", to: "2026-09-01", name: names }] }),
	"overlapping-days": () => ({
		holidays: [
			{ date: "2026-09-01", to: "2026-09-03", name: names },
			{ date: "2026-09-02", name: names },
		],
	}),
	"day-twice": () => ({
		workingDays: [
			{ date: "2026-08-22", as: "mon" },
			{ date: "2026-08-22", as: "tue" },
		],
	}),
	"hours-unsaid": () => ({ workingDays: [{ date: "2026-08-22" }] }),
	"hours-said-twice": () => ({
		workingDays: [{ date: "2026-08-22", as: "mon", periods: [morning] }],
	}),
	"weekday-closed": () => ({
		hours: hours(morning),
		workingDays: [{ date: "2026-08-22", as: "tue" }],
	}),
	"minutes-needed": () => ({ lastTicket: "refuse" }),

	"ratio-alone": () => ({ calling: { classes: { rule: "strict", priority: 2 } } }),
	"no-head-start": () => ({ calling: { classes: { rule: "ageing" } } }),
	"no-level": ({ priorityClasses }) => ({
		priorityClasses: first(priorityClasses, { level: 0 }),
		calling: { classes: { rule: "strict" } },
	}),
	"no-pickup": () => ({ calling: { pickupEvery: 3 } }),

	"ticker-too-long": () => ({
		ticker: Array(10).fill({ vi: "a".repeat(150), en: "a" }),
	}),
	"slide-empty": () => ({ slides: [...twoSlides, { id: "ba" }] }),
	"picture-unreadable": () => ({ slides: [{ picture: "anh.png", seconds: 20 }] }),
	"picture-unknown": () => ({ slides: [{ picture: "khac.png" }] }),

	"logo-unreadable": () => ({ paper: { logo: "logo.png", qr: false } }),
	"office-file-alone": () => ({ printers: [] }),
};

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let office: EditableOffice;

beforeAll(async () => {
	const file = await sampleOfficeWith(() => ({
		slides: [{ picture: "anh.png" }],
		paper: { logo: "logo.png" },
	}));
	const pictures = ["anh.png", "logo.png"].map((name) => join(dirname(file), name));
	const png = encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64) });
	for (const picture of pictures) await writeFile(picture, png);
	hub = await startHubProcess({ OFFICE_FILE: file });
	ask = asker(hub.url, await signIn(hub.url));
	const { body } = await ask<SettingsView>("GET", "/api/admin/settings");
	const checked = check(EditableOffice, body.office);
	if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
	office = checked.value;

	// A counter that comes and goes again.
	const put = (ifVersion: number, counters: object[]) =>
		ask("PUT", "/api/admin/settings", { ifVersion, office: { ...office, counters } });
	const more = [...office.counters, { id: "quay-7", label: "7", services: ["ho-tich"] }];
	expect([(await put(1, more)).status, (await put(2, office.counters)).status]).toEqual([200, 200]);
	for (const picture of pictures) await rm(picture);
});
afterAll(async () => {
	await hub.stop();
	await removeTemporaryDirectories();
});

const called: FaultNames = {
	field: (id) => id,
	counter: (id) => id.replace("quay-", "Quầy "),
	owner: (place) => place,
	day: (date) => date,
};

/** A sentence in each language, neither of which is the technician's English. */
function expectSentences({ rule, found, allowed }: SettingsFault): void {
	const [vi, en] = (["vi", "en"] as const).map((language) => faultInWords(rule, called, language));
	const about = [rule, vi, en];
	expect([about, vi === en]).toEqual([about, false]);
	expect(vi).toMatch(/[ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏồốộổỗờớợởỡụủũừứựửữỳỵỷỹđăâêôơư]/);
	for (const sentence of [vi, en]) {
		expect(sentence).toMatch(/^[“\p{Lu}\d].+\.$/u);
		expect(sentence).not.toMatch(/undefined|null|NaN|\[object|function/);
	}
	expect(vi).not.toContain(allowed);
	if (/[a-z] [a-z]/.test(found)) expect(vi).not.toContain(found);
}

test.each(Object.entries(edits))("%s is said in Vietnamese and in English", async (is, edit) => {
	const edited = { ...office, ...edit(office) };
	const { status, body } = await ask<SettingsCheck>("POST", "/api/admin/settings/check", {
		office: edited,
	});
	expect(status).toBe(200);
	expect(body.faults.map(({ rule }) => rule.is)).toContain(is);
	for (const fault of body.faults) expectSentences(fault);
	const refused = await ask<Problem>("PUT", "/api/admin/settings", {
		ifVersion: 3,
		office: edited,
	});
	expect([refused.status, refused.body.code]).toEqual([422, "settings/wrong"]);
	expect(refused.body.errors?.map(({ rule }) => rule)).toEqual(body.faults.map(({ rule }) => rule));
});

test("there is an edit for every rule", () => {
	expect(Object.keys(edits)).toEqual(settingsRules);
});

test("whatever stands at a place that is none of its kind has sentences too", () => {
	const file = defaultOfficeFile();
	const read = readJson(file);
	const catalogue = loadCatalogue(defaultCatalogueFolder());
	if (!read.ok || !catalogue.ok) throw new Error("the sample office is right");
	const whole = { ...Object(read.value), ...rich };
	let faults = 0;
	for (const path of placesIn(whole)) {
		for (const wrong of [null, "", "?", "x".repeat(500), 0.5, -1, true, [], [1, 1], {}]) {
			const checked = readOffice(file, withAt(whole, path, wrong), catalogue.catalogue);
			if (checked.ok) continue;
			faults += checked.faults.length;
			for (const fault of checked.faults) expectSentences(fault);
		}
	}
	expect(faults).toBeGreaterThan(1_000);
});

/** What the sample office does not have. */
const rich: Partial<EditableOffice> = {
	hours: { mon: [{ ...morning, ticketsFrom: "07:00", ticketsTo: "11:00" }] },
	holidays: [{ date: "2026-09-01", to: "2026-09-02", name: names }],
	workingDays: [{ date: "2026-08-22", as: "mon" }],
	boards: [
		{
			id: "sanh",
			counters: ["quay-1"],
			languages: ["vi"],
			slides: false,
			sound: true,
			arrows: { up: ["quay-1"] },
		},
	],
	slides: twoSlides,
	ticker: [names],
	voice: { languages: ["vi"], region: "north", volume: 80, quietHours: [morning] },
	paper: { header: names, footer: names, qr: true },
};

/** Every key, and of each list the first item. */
function placesIn(value: unknown): (string | number)[][] {
	const keys = Array.isArray(value)
		? value.slice(0, 1).map((_, index) => index)
		: typeof value === "object" && value !== null
			? Object.keys(value)
			: [];
	return keys.flatMap((key) => [
		[key],
		...placesIn(Reflect.get(Object(value), key)).map((path) => [key, ...path]),
	]);
}

function withAt(value: unknown, [key, ...rest]: (string | number)[], next: unknown): unknown {
	if (key === undefined) return next;
	const copy: object = Array.isArray(value) ? [...value] : { ...Object(value) };
	Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, next));
	return copy;
}
