import type { IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { hostnameOf, isLoopback, plainAddress } from "./addresses.ts";
import { forwardedHeaders, listOf } from "./forwarded.ts";
import type { Hosts } from "./hosts.ts";
import type { Proxies } from "./proxies.ts";

/** Where requests and handshakes truly come from, and what they were sent to. */
export interface Callers {
	/** The address of whoever asks: the socket's or, where that is a trusted proxy's, the one that the proxy names. */
	addressOf(request: IncomingMessage): string;
	/** Whether a request comes from the hub's own machine. Behind a proxy nobody does: everybody would look as if they did. */
	isLocal(request: IncomingMessage): boolean;
	/** Whether it came over TLS, to the hub or to a trusted proxy. */
	isSecure(request: IncomingMessage): boolean;
	/** The host it asks for, where that is one of the hub's names; null elsewhere. */
	knownHost(request: IncomingMessage): string | null;
	/** Whether a page of another site sends this: the browser names where it comes from, and that is not this hub. */
	isForeign(request: IncomingMessage): boolean;
}

/**
 * @param publicUrl `PUBLIC_URL`: pages from there are the hub's own, even where a proxy does not hand the name on
 */
export function createCallers(
	proxies: Proxies,
	hosts: Hosts,
	publicUrl: string | undefined,
): Callers {
	const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;

	const isHandedOn = ({ socket }: IncomingMessage) =>
		proxies.any && proxies.trusts(socket.remoteAddress ?? "");

	/** What the last proxy says of a request. */
	function said(request: IncomingMessage, name: string): string | undefined {
		return isHandedOn(request) ? listOf(request, name).at(-1) : undefined;
	}

	function addressOf(request: IncomingMessage): string {
		let address = plainAddress(request.socket.remoteAddress ?? "");
		if (!proxies.any) return address;
		for (const named of listOf(request, "x-forwarded-for").reverse()) {
			if (!proxies.trusts(address) || isIP(plainAddress(named)) === 0) break;
			address = plainAddress(named);
		}
		return address;
	}

	const hostOf = (request: IncomingMessage) =>
		said(request, "x-forwarded-host") ?? request.headers.host ?? "";

	function isSecure(request: IncomingMessage): boolean {
		return said(request, "x-forwarded-proto") === "https" || isOverTls(request.socket);
	}

	return {
		addressOf,
		isSecure,
		isLocal(request) {
			if (proxies.any) return false;
			if (forwardedHeaders.some((name) => request.headers[name] !== undefined)) return false;
			return isLoopback(request.socket.remoteAddress ?? "");
		},
		knownHost(request) {
			const host = hostOf(request);
			return hosts.knows(host, request.socket.localAddress) ? host : null;
		},
		isForeign(request) {
			const { origin } = request.headers;
			if (origin === undefined || origin === publicOrigin) return false;
			// "null" and what is no address at all belong to nobody we know.
			if (!URL.canParse(origin)) return true;
			const { protocol, host } = new URL(origin);
			if (protocol !== "https:" && (protocol !== "http:" || isSecure(request))) return true;
			const asked = `${protocol}//${hostOf(request)}`;
			if (hostnameOf(hostOf(request)) === null || !URL.canParse(asked)) return true;
			return new URL(asked).host !== host;
		},
	};
}

function isOverTls(socket: Socket): boolean {
	return socket instanceof TLSSocket;
}
