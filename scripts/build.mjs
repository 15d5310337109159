// Builds everything into dist/: the hub with TypeScript's own compiler, the browser apps with Vite.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";
import { makeFonts } from "./fonts.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The browser apps: each is a page or more out of one folder, served under its own name. */
const apps = [
	{ name: "kiosk", pages: ["index.html"] },
	{ name: "display", pages: ["board.html", "counter.html"] },
	// By itself, so that a phone fetches nothing that only the board needs, and one script in place of several.
	{
		name: "display",
		served: "phone",
		pages: ["phone.html"],
		alias: { "@preact/signals": "@preact/signals-core" },
	},
	{ name: "staff", pages: ["index.html"] },
	{ name: "ui", served: "pages", pages: ["pages.css", "renew-page.ts"] },
];

const programVersion = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;

/** The technician's commands, as package.json names them. */
const tools = ["doctor", "backup", "restore", "ledger", "accounts", "language", "kiosk"];

/** So that a page, also one that a machine has kept, says which version of the program it came with. */
const generator = {
	name: "generator",
	transformIndexHtml: () => [
		{ tag: "meta", attrs: { name: "generator", content: `motcua ${programVersion}` } },
	],
};

/** A third way of engine.io's to a hub, which this one does not open: its 2 kB are for nothing. */
const withoutWebTransport = {
	name: "without-web-transport",
	load: {
		filter: { id: /engine\.io-client\/build\/esm\/transports\/webtransport\.js$/ },
		handler: () => "export class WT {}",
	},
};

compileHub();
await bundleHub();
await makeFonts(join(root, "dist/fonts"));
for (const app of apps) await buildApp(app);
await buildServiceWorker();
compress(join(root, "dist/web"));

function compileHub() {
	const tsc = join(
		dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
		"bin/tsc",
	);
	const { status } = spawnSync(process.execPath, [tsc, "-b"], { cwd: root, stdio: "inherit" });
	if (status !== 0) process.exit(status ?? 1);
}

/**
 * Puts what tsc has emitted for the hub and the technician's commands into a few files, with TypeBox inside: its 700 modules alone take a third
 * of the hub's start, and most of a command's, when they are loaded one by one. Every other package stays where it is.
 */
async function bundleHub() {
	const outDir = join(root, "dist/hub");
	await build({
		configFile: false,
		root,
		logLevel: "warn",
		publicDir: false,
		ssr: { noExternal: [/^typebox/] },
		define: { programVersion: JSON.stringify(programVersion) },
		build: {
			ssr: true,
			rolldownOptions: {
				input: {
					main: join(root, "dist/node/server/main.js"),
					demo: join(root, "dist/node/demo/main.js"),
					// A worker is a file of its own, found beside the file that starts it.
					"waits-worker": join(root, "dist/node/server/waits/waits-worker.js"),
					"catalogue-files-worker": join(
						root,
						"dist/node/server/catalogue-files/catalogue-files-worker.js",
					),
					// It runs on the kiosk's machine, and takes nothing else of these files.
					"print-agent": join(root, "dist/node/printer/agent/main.js"),
					...Object.fromEntries(
						tools.map((tool) => [tool, join(root, `dist/node/server/tools/${tool}.js`)]),
					),
				},
				// Side by side, so that what is looked for beside a file is there whichever file it ends in.
				output: { chunkFileNames: "[name]-[hash].js" },
			},
			outDir,
			emptyOutDir: true,
			target: "node20",
			minify: false,
		},
	});
	copyFileSync(join(root, "printer/raster-worker.js"), join(outDir, "raster-worker.js"));
}

async function buildApp({ name, served = name, pages, alias = {} }) {
	const outDir = join(root, "dist/web", served);
	rmSync(outDir, { recursive: true, force: true });
	await build({
		configFile: false,
		root: join(root, name),
		base: `/${served}/`,
		logLevel: "warn",
		resolve: { alias },
		plugins: [generator],
		build: {
			outDir,
			emptyOutDir: true,
			// Old TV boxes in lobbies run browsers of 2020.
			target: ["chrome84", "safari14", "firefox78"],
			cssTarget: ["chrome84", "safari14"],
			modulePreload: { polyfill: false },
			rolldownOptions: {
				treeshake: {
					moduleSideEffects: [{ test: /node_modules\/(socket|engine)\.io-/, sideEffects: false }],
				},
				plugins: [withoutWebTransport],
				input: pages.map((page) => join(root, name, page)),
				// The hub's own pages name these files themselves, so their names hold no hash.
				output:
					name === "ui" ? { assetFileNames: "[name][extname]", entryFileNames: "[name].js" } : {},
			},
		},
	});
}

/** What keeps the kiosk on its own machine, with the list of what it keeps: all of the kiosk but what hardly anybody fetches. */
async function buildServiceWorker() {
	const outDir = join(root, "dist/web/kiosk");
	const kioskFiles = readdirSync(outDir, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && !entry.name.includes("-more-"))
		.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			const url = relative(outDir, file).split(sep).join("/");
			// A name with a hash in it says what it holds.
			const revision = url.startsWith("assets/")
				? null
				: createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
			return { url, revision };
		});
	await build({
		configFile: false,
		root: join(root, "kiosk/service-worker"),
		logLevel: "warn",
		publicDir: false,
		define: {
			kioskFiles: JSON.stringify(kioskFiles),
			"process.env.NODE_ENV": JSON.stringify("production"),
		},
		build: {
			outDir,
			emptyOutDir: false,
			target: "chrome84",
			lib: {
				entry: join(root, "kiosk/service-worker/service-worker.ts"),
				formats: ["iife"],
				name: "serviceWorker",
				fileName: () => "service-worker.js",
			},
		},
	});
}

/** Puts beside each file what goes over the wire: brotli for browsers that are told it is safe, gzip for kiosks over plain HTTP. */
function compress(folder) {
	for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
		// Fonts and sound are packed already.
		if (!entry.isFile() || !/\.(js|css|html|json|svg)$/.test(entry.name)) continue;
		const file = join(entry.parentPath, entry.name);
		const bytes = readFileSync(file);
		writeFileSync(`${file}.br`, brotliCompressSync(bytes));
		writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
	}
}
