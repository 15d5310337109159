import { afterEach, expect, test } from "vitest";
import { type Bitmap, blankBitmap, fillBlack, fromPng, inkBounds, toPng } from "./bitmap.ts";
import { createDrawer, type Drawer } from "./drawer.ts";

let drawer: Drawer;
afterEach(() => drawer.close());

/** One picture. */
async function draw(one: string): Promise<Bitmap> {
	const [picture] = await drawer.draw([one]);
	if (!picture) throw new Error("nothing was drawn");
	return picture;
}

const svg = (inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="384" height="100"><rect width="384" height="100" fill="#fff"/>${inside}</svg>`;

test("a drawing becomes black and white dots", async () => {
	drawer = createDrawer();
	const bitmap = await draw(svg('<rect x="9" y="4" width="30" height="10"/>'));
	const expected = blankBitmap(384, 100);
	fillBlack(expected, { x: 9, y: 4, width: 30, height: 10 });
	expect(bitmap).toEqual(expected);
	expect(fromPng(toPng(bitmap))).toEqual(expected);
});

test("Vietnamese letters are drawn with our own font, their marks whole", async () => {
	drawer = createDrawer();
	const text = (letters: string) =>
		svg(
			`<text x="10" y="60" font-family="Noto Sans" font-weight="800" font-size="40">${letters}</text>`,
		);
	const plain = inkBounds(await draw(text("EU")));
	const marked = inkBounds(await draw(text("ỄỰ")));
	if (!plain || !marked) throw new Error("nothing was drawn");
	expect(marked.top).toBeLessThan(plain.top - 8);
	expect(marked.bottom).toBeGreaterThan(plain.bottom + 4);
});

test("what is no drawing is refused, and the next one is drawn", async () => {
	drawer = createDrawer();
	const bad = draw("<svg");
	const good = draw(svg('<rect width="5" height="5"/>'));
	await expect(bad).rejects.toThrow();
	expect(inkBounds(await good)).toEqual({ left: 0, top: 0, right: 5, bottom: 5 });
});

test("a worker that dies is started again for the next drawing", async () => {
	const worker = `
		import { parentPort } from "node:worker_threads";
		parentPort.on("message", ({ svgs: [svg] }) => {
			if (svg === "die") process.exit(3);
			const picture = { widthDots: 8, heightDots: 1, rows: new Uint8Array([svg.length]) };
			parentPort.postMessage({ pictures: [picture] });
		});`;
	drawer = createDrawer(new URL(`data:text/javascript,${encodeURIComponent(worker)}`));
	const dead = draw("die");
	const after = draw("Một Cửa");
	await expect(dead).rejects.toThrow("ended (3)");
	expect((await after).rows).toEqual(Uint8Array.of(7));
});

test("a closed drawer draws no more", async () => {
	drawer = createDrawer();
	const drawing = draw(svg(""));
	const closing = drawer.close();
	await expect(drawing).rejects.toThrow("closed");
	await expect(draw(svg(""))).rejects.toThrow("closed");
	await closing;
});
