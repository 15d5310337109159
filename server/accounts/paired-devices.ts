import { createHmac, hash, randomBytes } from "node:crypto";
import { type Static, Type } from "typebox";
import { DeviceRole } from "../../protocol/devices.ts";
import { Id } from "../../protocol/office.ts";
import { openDocument } from "../documents.ts";
import { NamedRequest } from "./account-file.ts";
import { codeForMs, type WaitingDevice } from "./waiting-devices.ts";

/** The devices that were let in, as they stand on disk. */
export interface PairedDevices {
	list(): readonly PairedDevice[];
	find(id: string): PairedDevice | null;
	/** Whose token this is; null where it is nobody's, or nobody's any more. */
	holderOf(token: string): PairedDevice | null;
	/** The device that asked with this secret and was let in less than ten minutes ago, and its token. */
	collect(secret: string): { device: PairedDevice; token: string } | null;
	/** The device that this request let in. */
	addedBy(request: NamedRequest): PairedDevice | null;
	/** Lets one in; resolves when that is durable. */
	add(
		device: Pick<WaitingDevice, "id" | "role" | "place" | "secret">,
		accepted: { name: string; by: string; request: NamedRequest | undefined },
	): Promise<PairedDevice>;
	rename(id: string, name: string): Promise<void>;
	/** Takes its right back: from when this resolves its token is nobody's. */
	remove(id: string): Promise<void>;
	/** Whether it was let in once and is no longer. */
	wasRemoved(id: string): boolean;
}

export type PairedDevice = Static<typeof PairedDevice>;
const PairedDevice = Type.Object(
	{
		id: Type.String(),
		role: DeviceRole,
		place: Id,
		name: Type.String(),
		/** ISO 8601, UTC. */
		pairedAt: Type.String(),
		/** The account that accepted it. */
		pairedBy: Type.String(),
		/** SHA-256 of its token: whoever reads the file can be no device. */
		token: Type.String(),
		/** What gives its token to whoever has the secret it asked with; `secret` is that one's SHA-256. */
		collect: Type.Object(
			{ secret: Type.String(), salt: Type.String(), until: Type.String() },
			{ additionalProperties: false },
		),
		/** The request that accepted it. */
		addedBy: Type.Optional(NamedRequest),
	},
	{ additionalProperties: false },
);

const DeviceFile = Type.Object(
	{
		version: Type.Literal(1),
		devices: Type.Array(PairedDevice),
		/** The ids of the last that were removed, so that asking for it again is answered alike. */
		removed: Type.Array(Type.String()),
	},
	{ additionalProperties: false },
);

const removedKept = 200;

/** @param now the wall clock, milliseconds since 1970 */
export async function openPairedDevices(file: string, now: () => number): Promise<PairedDevices> {
	const document = await openDocument(file, DeviceFile, { version: 1, devices: [], removed: [] });
	const devices = () => document.data.devices;

	return {
		list: devices,
		find: (id) => devices().find((device) => device.id === id) ?? null,
		holderOf(token) {
			const hashed = hashOf(token);
			return devices().find((device) => device.token === hashed) ?? null;
		},
		collect(secret) {
			const hashed = hashOf(secret);
			const device = devices().find(
				({ collect }) => collect.secret === hashed && Date.parse(collect.until) > now(),
			);
			return device ? { device, token: tokenOf(secret, device.collect.salt) } : null;
		},
		addedBy: ({ scope, key }) =>
			devices().find(({ addedBy }) => addedBy?.scope === scope && addedBy.key === key) ?? null,
		async add({ id, role, place, secret }, { name, by, request }) {
			const salt = randomBytes(32).toString("base64url");
			const device: PairedDevice = {
				id,
				role,
				place,
				name,
				pairedAt: new Date(now()).toISOString(),
				pairedBy: by,
				token: hashOf(tokenOf(secret, salt)),
				collect: {
					secret: hashOf(secret),
					salt,
					until: new Date(now() + codeForMs).toISOString(),
				},
				...(request && { addedBy: request }),
			};
			await document.update((data) => void data.devices.push(device));
			return device;
		},
		rename: (id, name) =>
			document.update((data) => {
				for (const device of data.devices) if (device.id === id) device.name = name;
			}),
		remove: (id) =>
			document.update((data) => {
				data.devices = data.devices.filter((device) => device.id !== id);
				data.removed = [...data.removed, id].slice(-removedKept);
			}),
		wasRemoved: (id) => document.data.removed.includes(id),
	};
}

/**
 * A device's token: 256 bits out of two random numbers of 256 bits each, the device's secret and the file's salt. Neither of the two alone
 * gives it, nothing that is kept is it, and a device whose answer was lost gets the same one again, also after a restart.
 */
function tokenOf(secret: string, salt: string): string {
	return createHmac("sha256", secret).update(salt).digest("base64url");
}

/** Both are 256 random bits: there is nothing to slow down, as there is with passwords. */
function hashOf(random: string): string {
	return hash("sha256", random, "base64url");
}
