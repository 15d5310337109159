import type { RequestListener, Server } from "node:http";
import { hostname, networkInterfaces } from "node:os";
import type { SecureContextOptions } from "node:tls";
import { type Limits, usualLimits } from "../../config/limits.ts";
import { type Callers, createCallers } from "./callers.ts";
import { type Connections, countConnections } from "./connections.ts";
import { createFront } from "./front.ts";
import { createHeaders, type WriteHeaders } from "./headers.ts";
import { createHosts } from "./hosts.ts";
import { noProxies, type Proxies } from "./proxies.ts";
import { createRate, type Rate } from "./rate.ts";

/** Ten times as many as there are pings, one every five seconds. */
const signsPerMinute = 120;

/** What stands between the network and everything else. */
export interface Door {
	callers: Callers;
	proxies: Proxies;
	limits: Limits;
	/** Live views that are open, by their true address. */
	liveViews: Connections;
	/** Handshakes of live views, by their true address. */
	handshakes: Rate;
	/** Of one live view. */
	countMessages(): Rate;
	/** What one live view sends beside messages: signs of life, and changing from one transport to another. */
	countSigns(): Rate;
	writeHeaders: WriteHeaders;
	createServer(handle: RequestListener): Server;
}

export interface DoorSettings {
	/** `HOST`. */
	host: string;
	publicUrl?: string | undefined;
	proxies?: Proxies;
	allowedHosts?: readonly string[];
	/** The office's; what it does not name is at its usual. */
	limits?: Partial<Limits> | undefined;
	tls?: SecureContextOptions | undefined;
	/** A clock that nobody sets, milliseconds. */
	monotonic: () => number;
}

export function createDoor(settings: DoorSettings): Door {
	const { host, publicUrl, proxies = noProxies, allowedHosts = [], tls, monotonic } = settings;
	const limits = { ...usualLimits, ...settings.limits };
	const hosts = createHosts({
		host,
		publicUrl,
		allowed: allowedHosts,
		machineName: hostname(),
		ownAddresses: () =>
			Object.values(networkInterfaces()).flatMap((all) =>
				(all ?? []).map(({ address }) => address),
			),
	});
	const callers = createCallers(proxies, hosts, publicUrl);
	const connections = countConnections(limits.connectionsPerAddress);
	const writeHeaders = createHeaders(callers);
	return {
		callers,
		proxies,
		limits,
		liveViews: countConnections(limits.connectionsPerAddress),
		handshakes: createRate(limits.requestsPerMinutePerAddress, monotonic),
		countMessages: () => createRate(limits.messagesPerMinutePerLiveView, monotonic),
		countSigns: () =>
			createRate(limits.messagesPerMinutePerLiveView === 0 ? 0 : signsPerMinute, monotonic),
		writeHeaders,
		createServer: (handle) =>
			createFront(handle, {
				writeHeaders,
				tls,
				takes(socket) {
					const address = socket.remoteAddress ?? "";
					// Everybody comes through it; whoever they are, their live views and requests are counted.
					if (proxies.trusts(address)) return true;
					const closed = connections.open(address);
					if (closed === null) return false;
					socket.once("close", closed);
					return true;
				},
			}),
	};
}
