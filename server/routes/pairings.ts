import {
	AskPairing,
	CollectPairing,
	PairingAsked,
	PairingStanding,
} from "../../protocol/devices.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { keyOf, namedRequest } from "./request-key.ts";

const tags = ["device"];

/** What a device asks that is not let in yet. Whoever reaches the hub may ask; only an admin's yes counts. */
export function addPairingRoutes(app: App, { office, printing, devices, door }: Parts): void {
	const { pairing, waiting } = devices;

	app.post(
		"/api/devices/pairings",
		{
			schema: {
				tags,
				summary: "Asks for a code, with which an admin lets this device in",
				body: AskPairing,
				response: { 201: PairingAsked },
			},
		},
		async (request, reply) => {
			const { role, place } = request.body;
			if (role === "kiosk" && !office.kiosks.some(({ id }) => id === place)) {
				throw new Refused("kiosk/unknown");
			}
			if (role === "print-agent" && !printing.agents.settingsOf(place)) {
				throw new Refused("print-agent/unknown");
			}
			const address = door.callers.addressOf(request.raw);
			const key = keyOf(request);
			const asked = await pairing.ask({
				role,
				place,
				address,
				request: key === undefined ? undefined : namedRequest(request, address, key),
			});
			if (typeof asked === "string") throw new Refused(asked);
			const { code, secret } = asked;
			reply.code(201).header("cache-control", "no-store");
			return { code, secret, expiresInMs: waiting.leftMs(asked) };
		},
	);

	app.post(
		"/api/devices/pairings/collect",
		{
			schema: {
				tags,
				summary: "How the asked pairing stands; once accepted, the device's token",
				body: CollectPairing,
				response: { 200: PairingStanding },
			},
		},
		async (request, reply) => {
			// The secret names the pairing already, so that a repeat gets the same; the key is only looked at.
			keyOf(request);
			const standing = pairing.collect(request.body.secret);
			if (standing === "pairing/unknown") throw new Refused(standing);
			reply.header("cache-control", "no-store");
			return standing;
		},
	);
}
