import { WebSocket } from "ws";
import { type LiveAuth, liveNamespace } from "../protocol/live.ts";

/**
 * A screen that is kept up to date and shows nothing: it says what a socket.io client says (Engine.IO 4, Socket.IO 5), and of what it
 * hears it reads the first bytes. Fifty of them share two cores with the hub that is measured; real ones are machines of their own.
 */
export interface Screen {
	/** Since it connected. */
	bytesRead(): number;
	close(): void;
}

interface ScreenParts {
	url: string;
	auth: LiveAuth;
	cookie?: string;
	/** Whether it offers the hub to compress what is said. */
	compressed?: boolean;
	/** Called with each change that arrives, as it came. */
	onChange(message: Buffer): void;
}

const opened = "0{";
const ping = "2";
const pong = "3";
const joined = `40${liveNamespace},{`;
const refused = `44${liveNamespace},`;
const snapshot = `42${liveNamespace},["snapshot"`;
const change = `42${liveNamespace},["change"`;
const longest = snapshot.length;

/**
 * Connects and waits for the first rows.
 * @throws {Error} where it is not let in; one that the hub lets go later is a fault that ends the process
 */
export function connectScreen({
	url,
	auth,
	cookie,
	compressed = false,
	onChange,
}: ScreenParts): Promise<Screen> {
	const address = `${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
	const headers = cookie === undefined ? {} : { cookie };
	const socket = new WebSocket(address, { headers, perMessageDeflate: compressed });
	let closing = false;
	return new Promise((shown, failed) => {
		let isShown = false;
		let bytesRead = () => 0;
		socket.on("upgrade", ({ socket: own }) => {
			bytesRead = () => own.bytesRead;
		});
		socket.on("message", (data: Buffer) => {
			const beginning = data.toString("latin1", 0, longest);
			const begins = (what: string) => beginning.startsWith(what);
			if (begins(change)) onChange(data);
			else if (begins(ping)) socket.send(pong);
			else if (begins(opened)) socket.send(`40${liveNamespace},${JSON.stringify(auth)}`);
			else if (begins(refused)) failed(new Error(`a screen was not let in: ${data}`));
			else if (begins(snapshot)) {
				isShown = true;
				shown({
					bytesRead: () => bytesRead(),
					close() {
						closing = true;
						socket.close();
					},
				});
			} else if (!begins(joined) && !begins("42")) failed(new Error(`a screen was told ${data}`));
		});
		socket.on("error", failed);
		socket.on("close", (code) => {
			if (closing) return;
			const cutOff = new Error(`a screen (${auth.view}) was cut off: ${code}`);
			if (isShown) throw cutOff;
			failed(cutOff);
		});
	});
}
