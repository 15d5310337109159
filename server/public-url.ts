import { networkInterfaces } from "node:os";
import { isLoopback } from "./door/addresses.ts";

/**
 * The address that a phone is led to: `PUBLIC_URL` where it is set, else the one the request came to. A request on loopback to a hub that
 * listens beyond it gets the machine's own address in the local network, since "localhost" means nothing to a phone. A `Host`
 * header that names no host counts as the address the hub listens on.
 */
export function createPublicUrl({
	publicUrl,
	host,
	port,
}: {
	publicUrl: string | undefined;
	host: string;
	port: number;
}) {
	const fixed = publicUrl?.replace(/\/+$/, "");
	return (request: { protocol: string; host: string }): string => {
		if (fixed) return fixed;
		const own = `${host.includes(":") ? `[${host}]` : host}:${port}`;
		const { origin, hostname } = parse(request.protocol, request.host, own);
		if (!isLoopback(hostname.replace(/^\[|\]$/g, "")) || isLoopback(host)) return origin;
		const lan = lanAddress();
		if (!lan) return origin;
		const url = new URL(origin);
		url.hostname = lan;
		return url.origin;
	};
}

/** An address is asked for with every ticket, and there are few of them. */
const parsed = new Map<string, URL>();
const mostParsed = 100;

function parse(protocol: string, asked: string, own: string): URL {
	const name = `${protocol} ${asked} ${own}`;
	const known = parsed.get(name);
	if (known) return known;
	const address = `${protocol}://${hostPattern.test(asked) ? asked : own}`;
	const url = new URL(URL.canParse(address) ? address : `${protocol}://${own}`);
	if (parsed.size >= mostParsed) parsed.clear();
	parsed.set(name, url);
	return url;
}

/** A name or an address, and a port: RFC 9110, section 7.2. No user information, no path. */
const hostPattern = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$/;

function lanAddress(): string | undefined {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
