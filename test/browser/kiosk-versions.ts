import { once } from "node:events";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { extname, join } from "node:path";
import { projectRoot, temporaryDirectory } from "../hub-process.ts";

/** A hub whose kiosk is another version now and then, as after an update. */
export interface VersionedHub {
	url: string;
	/** From now on this version is what the hub has. Its page says so: `<html data-version>`. */
	update(version: string): Promise<void>;
	close(): Promise<void>;
}

/** Stands before a hub and serves its kiosk from folders of its own; all else is the hub's. */
export async function startVersionedHub(hubUrl: string): Promise<VersionedHub> {
	const hub = new URL(hubUrl);
	let folder = await makeVersion("1");
	const server = createServer((asked, answer) => {
		const path = new URL(asked.url ?? "/", hubUrl).pathname;
		if (path.startsWith("/kiosk/")) {
			const name = path.slice("/kiosk/".length) || "index.html";
			readFile(join(folder, name)).then(
				(bytes) => {
					const cached = name.startsWith("assets/") ? "public, max-age=31536000" : "no-cache";
					const type = types[extname(name)] ?? "application/octet-stream";
					answer.writeHead(200, { "content-type": type, "cache-control": cached }).end(bytes);
				},
				() => answer.writeHead(404).end(),
			);
			return;
		}
		const onward = request({ ...place(hub), ...like(asked) }, (told) => {
			answer.writeHead(told.statusCode ?? 502, told.headers);
			told.pipe(answer);
		});
		onward.on("error", () => answer.destroy());
		asked.pipe(onward);
	});
	server.on("upgrade", (asked, socket, head) => {
		const onward = connect(Number(hub.port), hub.hostname, () => {
			const lines = asked.rawHeaders.flatMap((name, at, all) =>
				at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : [],
			);
			onward.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
			onward.write(head);
			socket.pipe(onward).pipe(socket);
		});
		for (const [side, other] of [
			[socket, onward],
			[onward, socket],
		] as const) {
			side.on("error", () => side.destroy());
			side.on("close", () => other.destroy());
		}
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("it has no port");
	return {
		url: `http://127.0.0.1:${address.port}`,
		async update(version) {
			folder = await makeVersion(version);
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

function place({ hostname, port }: URL) {
	return { hostname, port };
}

function like({ method, url, headers }: IncomingMessage) {
	return { method, path: url, headers };
}

/** The kiosk as it was built, with all of its scripts under other names, as a build of other scripts has it. */
async function makeVersion(version: string): Promise<string> {
	const folder = join(await temporaryDirectory(), version);
	await cp(join(projectRoot, "dist/web/kiosk"), folder, { recursive: true });
	const scripts = (await readdir(join(folder, "assets"))).filter((name) => name.endsWith(".js"));
	const renamed = (text: string) =>
		scripts.reduce(
			(so, name) => so.replaceAll(name, name.replace(/\.js$/, `v${version}.js`)),
			text,
		);
	for (const name of scripts) {
		const says = name.startsWith("index-")
			? `document.documentElement.dataset.version=${version};`
			: "";
		const script = join(folder, "assets", name);
		await writeFile(
			join(folder, "assets", renamed(name)),
			says + renamed(await readFile(script, "utf8")),
		);
		await rm(script);
	}
	for (const name of ["index.html", "service-worker.js"]) {
		const text = renamed(await readFile(join(folder, name), "utf8"));
		// The page's own revision, by which it is fetched anew.
		const revised = text.replace(/(index\.html`,revision:`)[0-9a-f]+/, `$1${version}`);
		await writeFile(join(folder, name), revised);
	}
	return folder;
}

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".woff2": "font/woff2",
};
