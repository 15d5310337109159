import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { App } from "./parts.ts";

/** The browser apps as Vite has built them, compressed beforehand: hashed files for a year, pages asked for anew each time. */
export async function addScreens(app: App, webRoot: string): Promise<void> {
	for (const name of ["kiosk", "display", "phone", "staff", "pages"]) {
		await app.register(fastifyStatic, {
			root: join(webRoot, name),
			prefix: `/${name}/`,
			decorateReply: name === "kiosk",
			index: ["index.html"],
			redirect: true,
			cacheControl: false,
			// What the build has packed beside each file.
			preCompressed: true,
			setHeaders: (reply, path) => {
				const isHashed = path.includes(`${join(name, "assets")}`);
				reply.setHeader(
					"cache-control",
					isHashed ? "public, max-age=31536000, immutable" : "no-cache",
				);
			},
		});
	}
	const display = join(webRoot, "display");
	const phone = join(webRoot, "phone");
	const schema = { hide: true };
	app.get("/display/board", { schema }, (_request, reply) => reply.sendFile("board.html", display));
	app.get("/display/counter/:counterId", { schema }, (_request, reply) =>
		reply.sendFile("counter.html", display),
	);
	app.get("/t/:ticketId", { schema }, (_request, reply) => reply.sendFile("phone.html", phone));
	for (const name of ["kiosk", "staff"]) {
		app.get(`/${name}`, { schema }, (_request, reply) => reply.redirect(`/${name}/`));
	}
}
