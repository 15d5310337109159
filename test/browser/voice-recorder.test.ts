import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { clipTexts } from "../../voice/clips.ts";
import { type Recording, recordingFaults } from "../../voice/recording.ts";
import { wavOf } from "../../voice/wav.ts";
import { voiceWords } from "../../words/voice.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { cutTexts } from "./fitting.ts";
import { sizes } from "./tour.ts";
import { openAsAdmin } from "./tour-admin.ts";

const words = voiceWords.vi;
let folder: string;
let hub: HubProcess;
let browser: Browser;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "motcua-recorder-"));
	hub = await startHubProcess();
});
afterEach(() => browser.close());
afterAll(async () => {
	await hub.stop();
	await rm(folder, { recursive: true });
	await removeTemporaryDirectories();
});

/** Somebody who says a word of 0.4 s into the microphone again and again, at a peak, with two seconds between. */
async function openWith(peak: number): Promise<Page> {
	const rate = 48_000;
	const samples = new Float32Array(2.5 * rate);
	for (let at = 0; at < 0.4 * rate; at += 1) {
		samples[rate + at] = peak * Math.sin((2 * Math.PI * 220 * at) / rate);
	}
	const file = join(folder, "micro.wav");
	await writeFile(file, wavOf({ samples, rate }));
	browser = await launchChromium(
		"--use-fake-device-for-media-stream",
		"--use-fake-ui-for-media-stream",
		`--use-file-for-fake-audio-capture=${file}`,
	);
	return openAsAdmin(browser, hub, "voice", "vi", sizes.staff);
}

const level = (page: Page) =>
	page.locator("meter").evaluate((meter: HTMLMeterElement) => meter.value);

const often = { interval: 20, timeout: 15_000 };

/** Presses in the silence before a word and in the one after it. */
async function record(page: Page): Promise<void> {
	await expect.poll(() => level(page), often).toBeGreaterThan(0);
	await expect.poll(() => level(page), often).toBe(0);
	await page.getByRole("button", { name: words.record }).click();
	await expect.poll(() => level(page), often).toBeGreaterThan(0);
	await expect.poll(() => level(page), often).toBe(0);
	// The word has just ended; a moment of silence after it belongs to a good recording.
	await page.evaluate("new Promise((over) => setTimeout(over, 300))");
	await page.getByRole("button", { name: words.stop }).click();
}

test("phrases are recorded one after the other, checked, and saved as files that make-voice takes", async () => {
	const page = await openWith(0.4);
	await page.getByText(words.provisional).waitFor();
	await page.getByRole("button", { name: words.microphone }).click();
	await page.locator("[data-phrase=number-3]").click();
	await record(page);
	await page.locator("[data-phrase=number-3][data-state=good]").waitFor();
	await page.getByRole("button", { name: words.listen }).click();
	await page.getByRole("button", { name: words.next }).click();
	await page.locator("[data-phrase=number-4][aria-current]").waitFor();
	// A word of 0.4 s is no sentence of seven.
	await page.locator("[data-phrase=ticket-last]").click();
	await record(page);
	await page.locator("[data-phrase=ticket-last][data-state=again]").waitFor();
	await page.getByText(words.faults["too-short"]).waitFor();
	await page.getByText(words.done(1, Object.keys(clipTexts.vi).length)).waitFor();

	expect(await axeFaults(page)).toEqual([]);
	for (const viewport of [sizes.staff, { width: 420, height: 900 }]) {
		await page.setViewportSize(viewport);
		expect(await cutTexts(page)).toEqual([]);
	}

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: words.save }).click(),
	]);
	expect(download.suggestedFilename()).toBe("giong-doc-vi.zip");
	const files = unzipSync(await readFile(await download.path()));
	expect(Object.keys(files)).toEqual(["number-3.wav"]);
	const made = fromWav(files["number-3.wav"]);
	expect(recordingFaults(made, "ba")).toEqual([]);
	const seconds = made.samples.length / made.rate;
	expect(seconds).toBeGreaterThan(0.55);
	expect(seconds).toBeLessThan(1.1);
});

test("a voice that is hardly heard is said to be too quiet", async () => {
	const page = await openWith(0.007);
	await page.getByRole("button", { name: words.microphone }).click();
	await page.locator("[data-phrase=number-3]").click();
	await page.getByRole("button", { name: words.record }).click();
	// As long as the word and its silence come round once.
	await page.evaluate("new Promise((over) => setTimeout(over, 2500))");
	await page.getByRole("button", { name: words.stop }).click();
	await page.locator("[data-phrase=number-3][data-state=again]").waitFor();
	await page.getByText(words.faults["too-quiet"]).waitFor();
});

test("where the browser gives no microphone the page says what to do", async () => {
	browser = await launchChromium("--deny-permission-prompts");
	const page = await openAsAdmin(browser, hub, "voice", "vi", sizes.staff);
	await page.getByRole("button", { name: words.microphone }).click();
	await page.getByText(new RegExp(`${words.refused}|${words.none}`)).waitFor();
});

function fromWav(bytes = new Uint8Array()): Recording {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const samples = Float32Array.from({ length: (bytes.length - 44) / 2 }, (_, at) => {
		return view.getInt16(44 + 2 * at, true) / 32_767;
	});
	return { samples, rate: view.getUint32(24, true) };
}
