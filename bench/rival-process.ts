import { open } from "node:fs/promises";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import { Server } from "socket.io";
import type { Static } from "typebox";
import { liveNamespace } from "../protocol/live.ts";
import { TakeTicket, TicketAnswer } from "../protocol/tickets.ts";
import { addJsonBodies } from "../server/routes/json-bodies.ts";
import { addValidation } from "../server/routes/validation.ts";
import { serve } from "./process.ts";
import { rival } from "./rival.ts";
import { sameApp } from "./same-app.ts";

/** A ticket as the hub answers it, of the same length. */
const answer: TicketAnswer = {
	ticket: {
		id: "u7Jc1nXw3bQe5RkZ9pTg0A",
		number: "A1234",
		serviceId: "ho-tich",
		serviceName: { vi: "Hộ tịch, nuôi con nuôi", en: "Births, marriages, deaths" },
		state: "waiting",
		priorityClass: null,
		procedureCode: null,
		language: "vi",
		files: 1,
		visit: [],
		appointmentAt: null,
		issuedAt: "2026-11-21T01:00:00.000Z",
		calledAt: null,
		counter: null,
		callCount: 0,
	},
	ahead: 1234,
	wait: null,
	followUrl: "http://127.0.0.1:8080/t/u7Jc1nXw3bQe5RkZ9pTg0A",
	print: null,
};

serve(rival, (order) => listen(order));

async function listen(order: Static<typeof rival.order>): Promise<Static<typeof rival.reply>> {
	if (order.kind === "same-app") return sameApp(order, answer);
	if (order.kind === "no-hooks") return noHooks();
	if (order.kind === "bare-live") return bareLive(order);
	const append = order.kind === "bare-durable" ? await appender(order) : null;
	const app = Fastify();
	app.post("/tickets", { schema: { body: TakeTicket } }, async (_request, reply) => {
		await append?.();
		reply.code(201);
		return answer;
	});
	return { url: await app.listen({ port: 0, host: "127.0.0.1" }), path: "/tickets" };
}

async function noHooks(): Promise<Static<typeof rival.reply>> {
	const app = Fastify().withTypeProvider<TypeBoxTypeProvider>();
	addValidation(app);
	addJsonBodies(app);
	const schema = { body: TakeTicket, response: { 201: TicketAnswer } };
	app.post("/tickets", { schema }, async (_request, reply) => {
		reply.code(201);
		return answer;
	});
	return { url: await app.listen({ port: 0, host: "127.0.0.1" }), path: "/tickets" };
}

async function bareLive({
	port,
	snapshot,
	change,
}: Extract<Static<typeof rival.order>, { kind: "bare-live" }>): Promise<
	Static<typeof rival.reply>
> {
	const app = Fastify();
	const live = new Server(app.server).of(liveNamespace);
	live.on("connection", (socket) => socket.emit("snapshot", snapshot));
	app.post("/tell", async () => {
		live.emit("change", change);
		return { told: true };
	});
	return { url: await app.listen({ port, host: "127.0.0.1" }), path: "/tell" };
}

async function appender({ file, lineBytes }: { file: string; lineBytes: number }) {
	const line = `${"x".repeat(lineBytes - 1)}\n`;
	const handle = await open(file, "a");
	return async () => {
		await handle.write(line);
		await handle.datasync();
	};
}
