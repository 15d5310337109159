import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import type { EditableOffice } from "../config/editable.ts";
import type { Office } from "../config/office.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { Problem } from "../protocol/problem.ts";
import type { ProcedurePage } from "../protocol/procedures.ts";
import type { SettingsChanged, SettingsCheck, SettingsView } from "../protocol/settings.ts";
import type { CallAnswer, QueueAnswer } from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";
import { sampleOfficeWith } from "./sample-office.ts";

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
afterEach(() => hub.stop());
afterAll(removeTemporaryDirectories);

async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
	hub = await startHubProcess(env);
	ask = asker(hub.url, await signIn(hub.url));
}

type View = Omit<SettingsView, "office"> & { office: EditableOffice };
const settings = async () => (await ask<View>("GET", "/api/admin/settings")).body;
const office = async () => (await ask<OfficeView>("GET", "/api/office")).body;

async function edit(change: (office: EditableOffice) => Partial<EditableOffice>) {
	const { version, office: now } = await settings();
	const body = { ifVersion: version, office: { ...now, ...change(now) } };
	return ask<SettingsChanged & Problem>("PUT", "/api/admin/settings", body);
}

async function take(serviceId: string): Promise<TicketAnswer["ticket"]> {
	const got = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId });
	expect(got.status).toBe(201);
	return got.body.ticket;
}

const newService = {
	id: "phan-anh",
	prefix: "P",
	name: { vi: "Phản ánh tại chỗ", en: "Complaints on the spot" },
	fields: [],
};

test("a service, a counter and a word are new at once, for the queue and on every page, and after a restart", async () => {
	await start();
	expect((await settings()).version).toBe(1);
	const changed = await edit(({ services, counters }) => ({
		services: [...services, newService],
		counters: [...counters, { id: "quay-7", label: "7", services: ["phan-anh"] }],
		ticker: [{ vi: "Mang theo căn cước.", en: "Bring your identity card." }],
	}));
	expect([changed.status, changed.body]).toEqual([200, { version: 2 }]);
	const { number } = await take("phan-anh");
	expect(number).toBe("P001");
	expect((await ask("POST", "/api/counters/quay-7/open", {})).status).toBe(200);
	const called = await ask<CallAnswer>("POST", "/api/counters/quay-7/call-next", {});
	expect(called.body.ticket?.number).toBe("P001");

	for (const isRestarted of [false, true]) {
		if (isRestarted) {
			await hub.stop();
			await start({ DATA_DIR: hub.dataDir });
		}
		const now = await office();
		expect([now.settingsVersion, now.ticker[0]?.vi]).toEqual([2, "Mang theo căn cước."]);
		expect(now.services.find(({ id }) => id === "phan-anh")?.name).toEqual(newService.name);
	}
	const { versions } = await settings();
	expect(versions.map(({ number, by, from, sections }) => [number, by, from.is, sections])).toEqual(
		[
			[2, "admin", "edit", ["services", "counters", "ticker"]],
			[1, "hub", "file", []],
		],
	);
});

test("a field given to another service leads there, also in what kiosks search by themselves", async () => {
	await start();
	const birth = async () =>
		(await ask<ProcedurePage>("GET", "/api/procedures?q=khai%20sinh")).body.items[0]?.serviceId;
	await expect.poll(async () => (await office()).catalogue.hash).not.toBeNull();
	const { hash } = (await office()).catalogue;
	expect(await birth()).toBe("ho-tich");
	const changed = await edit(({ services }) => ({
		services: services.map((service) => ({
			...service,
			fields:
				service.id === "ho-tich"
					? service.fields.filter((field) => field !== "ho-tich")
					: service.id === "chung-thuc"
						? [...service.fields, "ho-tich"]
						: service.fields,
		})),
	}));
	expect(changed.status).toBe(200);
	expect(await birth()).toBe("chung-thuc");
	await expect.poll(async () => (await office()).catalogue.hash).not.toBe(hash);
});

test("what is wrong is said place by place and nothing is changed", async () => {
	await start();
	const { office: now } = await settings();
	const wrong = {
		...now,
		services: now.services.map((service, index) => ({ ...service, prefix: index < 2 ? "A" : "?" })),
		counters: [{ id: "quay-1", label: "1", services: ["khong-co"] }],
	};
	const checked = await ask<SettingsCheck>("POST", "/api/admin/settings/check", { office: wrong });
	const paths = checked.body.faults.map(({ path }) => path);
	expect(paths).toEqual(expect.arrayContaining(["/services/2/prefix", "/counters/0/services/0"]));
	const refused = await ask<Problem>("PUT", "/api/admin/settings", { ifVersion: 1, office: wrong });
	expect([refused.status, refused.body.code]).toEqual([422, "settings/wrong"]);
	expect(refused.body.errors?.map(({ path }) => path)).toEqual(paths);
	const before = await ask("GET", "/api/admin/settings");
	expect(before.body).toMatchObject({ version: 1, office: now });

	const unknown = await ask<Problem>("PUT", "/api/admin/settings", {
		ifVersion: 1,
		office: { ...now, printers: [] },
	});
	expect(unknown.status).toBe(422);
	expect(unknown.body.errors?.[0]?.path).toBe("/printers");
	const secret = await edit(({ slides = [] }) => ({
		slides: [...slides, { picture: "/etc/hostname.png" }],
	}));
	expect(secret.body.errors?.some(({ path }) => path.startsWith("/slides/"))).toBe(true);
});

test("of two who edit at once the second is told, and loses nothing of the first", async () => {
	await start();
	const { version, office: now } = await settings();
	const put = (ticker: string) =>
		ask<Problem>("PUT", "/api/admin/settings", {
			ifVersion: version,
			office: { ...now, ticker: [{ vi: ticker, en: ticker }] },
		});
	const [one, other] = await Promise.all([put("Nghỉ chiều thứ Sáu."), put("Nghỉ sáng thứ Hai.")]);
	expect([one.status, other.status].sort()).toEqual([200, 409]);
	// Whose answer was lost asks again, and is told the same.
	const [ticker = { vi: "", en: "" }] = (await office()).ticker;
	expect((await put(ticker.vi)).body).toEqual({ version: 2 });
	const refused = one.status === 409 ? one : other;
	expect(refused.body.code).toBe("settings/changed");
	expect(refused.body.detail).toContain("admin");
	expect((await settings()).version).toBe(2);
});

test("nothing goes from under whoever still needs it; what was retired comes back with its version alone", async () => {
	await start();
	await edit(({ services, counters }) => ({
		services: [...services, newService],
		counters: [...counters, { id: "quay-7", label: "7", services: ["phan-anh"] }],
	}));
	const { number } = await take("phan-anh");
	await ask("POST", "/api/counters/quay-7/open", {});
	const without = () =>
		edit(({ services, counters }) => ({
			services: services.filter(({ id }) => id !== "phan-anh"),
			counters: counters.filter(({ id }) => id !== "quay-7"),
		}));
	const refused = await without();
	expect([refused.status, refused.body.code]).toEqual([409, "settings/in-use"]);
	expect(refused.body.detail).toContain(number);
	expect(refused.body.detail).toContain("7");
	await ask("POST", "/api/counters/quay-7/call-next", {});
	await ask("POST", "/api/counters/quay-7/finish", {});
	await ask("POST", "/api/counters/quay-7/close", {});
	expect((await without()).body).toEqual({ version: 3 });
	expect((await ask<Problem>("POST", "/api/tickets", { serviceId: "phan-anh" })).body.code).toBe(
		"service/unknown",
	);

	const again = await edit(({ services, counters }) => ({
		services: [...services, { ...newService, name: { vi: "Việc khác", en: "Other things" } }],
		counters: [...counters, { id: "quay-7", label: "7", services: ["phan-anh"] }],
	}));
	expect(again.body.errors?.map(({ path }) => path).sort()).toEqual(
		["/counters/6/id", "/services/7/id"].sort(),
	);
	const back = { ifVersion: 3, to: 2 };
	expect((await ask("POST", "/api/admin/settings/back", back)).body).toEqual({ version: 4 });
	expect((await take("phan-anh")).number).toBe("P002");
	const { versions } = await settings();
	expect(versions[0]?.from).toEqual({ is: "back", to: 2 });
	const none = await ask<Problem>("POST", "/api/admin/settings/back", { ifVersion: 4, to: 99 });
	expect(none.body.code).toBe("settings/unknown-version");
});

test("an office file that changes is taken in with the edits; where both did, the file holds, and the edit is kept", async () => {
	const file = await sampleOfficeWith(() => ({ tickets: { undoSeconds: 20 } }));
	const write = async (change: (now: Office) => Partial<Office>) => {
		const now: Office = JSON.parse(await readFile(file, "utf8"));
		await writeFile(file, JSON.stringify({ ...now, ...change(now) }));
	};
	const restart = async () => {
		await hub.stop();
		await start({ OFFICE_FILE: file, DATA_DIR: hub.dataDir });
	};
	await start({ OFFICE_FILE: file });
	const ticker = [{ vi: "Mang theo căn cước.", en: "Bring your identity card." }];
	await edit(() => ({ ticker, tickets: { undoSeconds: 25 } }));
	await restart();
	expect((await settings()).version).toBe(2);

	await write(({ name }) => ({
		name: { ...name, vi: "Trung tâm xã Tân Phú" },
		tickets: { undoSeconds: 30 },
	}));
	await restart();
	const taken = await settings();
	expect([taken.version, taken.office.tickets?.undoSeconds, taken.office.ticker]).toEqual([
		3,
		30,
		ticker,
	]);
	expect(taken.office.name.vi).toBe("Trung tâm xã Tân Phú");
	expect(taken.versions[0]?.from).toEqual({ is: "file", over: ["tickets"], faults: [] });
	expect(hub.output()).toContain("tickets");

	// The file takes away what an edit leans on.
	await edit(({ counters }) => ({
		counters: [...counters, { id: "quay-9", label: "9", services: ["dat-dai"] }],
	}));
	await write(({ services, counters }) => ({
		services: services.map((service) => ({
			...service,
			id: service.id === "dat-dai" ? "nha-dat" : service.id,
		})),
		counters: counters.map((counter) => ({
			...counter,
			label: `${counter.label}0`,
			services: counter.services.map((id) => (id === "dat-dai" ? "nha-dat" : id)),
		})),
	}));
	await restart();
	const alone = await settings();
	expect(alone.office.counters.map(({ label }) => label)).toContain("10");
	expect(alone.version).toBe(5);
});

test("settings that change under load lose no number, double none, and are the last word", async () => {
	await start();
	const waiting = async () => (await ask<QueueAnswer>("GET", "/api/queue")).body.waiting;
	await ask("POST", "/api/counters/quay-1/open", {});
	const numbers: string[] = [];
	let ended = false;
	const citizens = Array.from({ length: 6 }, async (_, citizen) => {
		const serviceId = ["ho-tich", "chung-thuc", "cu-tru"][citizen % 3] ?? "";
		while (!ended) {
			const got = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId });
			expect(got.status).toBe(201);
			numbers.push(got.body.ticket.number);
		}
	});
	const called: string[] = [];
	const officer = (async () => {
		while (!ended) {
			const got = await ask<CallAnswer>("POST", "/api/counters/quay-1/call-next", {});
			expect(got.status).toBe(200);
			if (got.body.ticket) called.push(got.body.ticket.number);
		}
	})();
	for (let round = 0; round < 12; round++) {
		const got = await edit(({ services, counters }) => ({
			services: services.map((service) => ({
				...service,
				name: { ...service.name, vi: `${service.name.vi.split(" (")[0]} (${round})` },
				minutes: 5 + round,
			})),
			counters: counters.map((counter) => ({
				...counter,
				label: `${counter.id.at(-1)}${round % 2}`,
			})),
			calling: { classes: { rule: round % 2 ? "strict" : "first-come" } },
		}));
		expect(got.status).toBe(200);
	}
	ended = true;
	await Promise.all([...citizens, officer]);
	expect(new Set(numbers).size).toBe(numbers.length);
	expect(new Set(called).size).toBe(called.length);
	const left = (await waiting()).map(({ number }) => number);
	expect([...called, ...left].sort()).toEqual([...numbers].sort());
	expect((await office()).services[0]?.name.vi).toContain("(11)");

	// What the ledger says by itself is the same again.
	await hub.kill();
	await start({ DATA_DIR: hub.dataDir });
	expect((await waiting()).map(({ number }) => number)).toEqual(left);
	expect((await settings()).version).toBe(13);
	expect(numbers.length).toBeGreaterThan(50);
	const file = await readFile(join(hub.dataDir, "settings.json"), "utf8");
	expect(JSON.parse(file).versions).toHaveLength(13);
});
