import { isIPv6 } from "node:net";
import { normalizeIP } from "@fastify/rate-limit";

/** Whether an address is this machine itself: 127.0.0.0/8, ::1, or the former as IPv6 writes it. */
export function isLoopback(address: string): boolean {
	return address === "::1" || /^127\./.test(plainAddress(address)) || address === "localhost";
}

/** An address as its owner writes it: an IPv4 one without the IPv6 around it that a socket for both puts there. */
export function plainAddress(address: string): string {
	return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** A host's name or address without port and brackets, in small letters; null where it is none (RFC 9110, section 7.2). */
export function hostnameOf(host: string): string | null {
	const match = /^(?:([a-z0-9._-]+)|\[([0-9a-f:.]+)\])(?::[0-9]{1,5})?$/i.exec(host);
	if (!match) return null;
	const [, name, address] = match;
	if (address !== undefined) return isIPv6(address) ? shortest(address) : null;
	return (name ?? "").toLowerCase().replace(/\.$/, "") || null;
}

/** An IPv6 address as browsers write it, so that two ways to write it are one. */
export function shortest(address: string): string {
	if (!isIPv6(address) || address.includes("%")) return address;
	return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** Who counts as one in limits: an IPv4 address; of IPv6 the 64 bits that one household or machine is given. */
export function rangeOf(address: string): string {
	return normalizeIP(address);
}
