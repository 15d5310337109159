import type { PrinterAbilities } from "../../protocol/printing.ts";
import { conversationDevice, type Patience, usualPatience } from "../conversation.ts";
import type { Device } from "../device.ts";
import type { Link } from "../link.ts";
import { cupsDevice } from "./cups.ts";
import { fileLink } from "./file.ts";
import { serialLink } from "./serial.ts";
import { tcpLink } from "./tcp.ts";

const usualBaud = 115_200;

/**
 * The device at an address of the office file that is a printer's own: `tcp://host:port`, `file:PATH`, `serial:PATH?baud=N`, `cups:QUEUE`. Throws for
 * any other.
 * @param tellFault hears, where the printer is spoken to directly, why there is no line to it
 */
export function openDevice(
	address: string,
	abilities: PrinterAbilities,
	patience: Patience = usualPatience,
	tellFault?: (why: string) => void,
): Device {
	const over = (link: Link) => conversationDevice(link, abilities, patience, tellFault);
	const [scheme = "", rest = ""] = splitOnce(address, ":");
	switch (scheme) {
		case "tcp": {
			const { hostname, port } = new URL(address);
			// An IPv6 address stands in brackets there.
			const host = hostname.replace(/^\[|\]$/g, "");
			return over(tcpLink({ host, port: Number(port) }));
		}
		case "file":
			return over(fileLink(rest));
		case "serial": {
			const [path = "", query = ""] = splitOnce(rest, "?");
			const baud = Number(new URLSearchParams(query).get("baud") ?? usualBaud);
			return over(serialLink({ path, baud }));
		}
		case "cups":
			return cupsDevice(rest);
		default:
			throw new Error(`${address} is not the address of a printer`);
	}
}

function splitOnce(text: string, at: string): [string, string] {
	const index = text.indexOf(at);
	return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
