import { hash } from "node:crypto";
import { Type } from "typebox";
import {
	AcceptDevice,
	DeviceList,
	FindDevice,
	PairedDevice,
	RenameDevice,
	WaitingDevice,
} from "../../protocol/devices.ts";
import { typedCode } from "../accounts/waiting-devices.ts";
import { deviceList, pairedDevice, waitingDevice } from "../views/devices.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { keyOf, namedRequest } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["admin"];
const params = Type.Object({ id: Type.String({ maxLength: 80 }) });

/** Which devices wait and which were let in; for admins alone. */
export function addAdminDeviceRoutes(app: App, { sessions, devices }: Parts): void {
	const { pairing } = devices;
	const onRequest = requireAccount(sessions, ["admin"]);

	app.get(
		"/api/admin/devices",
		{
			onRequest,
			schema: {
				tags,
				summary: "Devices that wait to be let in, and those that were",
				response: { 200: DeviceList },
			},
		},
		async () => deviceList(devices),
	);

	app.post(
		"/api/admin/devices/find",
		{
			onRequest,
			schema: {
				tags,
				summary: "Which device shows this code; nothing is accepted yet",
				body: FindDevice,
				response: { 200: WaitingDevice },
			},
		},
		async (request) => {
			keyOf(request);
			return waitingDevice(
				devices,
				done(pairing.find(request.body.code, request.account.username)),
			);
		},
	);

	app.post(
		"/api/admin/devices/accept",
		{
			onRequest,
			schema: {
				tags,
				summary: "Lets the device that shows this code in",
				body: AcceptDevice,
				response: { 201: PairedDevice },
			},
		},
		async (request, reply) => {
			const { username } = request.account;
			const code = typedCode(request.body.code);
			const name = request.body.name.trim();
			const key = keyOf(request);
			// What is kept of a request holds no code, not even one that is used up.
			const told = { code: hash("sha256", code), name };
			const named = key === undefined ? undefined : namedRequest(request, username, key, told);
			const device = done(await pairing.accept({ code, name }, username, named));
			reply.code(201);
			return pairedDevice(devices, device);
		},
	);

	app.post(
		"/api/admin/devices/:id/refuse",
		{
			onRequest,
			schema: {
				tags,
				summary: "Says no to a device that waits; twice is once",
				params,
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			keyOf(request);
			done(await pairing.refuse(request.params.id, request.account.username));
			return reply.code(204).send(null);
		},
	);

	app.post(
		"/api/admin/devices/:id/rename",
		{
			onRequest,
			schema: {
				tags,
				summary: "Gives a device another name; twice is once",
				params,
				body: RenameDevice,
				response: { 200: PairedDevice },
			},
		},
		async (request) => {
			keyOf(request);
			const name = request.body.name.trim();
			const renamed = await pairing.rename(request.params.id, name, request.account.username);
			return pairedDevice(devices, done(renamed));
		},
	);

	app.delete(
		"/api/admin/devices/:id",
		{
			onRequest,
			schema: {
				tags,
				summary: "Takes a device's right back and cuts it off at once; twice is once",
				params,
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			keyOf(request);
			done(await pairing.revoke(request.params.id, request.account.username));
			return reply.code(204).send(null);
		},
	);
}

type DeviceRefusal =
	| "device/unknown"
	| "pairing/unknown"
	| "pairing/too-many-tries"
	| "request/key-reused";

/** What came of it, or the refusal as what stops the request. */
function done<T>(outcome: T | DeviceRefusal): T {
	if (isRefusal(outcome)) throw new Refused(outcome);
	return outcome;
}

const refusals: readonly unknown[] = [
	"device/unknown",
	"pairing/unknown",
	"pairing/too-many-tries",
	"request/key-reused",
] satisfies DeviceRefusal[];

function isRefusal(outcome: unknown): outcome is DeviceRefusal {
	return refusals.includes(outcome);
}
