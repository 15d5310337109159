import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { check } from "../../config/faults.ts";
import {
	type Change,
	LiveAuth,
	liveNamespace,
	type Snapshot,
	type Status,
} from "../../protocol/live.ts";
import type { ProblemCode } from "../../protocol/problem.ts";
import type { Account } from "../../protocol/staff.ts";
import { isForeignOrigin, isTrustedDevice } from "../accounts/trust.ts";
import type { Hub } from "../hub.ts";
import type { NamedService } from "../views/service-rows.ts";
import { type Room, roomOf } from "./audience.ts";
import { changeOf } from "./change-of.ts";

export interface Live {
	/** Tells one audience what is not in the ledger; repeated by the caller where a client may have missed it. */
	tell(room: string, status: Status): void;
	close(): Promise<void>;
}

export interface LiveParts {
	server: HttpServer;
	hub: Hub;
	services: readonly NamedService[];
	kiosks: readonly { id: string }[];
	accountOf(cookieHeader: string | undefined): Account | null;
	/** What a client is told right after its snapshot, by room. */
	statusesFor(room: string): Status[];
}

/** A client that waits for its first rows until what they show is durable. */
interface Newcomer {
	socket: Socket;
	room: Room;
	snapshot: Snapshot;
}

/** How often a hung hub or client is looked for; given up after as long again. */
const pingMs = 5_000;
const maxMessageBytes = 16 * 1024;

/**
 * Everything live, on socket.io: each client gets its own audience's rows once and then what changes in them, numbered as
 * in the ledger, and never before it is durable.
 */
export function createLive({
	server,
	hub,
	services,
	kiosks,
	accountOf,
	statusesFor,
}: LiveParts): Live {
	const io = new Server(server, {
		serveClient: false,
		pingInterval: pingMs,
		pingTimeout: pingMs,
		maxHttpBufferSize: maxMessageBytes,
		allowRequest: (request, answer) => answer(null, !isForeignOrigin(request.headers)),
	});
	const live = io.of(liveNamespace);
	const rooms = new Map<string, { room: Room; sockets: Set<Socket> }>();
	let newcomers: Newcomer[] = [];

	live.use((socket, next) => {
		const admitted = admit(socket);
		if (typeof admitted === "string") {
			next(Object.assign(new Error(admitted), { data: { code: admitted } }));
			return;
		}
		socket.data.room = admitted;
		next();
	});
	live.on("connection", (socket) => {
		const room: Room = socket.data.room;
		socket.on("disconnect", () => leave(socket, room));
		welcome(socket, room);
	});

	hub.observe((state, event) => {
		const about = changeOf(state, event);
		const changes: { room: Room; change: Change }[] = [];
		for (const { room } of about ? rooms.values() : []) {
			const set = room.changes(state, event);
			if (about && set) changes.push({ room, change: { ...about, set } });
		}
		return () => {
			for (const { room, change } of changes) live.to(room.name).emit("change", change);
			if (!about) restart();
			admitNewcomers();
		};
	});
	hub.onSetBack(restart);

	return {
		tell: (room, status) => live.to(room).emit("status", status),
		async close() {
			await io.close();
		},
	};

	/** The room a client belongs to, or why it gets none. */
	function admit(socket: Socket): Room | ProblemCode {
		const checked = check(LiveAuth, socket.handshake.auth);
		if (!checked.ok) return "request/invalid";
		const { view, id = "" } = checked.value;
		switch (view) {
			case "board":
				if (!isTrustedDevice(socket.request)) return "device/not-trusted";
				break;
			case "kiosk":
				if (!isTrustedDevice(socket.request)) return "device/not-trusted";
				if (!kiosks.some((kiosk) => kiosk.id === id)) return "kiosk/unknown";
				break;
			case "staff":
				if (!accountOf(socket.handshake.headers.cookie)) return "session/required";
				break;
			case "ticket":
				if (!hub.state.tickets.has(id)) return "ticket/unknown";
				break;
		}
		return roomOf(services, view, id);
	}

	/** Takes the rows as they stand now; they are sent as soon as they are durable, and nothing is missed in between. */
	function welcome(socket: Socket, room: Room): void {
		const { state, epoch } = hub;
		newcomers.push({ socket, room, snapshot: { epoch, seq: state.seq, view: room.rows(state) } });
		admitNewcomers();
	}

	function admitNewcomers(): void {
		const waiting = newcomers;
		newcomers = [];
		for (const newcomer of waiting) {
			const { socket, room, snapshot } = newcomer;
			if (!socket.connected) continue;
			if (snapshot.epoch === hub.epoch && snapshot.seq > hub.durableSeq) {
				newcomers.push(newcomer);
				join(socket, room, { waits: true });
				continue;
			}
			join(socket, room, { waits: false });
			socket.emit("snapshot", snapshot);
			for (const status of statusesFor(room.name)) socket.emit("status", status);
		}
	}

	/** A room is looked after while somebody is in it; who still waits for the snapshot is not sent changes yet. */
	function join(socket: Socket, room: Room, { waits }: { waits: boolean }): void {
		const kept = rooms.get(room.name) ?? { room, sockets: new Set() };
		kept.sockets.add(socket);
		rooms.set(room.name, kept);
		if (!waits) socket.join(room.name);
	}

	function leave(socket: Socket, room: Room): void {
		const kept = rooms.get(room.name);
		kept?.sockets.delete(socket);
		if (kept?.sockets.size === 0) rooms.delete(room.name);
	}

	/** Another day, other settings, or a state that was set back: everybody begins anew. */
	function restart(): void {
		newcomers = [];
		for (const { room, sockets } of [...rooms.values()]) {
			for (const socket of sockets) {
				socket.leave(room.name);
				welcome(socket, room);
			}
		}
	}
}
