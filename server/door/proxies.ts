import { BlockList, isIP } from "node:net";
import { isLoopback, plainAddress } from "./addresses.ts";

/** The proxies that may say for whom they ask; nobody where `TRUST_PROXY` is unset. */
export interface Proxies {
	/** Whether there is one at all: then an address of this machine is everybody's. */
	any: boolean;
	trusts(address: string): boolean;
}

/**
 * Reads `TRUST_PROXY`: addresses, networks as `10.0.0.0/8`, and `loopback`, with commas between. Everybody is no proxy: a network
 * of all addresses is refused.
 */
export function readProxies(
	text: string,
): { ok: true; value: Proxies } | { ok: false; found: string } {
	const entries = text
		.split(",")
		.map((entry) => entry.trim())
		.filter((entry) => entry !== "");
	const list = new BlockList();
	let loopback = false;
	for (const entry of entries) {
		if (entry === "loopback") loopback = true;
		else if (!addTo(list, entry)) return { ok: false, found: entry };
	}
	return {
		ok: true,
		value: {
			any: entries.length > 0,
			trusts: (address) => (loopback && isLoopback(address)) || isIn(list, plainAddress(address)),
		},
	};
}

export const noProxies: Proxies = { any: false, trusts: () => false };

function addTo(list: BlockList, entry: string): boolean {
	const [address = "", prefix, ...more] = entry.split("/");
	const family = isIP(address);
	if (family === 0 || more.length > 0) return false;
	const kind = family === 4 ? "ipv4" : "ipv6";
	if (prefix === undefined) {
		list.addAddress(address, kind);
		return true;
	}
	const bits = Number(prefix);
	if (!/^\d{1,3}$/.test(prefix) || bits < 1 || bits > (family === 4 ? 32 : 128)) return false;
	list.addSubnet(address, bits, kind);
	return true;
}

function isIn(list: BlockList, address: string): boolean {
	const family = isIP(address);
	return family !== 0 && list.check(address, family === 4 ? "ipv4" : "ipv6");
}
