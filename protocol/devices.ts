import { type Static, Type } from "typebox";
import { Id } from "./office.ts";

const closed = { additionalProperties: false } as const;

/** What a device that is not the hub's own machine may be let in as. */
export const DeviceRole = Type.Enum(["kiosk", "board", "print-agent"]);
export type DeviceRole = Static<typeof DeviceRole>;

/** What a device is called among people: "Máy lấy số cửa chính". */
const DeviceName = Type.String({
	minLength: 1,
	maxLength: 60,
	pattern: "\\S",
	description: "1 to 60 characters, not only spaces",
});

/** `POST /api/devices/pairings`: a device asks to be let in. `place` is the id of its kiosk or board; a kiosk's stands in the office file. */
export const AskPairing = Type.Object({ role: DeviceRole, place: Id }, closed);
export type AskPairing = Static<typeof AskPairing>;

export const PairingAsked = Type.Object({
	code: Type.String({ description: "Eight digits, for people to read and type. Good once." }),
	secret: Type.String({
		description: "256 random bits, for the device alone: it collects with it.",
	}),
	expiresInMs: Type.Integer(),
});
export type PairingAsked = Static<typeof PairingAsked>;

export const CollectPairing = Type.Object(
	{ secret: Type.String({ minLength: 1, maxLength: 200 }) },
	closed,
);
export type CollectPairing = Static<typeof CollectPairing>;

/** How an asked pairing stands. `refused` stays until the code would have ended; then the device may ask anew. */
export const PairingStanding = Type.Union([
	Type.Object({ state: Type.Enum(["waiting", "refused"]), expiresInMs: Type.Integer() }),
	Type.Object({
		state: Type.Literal("paired"),
		token: Type.String({ description: "What the device shows from now on, as `Bearer`." }),
		device: Type.Object({
			id: Type.String(),
			role: DeviceRole,
			place: Id,
			name: Type.String(),
		}),
	}),
]);
export type PairingStanding = Static<typeof PairingStanding>;

/** A code as it was typed: spaces and hyphens do not count. */
const TypedCode = Type.String({ minLength: 1, maxLength: 40 });

export const FindDevice = Type.Object({ code: TypedCode }, closed);
export type FindDevice = Static<typeof FindDevice>;

export const AcceptDevice = Type.Object({ code: TypedCode, name: DeviceName }, closed);
export type AcceptDevice = Static<typeof AcceptDevice>;

export const RenameDevice = Type.Object({ name: DeviceName }, closed);
export type RenameDevice = Static<typeof RenameDevice>;

/** A device that shows its code and is not let in yet. The code itself is only ever on its screen. */
export const WaitingDevice = Type.Object({
	id: Type.String(),
	role: DeviceRole,
	place: Id,
	address: Type.String({ description: "Where it asked from." }),
	askedAt: Type.String({ description: "ISO 8601, UTC." }),
	expiresInMs: Type.Integer(),
});
export type WaitingDevice = Static<typeof WaitingDevice>;

export const PairedDevice = Type.Object({
	id: Type.String(),
	role: DeviceRole,
	place: Id,
	name: Type.String(),
	pairedAt: Type.String({ description: "ISO 8601, UTC." }),
	pairedBy: Type.String({ description: "The account that accepted it." }),
	online: Type.Boolean({ description: "Whether it follows a live view now." }),
	lastSeenAt: Type.Union([
		Type.String({ description: "ISO 8601, UTC, to the minute; null since the hub was started." }),
		Type.Null(),
	]),
	version: Type.Union([Type.String(), Type.Null()], {
		description:
			"What it runs, as it said when it was last here: the program's version, for screens with the hash of the page's script after a `+`; null where it has not said.",
	}),
	isCurrent: Type.Union([Type.Boolean(), Type.Null()], {
		description:
			"Whether that is what the hub would give it now. A screen takes a newer page by itself as soon as nobody is disturbed.",
	}),
});
export type PairedDevice = Static<typeof PairedDevice>;

export const DeviceList = Type.Object({
	waiting: Type.Array(WaitingDevice),
	paired: Type.Array(PairedDevice),
});
export type DeviceList = Static<typeof DeviceList>;
