import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AuditEvent } from "../audit/audit.ts";
import { createDoor } from "../door/door.ts";
import { LedgerUnavailable } from "../ledger/ledger.ts";
import { mostWrongCodes } from "./code-tries.ts";
import { type Devices, openDevices } from "./devices.ts";
import type { PairedDevice } from "./paired-devices.ts";
import { codeForMs, mostAtAddress, mostInAll, type WaitingDevice } from "./waiting-devices.ts";

const kiosk = {
	role: "kiosk",
	place: "kiosk-1",
	address: "192.168.1.31",
	request: undefined,
} as const;
const name = "Máy lấy số cửa chính";

let directory: string;
let file: string;
let passedMs: number;
let noted: { event: AuditEvent; by: string }[];
let auditIsFull: boolean;
let devices: Devices;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-devices-"));
	file = join(directory, "devices.json");
	passedMs = 0;
	noted = [];
	auditIsFull = false;
	devices = await open();
});
afterEach(() => rm(directory, { recursive: true }));

function open(): Promise<Devices> {
	return openDevices({
		file,
		isLocal: createDoor({ host: "127.0.0.1", monotonic: () => 5_000 + passedMs }).callers.isLocal,
		trustsLocal: true,
		isCurrent: () => true,
		now: () => Date.parse("2026-11-21T01:00:30Z") + passedMs,
		monotonic: () => 5_000 + passedMs,
		audit: {
			async note(event, by) {
				if (auditIsFull) throw new LedgerUnavailable("the disk is full");
				noted.push({ event, by });
			},
		},
	});
}

async function asked(asking: Parameters<Devices["pairing"]["ask"]>[0] = kiosk) {
	const device = await devices.pairing.ask(asking);
	if (typeof device === "string") throw new Error(device);
	return device;
}

async function letIn(device?: WaitingDevice): Promise<{ device: PairedDevice; token: string }> {
	const { code, secret } = device ?? (await asked());
	const accepted = await devices.pairing.accept({ code, name }, "lan");
	if (typeof accepted === "string") throw new Error(accepted);
	return { device: accepted, token: tokenOf(secret) };
}

function tokenOf(secret: string): string {
	const standing = devices.pairing.collect(secret);
	if (typeof standing === "string" || standing.state !== "paired") throw new Error("no token");
	return standing.token;
}

const otherCode = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, "0");
const events = () => noted.map(({ event }) => event.type);

describe("a device that asks", () => {
	test("gets a code for people, waits, is let in, and has a token that says who it is", async () => {
		const { code, secret, id } = await asked();
		expect(code).toMatch(/^\d{8}$/);
		expect(devices.pairing.collect(secret)).toEqual({ state: "waiting", expiresInMs: codeForMs });
		expect(devices.pairing.find(`${code.slice(0, 4)} - ${code.slice(4)}`, "lan")).toMatchObject({
			role: "kiosk",
			place: "kiosk-1",
			address: "192.168.1.31",
		});
		await devices.pairing.accept({ code, name }, "lan");
		expect(devices.pairing.waiting()).toEqual([]);
		const token = tokenOf(secret);
		expect(Buffer.from(token, "base64url")).toHaveLength(32);
		expect(devices.paired.list()).toMatchObject([{ id, name, pairedBy: "lan" }]);
		expect(noted).toEqual([
			{
				event: {
					type: "device-asked",
					deviceId: id,
					role: "kiosk",
					place: "kiosk-1",
					address: "192.168.1.31",
				},
				by: "lobby",
			},
			{
				event: { type: "device-paired", deviceId: id, role: "kiosk", place: "kiosk-1", name },
				by: "lan",
			},
		]);
		for (const hidden of [code, secret, token]) expect(JSON.stringify(noted)).not.toContain(hidden);
	});

	test("gets the same code when the same request comes again, also at once", async () => {
		const request = { scope: "192.168.1.31 POST /api/devices/pairings", key: "k1", body: "b" };
		const [one, other] = await Promise.all([
			asked({ ...kiosk, request }),
			asked({ ...kiosk, request }),
		]);
		expect(other.code).toBe(one.code);
		expect(events()).toEqual(["device-asked"]);
		expect(await devices.pairing.ask({ ...kiosk, request: { ...request, body: "c" } })).toBe(
			"request/key-reused",
		);
	});

	test("waits in vain where it cannot be noted that it asked", async () => {
		auditIsFull = true;
		await expect(devices.pairing.ask(kiosk)).rejects.toBeInstanceOf(LedgerUnavailable);
		expect(devices.pairing.waiting()).toEqual([]);
	});

	test("finds no place where too many wait, from its address or in all, until codes run out", async () => {
		for (let count = 0; count < mostAtAddress; count++) await asked();
		expect(await devices.pairing.ask(kiosk)).toBe("pairing/too-many");
		for (let count = mostAtAddress; count < mostInAll; count++) {
			await asked({ ...kiosk, address: `192.168.2.${count}` });
		}
		expect(await devices.pairing.ask({ ...kiosk, address: "192.168.3.1" })).toBe(
			"pairing/too-many",
		);
		expect(new Set(devices.pairing.waiting().map(({ code }) => code)).size).toBe(mostInAll);
		passedMs = codeForMs;
		await asked();
		expect(devices.pairing.waiting()).toHaveLength(1);
	});

	test("counts as one with the others of its 64 bits of IPv6, and with nobody else", async () => {
		for (let count = 0; count < mostAtAddress; count++) {
			await asked({ ...kiosk, address: `2001:db8:0:1::${count + 1}` });
		}
		expect(await devices.pairing.ask({ ...kiosk, address: "2001:db8:0:1:ffff::1" })).toBe(
			"pairing/too-many",
		);
		await asked({ ...kiosk, address: "2001:db8:0:2::1" });
	});
});

describe("a code", () => {
	test("is good once", async () => {
		const { code } = await asked();
		await devices.pairing.accept({ code, name }, "lan");
		expect(await devices.pairing.accept({ code, name }, "lan")).toBe("pairing/unknown");
		expect(devices.paired.list()).toHaveLength(1);
	});

	test("is over after ten minutes, for the admin and for the device", async () => {
		const { code, secret } = await asked();
		passedMs = codeForMs;
		expect(await devices.pairing.accept({ code, name }, "lan")).toBe("pairing/unknown");
		expect(devices.pairing.collect(secret)).toBe("pairing/unknown");
	});

	test("typed by two admins at once lets one device in, for one of them", async () => {
		const { code } = await asked();
		const [first, second] = await Promise.all([
			devices.pairing.accept({ code, name }, "lan"),
			devices.pairing.accept({ code, name: "Máy của Hùng" }, "hung"),
		]);
		expect(first).toMatchObject({ name, pairedBy: "lan" });
		expect(second).toBe("pairing/unknown");
		expect(events()).toEqual(["device-asked", "device-paired"]);
	});

	test("accepted by the same request twice, at once and later, is one device with one answer", async () => {
		const { code } = await asked();
		const request = { scope: "lan POST /api/admin/devices/accept", key: "k", body: "b" };
		const accept = () => devices.pairing.accept({ code, name }, "lan", { ...request });
		const [first, second] = await Promise.all([accept(), accept()]);
		expect(second).toEqual(first);
		devices = await open();
		expect(await accept()).toEqual(first);
		expect(
			await devices.pairing.accept({ code, name: "Khác" }, "lan", { ...request, body: "c" }),
		).toBe("request/key-reused");
		expect(events()).toEqual(["device-asked", "device-paired"]);
	});

	test("cannot be found by trying: after ten wrong ones even the right one is refused for a while", async () => {
		const { code } = await asked();
		for (let count = 0; count < mostWrongCodes; count++) {
			expect(devices.pairing.find(otherCode(code), "lan")).toBe("pairing/unknown");
		}
		expect(devices.pairing.find(code, "lan")).toBe("pairing/too-many-tries");
		expect(await devices.pairing.accept({ code, name }, "lan")).toBe("pairing/too-many-tries");
		expect(devices.pairing.find(code, "hung")).toMatchObject({ place: "kiosk-1" });
		passedMs = codeForMs;
		expect(devices.pairing.find((await asked()).code, "lan")).toMatchObject({ place: "kiosk-1" });
	});

	test("is good again where the acceptance could not be written down", async () => {
		const { code, secret } = await asked();
		auditIsFull = true;
		await expect(devices.pairing.accept({ code, name }, "lan")).rejects.toBeInstanceOf(
			LedgerUnavailable,
		);
		auditIsFull = false;
		// A directory stands where the temporary file would.
		await mkdir(`${file}.new`);
		await expect(devices.pairing.accept({ code, name }, "lan")).rejects.toThrow(/could not be/);
		await rm(`${file}.new`, { recursive: true });
		expect(devices.pairing.collect(secret)).toMatchObject({ state: "waiting" });
		await devices.pairing.accept({ code, name }, "lan");
		expect(tokenOf(secret)).toBeTruthy();
	});

	test("that was refused is no good, and its device is told so until it would have ended", async () => {
		const { id, code, secret } = await asked();
		expect(await devices.pairing.refuse(id, "lan")).toBe("done");
		expect(await devices.pairing.refuse(id, "lan")).toBe("done");
		expect(await devices.pairing.accept({ code, name }, "lan")).toBe("pairing/unknown");
		expect(devices.pairing.waiting()).toEqual([]);
		expect(devices.pairing.collect(secret)).toEqual({ state: "refused", expiresInMs: codeForMs });
		passedMs = codeForMs;
		expect(devices.pairing.collect(secret)).toBe("pairing/unknown");
		expect(events()).toEqual(["device-asked", "device-refused"]);
		expect(await devices.pairing.refuse("khong-co", "lan")).toBe("device/unknown");
	});
});

describe("a token", () => {
	const remote = requestFrom("192.168.1.31");

	test("comes again where the answer was lost, also after a restart, until it was used or ten minutes are over", async () => {
		const { secret, code } = await asked();
		await devices.pairing.accept({ code, name }, "lan");
		const token = tokenOf(secret);
		expect(tokenOf(secret)).toBe(token);
		devices = await open();
		expect(tokenOf(secret)).toBe(token);
		expect(devices.of(remote, token)).toMatchObject({ is: "paired" });
		expect(devices.pairing.collect(secret)).toBe("pairing/unknown");
		devices = await open();
		passedMs = codeForMs;
		expect(devices.pairing.collect(secret)).toBe("pairing/unknown");
	});

	test("and the secret that it was collected with are nowhere in the file", async () => {
		const device = await asked();
		const { token } = await letIn(device);
		const text = await readFile(file, "utf8");
		for (const hidden of [token, device.secret, device.code]) expect(text).not.toContain(hidden);
	});

	test("says role and place, on any machine; without one only the hub's own machine is known", async () => {
		const { token, device } = await letIn();
		const who = { is: "paired", id: device.id, role: "kiosk", place: "kiosk-1" };
		expect(devices.of(remote, token)).toEqual(who);
		expect(devices.of(requestFrom("127.0.0.1"), token)).toEqual(who);
		expect(devices.of(requestFrom("127.0.0.1"), undefined)).toEqual({ is: "local" });
		const nobody = { is: "nobody", why: "device/not-trusted" };
		expect(devices.of(remote, undefined)).toEqual(nobody);
		expect(devices.of(requestFrom("127.0.0.1", "10.0.0.9"), undefined)).toEqual(nobody);
		expect(devices.of(remote, `${token}x`)).toEqual({ is: "nobody", why: "device/revoked" });
	});

	test("is nobody's once it was revoked, in the instant in which the screens are cut off, and for good", async () => {
		const { token, device } = await letIn();
		const cutOff: unknown[] = [];
		devices.pairing.onRevoked((id) => cutOff.push([id, devices.of(remote, token).is]));
		const revoke = () => devices.pairing.revoke(device.id, "hung");
		expect(await Promise.all([revoke(), revoke()])).toEqual(["done", "done"]);
		expect(cutOff).toEqual([[device.id, "nobody"]]);
		devices = await open();
		expect(devices.of(remote, token)).toEqual({ is: "nobody", why: "device/revoked" });
		expect(await devices.pairing.revoke(device.id, "hung")).toBe("done");
		expect(await devices.pairing.revoke("khong-co", "hung")).toBe("device/unknown");
		expect(noted.at(-1)).toEqual({
			event: { type: "device-revoked", deviceId: device.id, name },
			by: "hung",
		});
		expect(events().filter((type) => type === "device-revoked")).toHaveLength(1);
	});

	test("outlives a restart, and so does its device's new name", async () => {
		const { token, device } = await letIn();
		expect(await devices.pairing.rename(device.id, "Máy ở cổng sau", "lan")).toMatchObject({
			name: "Máy ở cổng sau",
		});
		expect(noted.at(-1)?.event).toMatchObject({ formerName: name, name: "Máy ở cổng sau" });
		devices = await open();
		expect(devices.of(remote, token)).toMatchObject({ is: "paired", id: device.id });
		expect(devices.paired.list()).toMatchObject([{ name: "Máy ở cổng sau" }]);
	});
});

test("when a device was last here is known to the minute, and whether it is here now", async () => {
	const { token, device } = await letIn();
	const { presence } = devices;
	expect(presence.lastSeenAt(device.id)).toBeNull();
	devices.of(requestFrom("192.168.1.31"), token);
	expect(presence.lastSeenAt(device.id)).toBe("2026-11-21T01:00:00.000Z");
	for (const _view of ["bảng", "bảng"]) presence.arrived(device.id, null);
	presence.left(device.id);
	expect(presence.isOnline(device.id)).toBe(true);
	passedMs = 90_000;
	expect(presence.lastSeenAt(device.id)).toBe("2026-11-21T01:02:00.000Z");
	presence.left(device.id);
	expect(presence.isOnline(device.id)).toBe(false);
});

function requestFrom(remoteAddress: string, forwardedFor?: string): IncomingMessage {
	const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
	const request = new IncomingMessage(socket);
	if (forwardedFor !== undefined) request.headers["x-forwarded-for"] = forwardedFor;
	return request;
}
