import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface LosingProxy {
	/** Where it listens, without a slash at the end. */
	url: string;
	/** The heads of all requests that came, in order. */
	heads: readonly string[];
	/**
	 * From now on requests that begin so reach the hub, and when the hub has answered, their connection is cut instead.
	 * @param begin of the request line, as `POST /api/tickets `
	 * @param times how many of them; Infinity: until further notice
	 */
	loseAnswers(begin: string, times: number): void;
	/** Loses nothing any more. */
	loseNothing(): void;
	/** Takes everything in and hands nothing on, like a hub that stands still. */
	hold(): void;
	/** Hands everything on that was held, also for those who have long gone away. */
	release(): void;
	/**
	 * Says no more to either side, on any connection, and cuts none: the network has gone away from under a phone. New connections are taken
	 * in, and hear nothing either.
	 */
	goSilent(): void;
	/** New connections work. Those of before the silence stay dead, and nobody says so. */
	speakAgain(): void;
	/** Cuts every connection and refuses new ones. */
	shut(): Promise<void>;
	/** Listens again, where it did before. */
	open(): Promise<void>;
}

/**
 * Stands between a browser and the hub as a bad network does. It carries bytes and changes none, so that to the hub its
 * pages are those of a device of the lobby.
 */
export async function startLosingProxy(hubUrl: string): Promise<LosingProxy> {
	const { hostname, port: hubPort } = new URL(hubUrl);
	const heads: string[] = [];
	const pages = new Set<Socket>();
	let losing = { begin: "", times: 0 };
	/** What waits to be handed on; null while nothing is held. */
	let held: (() => void)[] | null = null;
	let isSilent = false;
	const dead = new WeakSet<Socket>();

	function handOn(step: () => void): void {
		if (held) held.push(step);
		else step();
	}

	const server = createServer((page) => {
		const hub = connect(Number(hubPort), hostname);
		let answerIsLost = false;
		pages.add(page);
		if (isSilent) dead.add(page);
		page.on("data", (bytes) => {
			if (dead.has(page)) return;
			// A browser sends a request's head in one piece and begins no other before it has the answer.
			const text = bytes.toString("latin1");
			if (/^[A-Z]+ \S+ HTTP\/1\.1\r\n/.test(text)) {
				heads.push(text.slice(0, text.indexOf("\r\n\r\n")));
				answerIsLost = losing.times > 0 && text.startsWith(losing.begin);
				if (answerIsLost) losing.times--;
			}
			handOn(() => hub.write(bytes));
		});
		hub.on("data", (bytes) => {
			if (dead.has(page)) return;
			if (answerIsLost) page.destroy();
			else page.write(bytes);
		});
		// Whatever ends one side, in peace or not, ends the other once it has all that was sent.
		page.on("close", () => {
			pages.delete(page);
			handOn(() => hub.end());
		});
		hub.on("close", () => {
			if (!dead.has(page)) page.destroy();
		});
		for (const side of [page, hub]) side.on("error", () => side.destroy());
	});

	async function listen(port: number): Promise<number> {
		server.listen(port, "127.0.0.1");
		await once(server, "listening");
		const address = server.address();
		if (address === null || typeof address === "string") throw new Error("it has no port");
		return address.port;
	}

	const port = await listen(0);
	return {
		url: `http://127.0.0.1:${port}`,
		heads,
		loseAnswers: (begin, times) => {
			losing = { begin, times };
		},
		loseNothing: () => {
			losing = { begin: "", times: 0 };
		},
		hold: () => {
			held ??= [];
		},
		release: () => {
			const steps = held ?? [];
			held = null;
			for (const step of steps) step();
		},
		goSilent: () => {
			isSilent = true;
			for (const page of pages) dead.add(page);
		},
		speakAgain: () => {
			isSilent = false;
		},
		shut: async () => {
			const closed = once(server, "close");
			server.close();
			for (const page of pages) page.destroy();
			await closed;
		},
		open: async () => {
			await listen(port);
		},
	};
}
