import { isIP } from "node:net";
import { hostnameOf, isLoopback, plainAddress, shortest } from "./addresses.ts";

/** Under which names the hub may be asked for. */
export interface Hosts {
	/**
	 * A page on a name of its own that is led to this machine afterwards is no page of the hub (DNS rebinding); its requests still name it.
	 * @param host of the request, with or without a port; empty where an old client names none
	 * @param localAddress the address of this machine that the connection came to
	 */
	knows(host: string, localAddress: string | undefined): boolean;
}

export interface HostSettings {
	/** `HOST`, which may be a name. */
	host: string;
	publicUrl: string | undefined;
	/** `ALLOWED_HOSTS`. */
	allowed: readonly string[];
	/** The machine's own name. */
	machineName: string;
	/** The addresses that the machine has at the moment. */
	ownAddresses(): readonly string[];
}

export function createHosts({
	host: listensOn,
	publicUrl,
	allowed,
	machineName,
	ownAddresses,
}: HostSettings): Hosts {
	const machine = machineName.toLowerCase();
	const names = new Set(
		[
			"localhost",
			machine,
			`${machine.split(".")[0]}.local`,
			listensOn,
			...(publicUrl ? [new URL(publicUrl).hostname] : []),
			...allowed,
		].flatMap((name) => hostnameOf(name) ?? hostnameOf(`[${name}]`) ?? []),
	);
	return {
		knows(host, localAddress) {
			// Browsers always name one; what does not is a probe or a tool.
			if (host === "") return true;
			const name = hostnameOf(host);
			if (name === null) return false;
			if (names.has(name) || name.endsWith(".localhost")) return true;
			if (isIP(name) === 0) return false;
			if (isLoopback(name) || (localAddress && same(localAddress, name))) return true;
			return ownAddresses().some((address) => same(address, name));
		},
	};
}

/** Reads `ALLOWED_HOSTS`: names or addresses with commas between, without ports. */
export function readAllowedHosts(
	text: string,
): { ok: true; value: string[] } | { ok: false; found: string } {
	const entries = text
		.split(",")
		.map((entry) => entry.trim())
		.filter((entry) => entry !== "");
	const wrong = entries.find((entry) => !isIP(entry) && !/^[a-z0-9._-]+$/i.test(entry));
	return wrong === undefined ? { ok: true, value: entries } : { ok: false, found: wrong };
}

function same(address: string, name: string): boolean {
	return shortest(plainAddress(address)) === plainAddress(name);
}
