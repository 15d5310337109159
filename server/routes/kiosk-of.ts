import type { Office } from "../../config/office.ts";
import { type Device, refusalAs } from "../accounts/device.ts";
import { Refused } from "./problems.ts";

/**
 * The kiosk that asks: a device that was let in is the kiosk of its token; the hub's own machine is the one it says, or none.
 * @throws {Refused} where it says that it is another, or one that the office does not have
 */
export function kioskOf(
	{ kiosks }: Pick<Office, "kiosks">,
	device: Device,
	said: string | undefined,
): Office["kiosks"][number] | null {
	const refusal = refusalAs(device, "kiosk", said);
	if (refusal) throw new Refused(refusal);
	const kioskId = device.is === "paired" ? device.place : said;
	if (kioskId === undefined) return null;
	const kiosk = kiosks.find(({ id }) => id === kioskId);
	if (!kiosk) throw new Refused("kiosk/unknown");
	return kiosk;
}
