import type { Page } from "playwright-core";
import type { Status } from "../../protocol/live.ts";

/** Says to the screens of a page what a hub says live, in its place: for what no printer can be made to say on time. */
export interface StandIn {
	/** The page has heard all that its hub says of itself when a screen comes. */
	isHeard(): Promise<void>;
	say(status: Status): Promise<void>;
}

/** Before the page is opened. From then on it hears of no printer and no printing but through this. */
export async function standInFor(page: Page): Promise<StandIn> {
	let tell: ((message: string) => void) | null = null;
	let heard: () => void = () => undefined;
	const isHeard = new Promise<void>((done) => {
		heard = done;
	});
	await page.routeWebSocket(/socket\.io/, (socket) => {
		const hub = socket.connectToServer();
		tell = (message) => socket.send(message);
		hub.onMessage((message) => {
			if (/"topic":"(printer|job)"/.test(String(message))) return;
			socket.send(message);
			if (String(message).startsWith('42/live,["snapshot"')) heard();
		});
	});
	return {
		isHeard: () => isHeard,
		async say(status) {
			// An event of the namespace, as socket.io writes it.
			tell?.(`42/live,${JSON.stringify(["status", status])}`);
			// What it changes is drawn.
			await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
		},
	};
}
