import type { HubProcess } from "../hub-process.ts";
import { type LosingProxy, startLosingProxy } from "../losing-proxy.ts";

/** A hub, and the same as it is reached through a network that comes, goes and loses answers. */
export interface OwnLobby {
	whole: HubProcess;
	proxy: LosingProxy;
	hub: HubProcess;
}

/** For a test that goes on beside others, since most of its time waits for a screen's patience: a lobby of its own, gone when the test is. */
export async function inOwnLobby(
	open: () => Promise<HubProcess>,
	use: (lobby: OwnLobby) => Promise<void>,
): Promise<void> {
	const whole = await open();
	const proxy = await startLosingProxy(whole.url);
	try {
		await use({ whole, proxy, hub: { ...whole, url: proxy.url } });
	} finally {
		proxy.release();
		await proxy.shut();
		await whole.stop();
	}
}
