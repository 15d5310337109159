import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { LiveAuth } from "../protocol/live.ts";
import { type KeptConnection, keepConnection } from "./keep-alive.ts";
import { lobby } from "./lobby.ts";
import { serve } from "./process.ts";
import { connectScreen, type Screen } from "./screen.ts";

type Order = Static<typeof lobby.order>;
type Opening = Extract<Order, { do: "open" }>;

interface Counter {
	id: string;
	connection: KeptConnection;
	/** Whom the officer sees at the counter. */
	current: string | null;
}

interface OpenLobby {
	order: Opening;
	counters: Counter[];
	screens: Screen[];
	phones: Screen[];
	working: Promise<unknown>;
	resting: boolean;
}

const WithTicket = Type.Object({
	ticket: Type.Union([Type.Object({ id: Type.String() }), Type.Null()]),
});

/** Each counter calls ten times a second: some thousand times as often as an officer who serves 80 people a day. */
const callEveryMs = 100;

let here: OpenLobby | null = null;
/** What was done since the last answer, what was done between two orders included. */
let done = nothing();

serve(lobby, async (order) => {
	await fulfil(order);
	const said = done;
	done = nothing();
	return said;
});

async function fulfil(order: Order): Promise<void> {
	switch (order.do) {
		case "open":
			here = await open(order);
			return;
		case "work":
			return work(opened());
		case "rest":
			return rest(opened());
		case "serve-all":
			return serveAll(opened());
		case "close":
			for (const screen of [...opened().screens, ...opened().phones]) screen.close();
			for (const { connection } of opened().counters) connection.close();
			here = null;
			return;
	}
}

function nothing(): Static<typeof lobby.reply> {
	return { taken: 0, calls: 0, changes: 0 };
}

function opened(): OpenLobby {
	if (!here) throw new Error("the lobby is not open");
	return here;
}

async function open(order: Opening): Promise<OpenLobby> {
	const { url, cookie, kiosk } = order;
	const counters = await Promise.all(
		order.counters.map(async (id): Promise<Counter> => {
			const connection = await keepConnection(url, cookie);
			await ask(connection, `/api/counters/${id}/open`, {});
			return { id, connection, current: null };
		}),
	);
	const { boards, kiosks, staff } = order.screens;
	const screens = await Promise.all([
		...Array.from({ length: boards }, () => screen(order, { view: "board" })),
		...Array.from({ length: kiosks }, () => screen(order, { view: "kiosk", id: kiosk })),
		...Array.from({ length: staff }, () => screen(order, { view: "staff" })),
	]);
	return { order, counters, screens, phones: [], working: Promise.resolve(), resting: true };
}

/** Phones whose ticket has been called hear no more, so each round begins with fresh ones. */
async function work(lobby: OpenLobby): Promise<void> {
	const { order } = lobby;
	for (const phone of lobby.phones.splice(0)) phone.close();
	const connection = await keepConnection(order.url);
	for (let phone = 0; phone < order.screens.phones; phone++) {
		const serviceId = order.services[phone % order.services.length];
		const id = await ask(connection, "/api/tickets", { serviceId });
		if (id === null) throw new Error("a ticket was taken and is not there");
		done.taken++;
		lobby.phones.push(await screen(order, { view: "ticket", id }));
	}
	connection.close();
	lobby.resting = false;
	lobby.working = Promise.all(
		lobby.counters.map(async (counter) => {
			// Not all at the same moment.
			await pause(Math.random() * callEveryMs);
			while (!lobby.resting) {
				const begun = performance.now();
				await callNext(counter);
				await pause(Math.max(0, callEveryMs - (performance.now() - begun)));
			}
		}),
	);
	// Said by `rest`; until then it must not end the process.
	lobby.working.catch(() => undefined);
}

async function rest(lobby: OpenLobby): Promise<void> {
	lobby.resting = true;
	await lobby.working;
}

async function serveAll({ counters }: OpenLobby): Promise<void> {
	await Promise.all(
		counters.map(async (counter) => {
			for (;;) {
				await callNext(counter);
				if (counter.current === null) return;
				const { connection, id, current } = counter;
				await ask(connection, `/api/counters/${id}/start`, { ticketId: current });
				await ask(connection, `/api/counters/${id}/finish`, { ticketId: current });
				counter.current = null;
			}
		}),
	);
}

async function callNext(counter: Counter): Promise<void> {
	const { connection, id, current } = counter;
	counter.current = await ask(connection, `/api/counters/${id}/call-next`, { ifCurrent: current });
	done.calls++;
}

/** The id of the ticket that the answer is about. */
async function ask(connection: KeptConnection, path: string, body: object): Promise<string | null> {
	const answer = await connection.post(path, JSON.stringify(body), randomUUID());
	const said: unknown = JSON.parse(answer.body.toString());
	if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
	return Value.Check(WithTicket, said) ? (said.ticket?.id ?? null) : null;
}

function screen({ url, cookie }: Opening, auth: LiveAuth): Promise<Screen> {
	return connectScreen({
		url,
		auth,
		cookie,
		onChange() {
			done.changes++;
		},
	});
}
