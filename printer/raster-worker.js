// Draws SVG as 1-bit pictures, away from the thread that serves people. Plain JavaScript, so that Node 20 loads it from the
// source folder as well as from the build.
import { setImmediate as turn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

/** @type {{ fontFiles: string[], fontFamily: string }} */
const { fontFiles, fontFamily } = workerData;
const port = parentPort;
if (!port) throw new Error("raster-worker.js runs as a worker only");

/** What resvg drew on is given back between two turns of the event loop, never within one. */
const drawingsATurn = 16;

port.on("message", async (/** @type {{ svgs: string[] }} */ { svgs }) => {
	try {
		const pictures = [];
		for (const [index, svg] of svgs.entries()) {
			if (index % drawingsATurn === drawingsATurn - 1) await turn();
			pictures.push(draw(svg));
		}
		port.postMessage(
			{ pictures },
			pictures.map(({ rows }) => rows.buffer),
		);
	} catch (error) {
		port.postMessage({ error: error instanceof Error ? error.message : String(error) });
	}
});

/** @param {string} svg */
function draw(svg) {
	const drawn = new Resvg(svg, {
		font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
		logLevel: "off",
	}).render();
	const { width, height, pixels } = drawn;
	const stride = Math.ceil(width / 8);
	const rows = new Uint8Array(stride * height);
	let pixel = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++, pixel += 4) {
			// The drawing is grey on opaque white, so that red alone tells; a grey edge is cut at half, since dithered text is
			// hard to read.
			if ((pixels[pixel] ?? 255) < 128) {
				const at = y * stride + (x >> 3);
				rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
			}
		}
	}
	return { widthDots: width, heightDots: height, rows };
}
