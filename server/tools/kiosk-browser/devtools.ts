import type { Readable, Writable } from "node:stream";

/** A line to Chromium's DevTools protocol (chromedevtools.github.io/devtools-protocol). */
export interface DevTools {
	/** @throws where the browser refuses, does not answer in time, or is gone */
	send(method: string, params?: object, session?: string): Promise<Record<string, unknown>>;
	/** Every event: its name, what it says, and of which session. */
	onEvent(hear: (method: string, params: unknown, session: string | undefined) => void): void;
}

interface Message {
	id?: number;
	method?: string;
	params?: unknown;
	result?: Record<string, unknown>;
	error?: { message: string };
	sessionId?: string;
}

/** Speaks over `--remote-debugging-pipe`: JSON, each message ended with a NUL. */
export function speakDevTools(to: Writable, from: Readable, answerWithinMs: number): DevTools {
	const waiting = new Map<number, (message: Message | null) => void>();
	const hearers: Parameters<DevTools["onEvent"]>[0][] = [];
	let asked = 0;
	let isGone = false;
	let rest = "";

	from.setEncoding("utf8");
	from.on("data", (text: string) => {
		const messages = `${rest}${text}`.split("\0");
		rest = messages.pop() ?? "";
		for (const message of messages) hear(JSON.parse(message));
	});
	from.on("close", gone);
	// A browser that is killed breaks the pipe; its end is heard of elsewhere.
	from.on("error", gone);
	to.on("error", gone);

	function hear(message: Message): void {
		if (message.id !== undefined) waiting.get(message.id)?.(message);
		else if (message.method !== undefined) {
			for (const one of hearers) one(message.method, message.params, message.sessionId);
		}
	}

	function gone(): void {
		isGone = true;
		for (const answer of [...waiting.values()]) answer(null);
	}

	return {
		send(method, params = {}, sessionId) {
			return new Promise((done, failed) => {
				if (isGone) {
					failed(new Error(`${method}: the browser is gone`));
					return;
				}
				const id = ++asked;
				const timer = setTimeout(() => answer(null), answerWithinMs);
				const answer = (message: Message | null) => {
					clearTimeout(timer);
					waiting.delete(id);
					if (message?.result !== undefined) done(message.result);
					else failed(new Error(`${method}: ${message?.error?.message ?? "no answer"}`));
				};
				waiting.set(id, answer);
				to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
			});
		},
		onEvent: (hear) => void hearers.push(hear),
	};
}
