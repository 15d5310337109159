import { type ReadonlySignal, signal } from "@preact/signals";
import { Manager } from "socket.io-client";
import type {
	Audience,
	Change,
	LiveAuth,
	liveNamespace,
	Rows,
	Snapshot,
	Status,
} from "../protocol/live.ts";
import { deviceToken } from "./device-token.ts";
import { type Kept, takeChange, takeSnapshot } from "./rows.ts";

export interface LiveOptions<Row> {
	view: Audience;
	/** The ticket, kiosk or board this is. */
	id?: string;
	/** Which version of its page a screen in the lobby runs. */
	page?: string;
	/** Each time the hub says no, with its code and the device's token that it was shown. */
	onRefused?: (code: string, token: string | null) => void;
	/** Each time the hub lets this client in. */
	onAdmitted?: () => void;
	/** After the rows have taken a change in; not at a snapshot, and not at a change seen already. */
	onChange?: (change: Change<Row>) => void;
	onStatus?: (status: Status) => void;
	/** Where the hub is, when it is not where the page came from. */
	url?: string;
}

export interface Live<Row> {
	rows: ReadonlySignal<Rows<Row>>;
	/** `connecting` until the first word from the hub; `stale`: what is shown may be old. */
	state: ReadonlySignal<LiveState>;
	/** Why the hub will not let this client in, as a problem code; null when it has not said no. */
	refusal: ReadonlySignal<string | null>;
	/** Asks at once to be let in, where the hub has said no and the next time would be some seconds away. */
	knock(): void;
	close(): void;
}

export type LiveState = "connecting" | "live" | "stale";

/**
 * Keeps one audience's view of the office, for as long as the page lives: it comes back by itself after every cut, asks
 * for what it missed, and says when what it shows may be old, at the latest 8 s after the hub fell silent.
 * A refused client asks again every 5 s, since a device may be let in later; whoever wants no more calls `close`.
 */
export function connectLive<Row>(options: LiveOptions<Row>): Live<Row> {
	const rows = signal<Rows<Row>>({});
	const state = signal<LiveState>("connecting");
	const refusal = signal<string | null>(null);
	let kept: Kept<Row> | null = null;
	let heardAt = Date.now();
	let closed = false;
	/** The device's token that the hub was last shown. */
	let shownToken: string | null = null;
	const usualTimeoutMs = options.view === "ticket" ? phoneTimeoutMs : lobbyTimeoutMs;
	const firstTimeoutMs = Math.min(usualTimeoutMs, soonestTimeoutMs);
	/** How long an attempt may take now. */
	let attemptMs = usualTimeoutMs;
	let watch: ReturnType<typeof setTimeout> | undefined;
	let again: ReturnType<typeof setTimeout> | undefined;

	const manager = new Manager(options.url, {
		...firstWay,
		reconnectionDelay: 250,
		reconnectionDelayMax: 600,
		randomizationFactor: 0.2,
		timeout: usualTimeoutMs,
	});
	const socket = manager.socket(namespace, {
		auth: (send) => {
			shownToken = deviceToken();
			send(authOf(options, shownToken, kept));
		},
	});

	socket.on("connect", () => {
		Object.assign(manager.opts, firstWay);
		giveAttempts(firstTimeoutMs);
		refusal.value = null;
		options.onAdmitted?.();
		heard();
		// A resume with nothing missed brings no message: being let in is the hub's word that all is known.
		if (kept !== null) state.value = "live";
	});
	socket.on("snapshot", (snapshot: Snapshot<Row>) => {
		keep(takeSnapshot(snapshot));
		state.value = "live";
	});
	socket.on("change", (change: Change<Row>) => {
		const next = takeChange(kept, change);
		if (next === null || next === kept) return;
		keep(next);
		options.onChange?.(change);
	});
	socket.on("status", (status: Status) => {
		// Said before the hub closes. Socket.io itself tries again soon, and being let in is what makes the view right again.
		if (status.topic === "hub") state.value = "stale";
		options.onStatus?.(status);
	});
	socket.on("disconnect", () => {
		state.value = "stale";
		// After "io server disconnect" socket.io itself would stay away for good.
		if (!socket.active) comeBackIn(serverCloseMs);
	});
	socket.on("connect_error", (error) => {
		state.value = "stale";
		const code = codeOf(error);
		if (code !== null) {
			refusal.value = code;
			options.onRefused?.(code, shownToken);
		} else {
			Object.assign(manager.opts, wayBack);
			giveAttempts(Math.min(usualTimeoutMs, attemptMs * 1.5));
		}
		if (!socket.active) comeBackIn(refusedMs);
	});
	// Each packet, the hub's ping every 5 s among them, is a sign of life. A hung hub sends none.
	manager.on("open", () => manager.engine.on("packet", heard));

	if (typeof document !== "undefined") {
		document.addEventListener("visibilitychange", wake);
		document.addEventListener("resume", wake);
		window.addEventListener("online", startAnew);
		window.addEventListener("pageshow", shownAgain);
	}
	heard();

	return { rows, state, refusal, knock, close };

	function keep(next: Kept<Row>) {
		kept = next;
		rows.value = next.rows;
	}

	function heard() {
		heardAt = Date.now();
		clearTimeout(watch);
		watch = setTimeout(silent, silenceMs);
	}

	function silent() {
		if (closed) return;
		state.value = "stale";
		watch = setTimeout(silent, silenceMs);
		// Dropped, so that socket.io tries anew; while it already does there is nothing to drop.
		if (manager.engine.readyState === "open") manager.engine.close();
	}

	/** A phone taken out of a pocket: do not wait for a timer that slept. */
	function wake() {
		if (document.visibilityState === "hidden") return;
		// The steady clock stands still while a machine sleeps. Where the other was set back meanwhile it says nothing.
		const silentMs = Date.now() - heardAt;
		if (silentMs > missedPingMs || silentMs < 0) startAnew();
	}

	/** One leads back to a page whose connections the browser has closed without a word. */
	function shownAgain({ persisted }: PageTransitionEvent) {
		if (persisted) startAnew();
	}

	/**
	 * Leaves whatever is under way and knocks at once. A connection of the network before is dead, and nobody says so; an attempt of then
	 * hangs for as long as it may.
	 */
	function startAnew() {
		if (closed) return;
		socket.disconnect();
		clearTimeout(again);
		state.value = "stale";
		giveAttempts(firstTimeoutMs);
		socket.connect();
	}

	function giveAttempts(ms: number) {
		attemptMs = ms;
		manager.timeout(ms);
	}

	function comeBackIn(delayMs: number) {
		clearTimeout(again);
		if (!closed) again = setTimeout(() => socket.connect(), delayMs);
	}

	function knock() {
		if (!closed && !socket.active) comeBackIn(0);
	}

	function close() {
		closed = true;
		clearTimeout(watch);
		clearTimeout(again);
		if (typeof document !== "undefined") {
			document.removeEventListener("visibilitychange", wake);
			document.removeEventListener("resume", wake);
			window.removeEventListener("online", startAnew);
			window.removeEventListener("pageshow", shownAgain);
		}
		socket.disconnect();
	}
}

// The value stands in protocol/live.ts; importing it would bring every schema into the browser, its type does not.
const namespace: typeof liveNamespace = "/live";

const firstWay = { transports: ["websocket", "polling"], tryAllTransports: true };
/**
 * Chromium holds each WebSocket back for up to 5 s once some have failed, longer than an attempt is given: while the hub is
 * away it is looked for by plain requests, and the WebSocket comes after.
 */
const wayBack = { transports: ["polling", "websocket"], tryAllTransports: false };

/** The hub pings every 5 s (docs/API.md, Live views): 3 s late is silent, and a screen must say so within 10 s. */
const silenceMs = 8_000;
/** Awake again without the last ping, a phone does not wait for the next one to be late. */
const missedPingMs = 6_000;
/** In the lobby's own network an unanswered attempt is given up soon, so that a hub that is back is found within 2 s. */
const lobbyTimeoutMs = 1_500;
/** A mobile network needs several slow round trips to let a phone in. */
const phoneTimeoutMs = 8_000;
/** But the first attempts to come back are given up sooner, each a little later than the one before: a network that has just come may lose them. */
const soonestTimeoutMs = 2_000;
const serverCloseMs = 500;
const refusedMs = 5_000;

function authOf<Row>(
	{ view, id, page }: LiveOptions<Row>,
	token: string | null,
	kept: Kept<Row> | null,
): Said<LiveAuth> {
	return {
		view,
		id,
		page,
		token: token ?? undefined,
		resume: kept ? { epoch: kept.epoch, seq: kept.seq } : undefined,
	};
}

/** What is undefined is not sent. */
type Said<Auth> = { [Key in keyof Auth]: Auth[Key] | undefined };

/** The hub refuses with `data: {code}`; an error of the network has none. */
function codeOf(error: Error): string | null {
	if (!("data" in error)) return null;
	const data = error.data;
	if (typeof data !== "object" || data === null || !("code" in data)) return null;
	return typeof data.code === "string" ? data.code : null;
}
