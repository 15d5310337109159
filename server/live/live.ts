import type { Server as HttpServer } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import { type DefaultEventsMap, Server, type Socket as SocketOf } from "socket.io";
import {
	type Change,
	type LiveAuth,
	liveNamespace,
	type Snapshot,
	type Status,
} from "../../protocol/live.ts";
import type { Presence } from "../accounts/presence.ts";
import type { Hub } from "../hub.ts";
import type { QueueState } from "../queue/state.ts";
import type { NamedService } from "../views/service-rows.ts";
import { allRows } from "../views/view.ts";
import { type AdmissionParts, admit, type Client, isStillSignedIn, phoneRoom } from "./admit.ts";
import { changesOf, type Heeds } from "./changes.ts";
import { type Connection, cutOff, limitUnread, sendTogether } from "./connection.ts";
import {
	type History,
	heeds,
	type Noted,
	type SharedViewName,
	sharedViewNames,
} from "./history.ts";
import { createOutbox } from "./outbox.ts";
import { createPhones, missedByPhone } from "./phones.ts";
import { countIn, type DoorOfLive, limitMessages, refusalOf, refuse } from "./way-in.ts";

export interface Live {
	/** Tells one audience what is not in the ledger; repeated by the caller where a client may have missed it. */
	tell(room: string, status: Status): void;
	/** Ends every connection of a device that was let in and is no longer, with whatever still waits in it. */
	cutOff(deviceId: string): void;
	/** Ends at once the connections of clients that may be here no longer. They may ask again, and are told why not. */
	disconnectWhere(isOver: (client: Client) => boolean): void;
	/** Tells everybody that the hub stops, then closes. */
	close(): Promise<void>;
}

export interface LiveParts extends Omit<AdmissionParts, "isLocal"> {
	server: HttpServer;
	door: DoorOfLive;
	hub: Pick<Hub, "state" | "epoch" | "durableSeq" | "observe" | "onSetBack">;
	/** Sees what happens in the hub from before any client is here. */
	history: History;
	services: readonly NamedService[];
	/** Learns which devices that were let in are here. */
	presence: Pick<Presence, "arrived" | "left">;
	/** What a client is told each time it has come, by room. */
	statusesFor(room: string): Status[];
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

/** What a room is told of events that are durable together. */
interface Told {
	room: string;
	changes: readonly Change[];
	heeds: Heeds;
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
	services,
	kiosks,
	signedIn,
	deviceOf,
	presence,
	statusesFor,
	log,
}: LiveParts): Live {
	const io = new Server<FromClient, FromHub, DefaultEventsMap, Client>(server, {
		serveClient: false,
		pingInterval: pingMs,
		pingTimeout: pingMs,
		maxHttpBufferSize: maxMessageBytes,
		allowRequest: (request, answer) => {
			const refusal = refusalOf(request, door);
			answer(refusal, refusal === null);
		},
	});
	// Its requests go past whatever listens to the server, and bear the same headers.
	server.prependListener("request", (request, response) => {
		if (request.url?.startsWith(io.path())) door.writeHeaders(request, response);
	});
	const live = io.of(liveNamespace);
	const connections = new Set<Connection>();
	/** Devices that were cut off; an id is never used again. */
	const gone = new Set<string>();
	const phones = createPhones(services);
	const outbox = createOutbox((room, change) => {
		// Whose first word ends before this change must be there to hear it, and nobody whose first word holds it.
		admitWhere(({ socket, seq }) => socket.data.changesRoom === room && seq < change.seq);
		live.to(room).emit("change", change);
	});
	let newcomers: Newcomer[] = [];
	/** The last event of the day that was published from here. */
	let publishedSeq = hub.durableSeq;
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
		const { view, id, deviceId, resume } = socket.data;
		if (deviceId !== null && gone.has(deviceId)) {
			cutOff(socket.conn);
			return;
		}
		if (!isStillSignedIn(socket, socket.data, signedIn)) {
			socket.disconnect(true);
			return;
		}
		if (view === "ticket") phones.enter(id);
		if (deviceId !== null) presence.arrived(deviceId);
		socket.on("disconnect", () => {
			if (deviceId !== null) presence.left(deviceId);
			if (view === "ticket") phones.leave(id);
			newcomers = newcomers.filter((newcomer) => newcomer.socket !== socket);
		});
		welcome(socket, resume);
	}

	hub.observe({
		seal(state) {
			const { seq } = state;
			const noted = history.take();
			const told = noted ? toldOf(state, noted) : null;
			return () => {
				publishedSeq = seq;
				if (!told) {
					beginAnew();
					return;
				}
				for (const { room, changes, heeds } of told) outbox.add(room, changes, heeds);
				// Who waits for a first word is not to hear afterwards what it holds.
				if (newcomers.length > 0) flush();
				else outbox.send();
			};
		},
	});
	hub.onSetBack(() => {
		history.forgetAfter(hub.durableSeq);
		// Clients were only ever sent what is durable, and that stands. Newcomers alone may hold what is not.
		if (publishedSeq === hub.durableSeq) greetAnew();
		else beginAnew();
	});

	return {
		tell(room, status) {
			flush();
			live.to(room).emit("status", status);
		},
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
			flush();
			outbox.close();
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
		flush();
		newcomers.push(newcomer(socket, resume));
		admitAll();
	}

	function newcomer(socket: Socket, resume: LiveAuth["resume"]): Newcomer {
		const { view, id } = socket.data;
		// A number from the future is of another ledger, whatever the client calls it.
		const known = resume?.epoch === hub.epoch && resume.seq <= hub.durableSeq ? resume.seq : null;
		return view === "ticket" ? phone(socket, id, known) : watcher(socket, view, known);
	}

	/** Someone at a shared view: told what was missed, with the rows as they stand now. */
	function watcher(socket: Socket, view: SharedViewName, known: number | null): Newcomer {
		const { epoch, state } = hub;
		const { seq } = state;
		const noted = known === null ? null : history.between(known, seq);
		if (noted) {
			const missed = changesFor(view, state, noted);
			const greet = () => {
				for (const change of missed) socket.emit("change", change);
			};
			return { socket, epoch, seq, greet };
		}
		const snapshot = { epoch, seq, view: allRows(history.views[view], state) };
		return { socket, epoch, seq, greet: () => socket.emit("snapshot", snapshot) };
	}

	/** Someone who follows a ticket. */
	function phone(socket: Socket, ticketId: string, known: number | null): Newcomer {
		const { epoch, state } = hub;
		const { seq } = state;
		const row = phones.row(state, ticketId);
		const noted = known === null || row === null ? null : history.between(known, seq);
		if (noted && row) {
			const missed = missedByPhone(noted, state, row);
			const greet = () => {
				for (const change of missed) socket.emit("change", change);
			};
			return { socket, epoch, seq, greet };
		}
		const snapshot = { epoch, seq, view: row ? { ticket: row } : {} };
		return { socket, epoch, seq, greet: () => socket.emit("snapshot", snapshot) };
	}

	/** What the rooms in which somebody is, or is about to be, are told of events that are durable together. */
	function toldOf(state: QueueState, noted: readonly Noted[]): Told[] {
		const shared = sharedViewNames.filter(isHeard).map((view) => ({
			room: view,
			changes: changesFor(view, state, noted),
			heeds: heeds[view],
		}));
		const own = [...phones.changes(state, noted)].map(([ticketId, changes]) => ({
			room: phoneRoom(ticketId),
			changes,
			heeds: "calls" as const,
		}));
		return [...shared, ...own];
	}

	function isHeard(room: string): boolean {
		return (
			live.adapter.rooms.has(room) ||
			newcomers.some(({ socket }) => socket.data.changesRoom === room)
		);
	}

	function changesFor(view: SharedViewName, state: QueueState, noted: readonly Noted[]) {
		const { row } = history.views[view];
		return changesOf(
			noted.map(({ about, touched }) => ({ about, keys: touched[view] })),
			heeds[view],
			(key) => row(state, key),
		);
	}

	/** Sends what has gathered, and their first word to all who waited for it. */
	function flush(): void {
		outbox.sendAll();
		admitAll();
	}

	function admitAll(): void {
		admitWhere(({ epoch, seq }) => epoch !== hub.epoch || seq <= hub.durableSeq);
	}

	function admitWhere(isDue: (newcomer: Newcomer) => boolean): void {
		if (newcomers.length === 0) return;
		const due = newcomers.filter(isDue);
		newcomers = newcomers.filter((newcomer) => !due.includes(newcomer));
		for (const { socket, greet } of due) {
			const { changesRoom, statusesRooms } = socket.data;
			socket.join([changesRoom, ...statusesRooms]);
			greet();
			for (const status of statusesRooms.flatMap(statusesFor)) socket.emit("status", status);
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
		flush();
		for (const socket of live.sockets.values()) {
			const { changesRoom, statusesRooms } = socket.data;
			for (const room of [changesRoom, ...statusesRooms]) socket.leave(room);
			welcome(socket, undefined);
		}
	}
}
