import { once } from "node:events";
import { createServer, request } from "node:http";
import { Server } from "socket.io";
import { type Audience, liveNamespace } from "../../protocol/live.ts";
import { changesOf } from "../../server/live/changes.ts";
import { createCounterScreens } from "../../server/live/counter-screens.ts";
import { createHistory, heeds } from "../../server/live/history.ts";
import type { QueueSettings } from "../../server/queue/event.ts";
import { queueDay } from "../../server/queue/rehearsal.ts";
import { allRows } from "../../server/views/view.ts";

/** A hall in which weeks of calls pass in seconds, since nothing of it is written to a disk. */
export interface QuickHall {
	/** Where its pages are. */
	url: string;
	/** The counter that has a screen, which calls last of all. */
	counterId: string;
	/** Has people come and be called, at one counter after the other, and tells the screens. Answers with the number that was called last. */
	call(times: number): string;
	close(): Promise<void>;
}

const services = [
	{ id: "ho-tich", prefix: "A", name: { vi: "Hộ tịch", en: "Civil status" } },
	{ id: "chung-thuc", prefix: "B", name: { vi: "Chứng thực", en: "Certification" } },
	{ id: "dat-dai", prefix: "E", name: { vi: "Đất đai", en: "Land" } },
] as const;

/** Two counters of each service. */
const counters = [...services, ...services].map(({ id }, at) => ({
	id: `quay-${at + 1}`,
	label: String(at + 1),
	services: [id],
}));
const settings: QueueSettings = {
	digest: "1",
	services: services.map(({ id, prefix }) => ({ id, prefix })),
	counters,
	priorityClasses: [],
};

const officerAt = (counterId: string) => ({ username: counterId, name: counterId });

/**
 * The queue, the rows and the changes are the hub's own; they go over socket.io to boards and to the screen over one counter. Pages and all
 * else come from a real hub.
 */
export async function startQuickHall(hubUrl: string): Promise<QuickHall> {
	const { hostname, port } = new URL(hubUrl);
	const server = createServer((asked, answer) => {
		const { method, url, headers } = asked;
		const onward = request({ hostname, port, method, path: url, headers }, (told) => {
			answer.writeHead(told.statusCode ?? 502, told.headers);
			told.pipe(answer);
		});
		onward.on("error", () => answer.destroy());
		asked.pipe(onward);
	});
	const live = new Server(server, { pingInterval: 5_000, serveClient: false }).of(liveNamespace);

	const counterId = counters[counters.length - 1]?.id ?? "";
	const history = createHistory({ services });
	const screens = createCounterScreens({ services });
	screens.enter(counterId);
	const day = queueDay(settings, history.saw);
	for (const { id } of counters) day.open(id, officerAt(id));
	history.take();
	let calls = 0;

	live.on("connection", (socket) => {
		const { state } = day;
		const view: Audience = socket.handshake.auth.view;
		const rows =
			view === "counter" ? screens.rows(state, counterId) : allRows(history.views.board, state);
		socket.emit("snapshot", { epoch: "hom-nay", seq: state.seq, view: rows });
		void socket.join(view);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("it has no port");

	return {
		url: `http://127.0.0.1:${address.port}`,
		counterId,
		call(times) {
			let number = "";
			for (const last = calls + times; calls < last; calls++) {
				const { id, services: served } = counters[calls % counters.length] ?? {};
				if (!id) throw new Error("there are counters");
				const officer = officerAt(id);
				const at = { counterId: id, officer };
				for (const service of served ?? []) day.issue(service);
				tell();
				number = day.callNext(id, officer) ?? "";
				tell();
				if (calls % 3 === 0) day.apply({ type: "recall", ...at });
				if (calls % 3 === 1) day.apply({ type: "start", ...at });
				tell();
			}
			return number;
		},
		async close() {
			await live.server.close();
			server.closeAllConnections();
		},
	};

	/** What is durable is told, command by command. */
	function tell(): void {
		const { state } = day;
		const noted = history.take() ?? [];
		const onBoards = changesOf(
			noted.map(({ about, touched }) => ({ about, keys: touched.board })),
			heeds.board,
			(key) => history.views.board.row(state, key),
		);
		for (const change of onBoards) live.to("board").emit("change", change);
		for (const [, changes] of screens.changes(state, noted)) {
			for (const change of changes) live.to("counter").emit("change", change);
		}
	}
}
