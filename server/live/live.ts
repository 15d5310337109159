import type { Server as HttpServer } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import { type DefaultEventsMap, type Namespace, Server, type Socket as SocketOf } from "socket.io";
import {
	type Audience,
	type Change,
	type LiveAuth,
	liveNamespace,
	type Snapshot,
	type Status,
} from "../../protocol/live.ts";
import type { Presence } from "../accounts/presence.ts";
import type { Hub } from "../hub.ts";
import type { ShownOffice } from "../views/service-rows.ts";
import { allRows } from "../views/view.ts";
import { type AdmissionParts, admit, audienceOf, type Client, isStillSignedIn } from "./admit.ts";
import { compression, pollingCompression } from "./compression.ts";
import { type Connection, cutOff, limitUnread, sendTogether } from "./connection.ts";
import { createCounterScreens } from "./counter-screens.ts";
import { createCounting, type LiveFigures } from "./figures.ts";
import type { History, SharedViewName } from "./history.ts";
import { watchOutgoing } from "./outgoing.ts";
import { createPhones, missedByPhone } from "./phones.ts";
import { changesFor, createTelling, type TellingTo } from "./telling.ts";
import { countIn, type DoorOfLive, limitMessages, refusalOf, refuse } from "./way-in.ts";

export interface Live {
	/** Tells one audience what is not in the ledger; repeated by the caller where a client may have missed it. */
	tell(room: string, status: Status): void;
	/** Ends every connection of a device that was let in and is no longer, with whatever still waits in it. */
	cutOff(deviceId: string): void;
	/** Ends at once the connections of clients that may be here no longer. They may ask again, and are told why not. */
	disconnectWhere(isOver: (client: Client) => boolean): void;
	/** The tickets whose phones are here. */
	followed(): string[];
	/** For what else is said over sockets, behind the same door. */
	sockets: Pick<Server, "of">;
	figures(): LiveFigures;
	/** Tells everybody that the hub stops, then closes. */
	close(): Promise<void>;
}

export interface LiveParts extends Omit<AdmissionParts, "isLocal"> {
	server: HttpServer;
	door: DoorOfLive;
	hub: Pick<Hub, "state" | "epoch" | "durableSeq" | "observe" | "onSetBack">;
	/** Sees what happens in the hub from before any client is here. */
	history: History;
	office: ShownOffice;
	/** Learns which devices that were let in are here. */
	presence: Pick<Presence, "arrived" | "left">;
	/** What a client is told each time it has come, by room. */
	statusesFor(room: string): Status[];
	/** Whether what goes over WebSockets is compressed. */
	compresses: boolean;
	log: Pick<FastifyBaseLogger, "error">;
}

/** A client that waits for its first word until what it would show is durable. */
interface Newcomer {
	socket: Socket;
	epoch: string;
	/** The number of the last event that the first word covers; changes after it are sent as they come. */
	seq: number;
	/** Sends the first word: a snapshot, or what was missed. */
	greet(): void;
}

interface FromHub {
	snapshot(snapshot: Snapshot): void;
	change(change: Change): void;
	status(status: Status): void;
}
type FromClient = Record<never, never>;
type Socket = SocketOf<FromClient, FromHub, DefaultEventsMap, Client>;

/** How often a hung hub or client is looked for; given up after as long again. */
const pingMs = 5_000;
const maxMessageBytes = 16 * 1024;
/** How long a stop waits for clients to close their side. */
const closeWithinMs = 1_000;

/**
 * Everything live, on socket.io: each client gets its own audience's rows once and then what changes in them, numbered as
 * in the ledger, and never before it is durable. Who comes back gets just what was missed.
 */
export function createLive({
	server,
	door,
	hub,
	history,
	office,
	kiosks,
	signedIn,
	deviceOf,
	presence,
	statusesFor,
	compresses,
	log,
}: LiveParts): Live {
	const io = new Server(server, {
		serveClient: false,
		pingInterval: pingMs,
		pingTimeout: pingMs,
		maxHttpBufferSize: maxMessageBytes,
		perMessageDeflate: compresses && compression,
		httpCompression: pollingCompression,
		allowRequest: (request, answer) => {
			const refusal = refusalOf(request, door);
			answer(refusal, refusal === null);
		},
	});
	// Its requests go past whatever listens to the server, and bear the same headers.
	server.prependListener("request", (request, response) => {
		if (request.url?.startsWith(io.path())) door.writeHeaders(request, response);
	});
	const live: Namespace<FromClient, FromHub, DefaultEventsMap, Client> = io.of(liveNamespace);
	const connections = new Set<Connection>();
	/** Devices that were cut off; an id is never used again. */
	const gone = new Set<string>();
	const phones = createPhones(office);
	const counterScreens = createCounterScreens(office);
	const counting = createCounting(Date.now);
	const outgoing = watchOutgoing(log);
	let newcomers: Newcomer[] = [];
	const telling = createTelling({
		history,
		phones,
		counterScreens,
		isHeard,
		isAwaited: () => newcomers.length > 0,
		emit(room, change) {
			// Whose first word ends before this change must be there to hear it, and nobody whose first word holds it.
			admitWhere(({ socket, seq }) => socket.data.changesRoom === room && seq < change.seq);
			live.to(room).emit("change", change);
			outgoing.said(audienceOf(room), "change", change);
			counting.told(change.at);
		},
		onRested: catchUp,
	});
	/** The last event of the day that was published from here. */
	let publishedSeq = hub.durableSeq;
	telling.beginAt(publishedSeq);
	// Nobody is here yet who would have to be told of it.
	history.take();

	io.engine.on("connection", (connection: Connection) => {
		connections.add(connection);
		connection.on("close", () => connections.delete(connection));
		limitUnread(connection);
		limitMessages(connection, door);
		countIn(connection, door);
		sendTogether(connection);
	});
	// Nothing is to be seen in the namespace that socket.io has of itself.
	io.use((_socket, next) => refuse(next, "request/not-found"));
	live.use((socket, next) => {
		// What is thrown here would end the process, and the hub with it for everybody.
		try {
			const admitted = admit(socket, hub.state, { kiosks, signedIn, deviceOf });
			if (typeof admitted === "string") {
				refuse(next, admitted);
				return;
			}
			Object.assign(socket.data, admitted);
		} catch (error) {
			log.error({ err: error }, "unexpected fault at the handshake of a live view");
			refuse(next, "hub/unexpected");
			return;
		}
		next();
	});
	live.on("connection", (socket) => {
		try {
			begin(socket);
		} catch (error) {
			log.error({ err: error }, "unexpected fault at the beginning of a live view");
			cutOff(socket.conn);
		}
	});

	/** Its right may have ended between the handshake and now, when nobody who ends rights could see it. */
	function begin(socket: Socket): void {
		const { view, id, deviceId, version, resume } = socket.data;
		if (deviceId !== null && gone.has(deviceId)) {
			cutOff(socket.conn);
			return;
		}
		if (!isStillSignedIn(socket, socket.data, signedIn)) {
			socket.disconnect(true);
			return;
		}
		if (view === "ticket") phones.enter(id);
		if (view === "counter") counterScreens.enter(id);
		counting.entered(view);
		if (deviceId !== null) presence.arrived(deviceId, version);
		socket.on("disconnect", () => {
			if (deviceId !== null) presence.left(deviceId);
			if (view === "ticket") phones.leave(id);
			if (view === "counter") counterScreens.leave(id);
			counting.left(view);
			newcomers = newcomers.filter((newcomer) => newcomer.socket !== socket);
		});
		welcome(socket, resume);
	}

	hub.observe({
		seal(state) {
			const { seq } = state;
			const prepared = telling.prepare(state);
			return () => {
				publishedSeq = seq;
				if (!prepared) {
					beginAnew();
					return;
				}
				telling.publish(prepared);
				admitAll();
			};
		},
	});
	hub.onSetBack(() => {
		history.forgetAfter(hub.durableSeq);
		counterScreens.forget();
		// Clients were only ever sent what is durable, and that stands. Newcomers alone may hold what is not.
		if (publishedSeq === hub.durableSeq) {
			catchUp();
			greetAnew();
		} else beginAnew();
	});

	return {
		tell(room, status) {
			catchUp();
			live.to(room).emit("status", status);
			outgoing.said(audienceOf(room), "status", status);
		},
		followed: phones.followed,
		sockets: io,
		figures: () => ({ ...counting.figures(), wrong: outgoing.wrong() }),
		cutOff(deviceId) {
			gone.add(deviceId);
			for (const socket of live.sockets.values()) {
				if (socket.data.deviceId === deviceId) cutOff(socket.conn);
			}
		},
		disconnectWhere(isOver) {
			for (const socket of live.sockets.values()) {
				if (isOver(socket.data)) socket.disconnect(true);
			}
		},
		async close() {
			catchUp();
			telling.close();
			live.emit("status", { topic: "hub", state: "stopping" });
			const left = [...connections];
			const giveUp = setTimeout(() => {
				for (const connection of left) cutOff(connection);
			}, closeWithinMs);
			await io.close();
			clearTimeout(giveUp);
		},
	};

	/** The first word to a client follows as soon as all that it covers is durable; nothing is missed in between. */
	function welcome(socket: Socket, resume: LiveAuth["resume"]): void {
		catchUp();
		newcomers.push(newcomer(socket, resume));
		admitAll();
	}

	function newcomer(socket: Socket, resume: LiveAuth["resume"]): Newcomer {
		const { view, id } = socket.data;
		// A number from the future is of another ledger, whatever the client calls it.
		const known = resume?.epoch === hub.epoch && resume.seq <= hub.durableSeq ? resume.seq : null;
		if (view === "ticket") return phone(socket, id, known);
		return view === "counter" ? counterScreen(socket, id) : watcher(socket, view, known);
	}

	/** Someone at a shared view: told what was missed, with the rows as they stand now. */
	function watcher(socket: Socket, view: SharedViewName, known: number | null): Newcomer {
		const { epoch, state } = hub;
		const { seq } = state;
		const noted = known === null ? null : history.between(known, seq);
		if (noted) {
			const missed = changesFor(history, view, state, noted);
			return { socket, epoch, seq, greet: () => greetMissed(socket, missed) };
		}
		const snapshot = { epoch, seq, view: allRows(history.views[view], state) };
		return { socket, epoch, seq, greet: () => greetWhole(socket, snapshot) };
	}

	/** A counter's screen: it has two rows, which are told anew each time. */
	function counterScreen(socket: Socket, counterId: string): Newcomer {
		const { epoch, state } = hub;
		const { seq } = state;
		const snapshot = { epoch, seq, view: counterScreens.rows(state, counterId) };
		return { socket, epoch, seq, greet: () => greetWhole(socket, snapshot) };
	}

	function greetWhole(socket: Socket, snapshot: Snapshot): void {
		counting.greeted("snapshots");
		socket.emit("snapshot", snapshot);
		outgoing.said(socket.data.view, "snapshot", snapshot);
	}

	function greetMissed(socket: Socket, missed: readonly Change[]): void {
		counting.greeted("resumes");
		for (const change of missed) {
			socket.emit("change", change);
			outgoing.said(socket.data.view, "change", change);
		}
	}

	/** Someone who follows a ticket. */
	function phone(socket: Socket, ticketId: string, known: number | null): Newcomer {
		const { epoch, state } = hub;
		const { seq } = state;
		const row = phones.row(state, ticketId);
		const noted = known === null || row === null ? null : history.between(known, seq);
		if (noted && row) {
			const missed = missedByPhone(noted, state, row);
			return { socket, epoch, seq, greet: () => greetMissed(socket, missed) };
		}
		const snapshot = { epoch, seq, view: phones.rows(state, ticketId) };
		return { socket, epoch, seq, greet: () => greetWhole(socket, snapshot) };
	}

	function isHeard(room: string): boolean {
		return (
			live.adapter.rooms.has(room) ||
			newcomers.some(({ socket }) => socket.data.changesRoom === room)
		);
	}

	/** Tells all that still waits, unless something is on its way to the disk: then what goes there next takes it along. */
	function catchUp(): void {
		const { state } = hub;
		if (state.seq === hub.durableSeq && !telling.tellRest(state)) beginAnew();
		else admitAll();
	}

	/** Lets in who is not to be told any more of what the first word holds. */
	function admitAll(): void {
		admitWhere(({ socket, epoch, seq }) => {
			const { view } = socket.data;
			const isTold = telling.toldSeq(toldWith(view)) >= seq;
			return epoch !== hub.epoch || (seq <= hub.durableSeq && isTold);
		});
	}

	function admitWhere(isDue: (newcomer: Newcomer) => boolean): void {
		if (newcomers.length === 0) return;
		const due = newcomers.filter(isDue);
		newcomers = newcomers.filter((newcomer) => !due.includes(newcomer));
		for (const { socket, greet } of due) {
			const { changesRoom, statusesRooms } = socket.data;
			socket.join([changesRoom, ...statusesRooms]);
			greet();
			for (const status of statusesRooms.flatMap(statusesFor)) {
				socket.emit("status", status);
				outgoing.said(socket.data.view, "status", status);
			}
		}
	}

	/** After a write that failed: who still waits may be waiting for what never happened. */
	function greetAnew(): void {
		const waiting = newcomers;
		newcomers = [];
		for (const { socket } of waiting) welcome(socket, socket.data.resume);
	}

	/** Another day, other settings, or events that nobody was told of: everybody gets a snapshot. */
	function beginAnew(): void {
		newcomers = [];
		telling.beginAt(hub.durableSeq);
		for (const socket of live.sockets.values()) {
			const { changesRoom, statusesRooms } = socket.data;
			for (const room of [changesRoom, ...statusesRooms]) socket.leave(room);
			welcome(socket, undefined);
		}
	}
}

function toldWith(view: Audience): TellingTo {
	if (view === "ticket") return "phones";
	return view === "counter" ? "counters" : view;
}
