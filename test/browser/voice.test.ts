import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Language, OfficeView } from "../../protocol/office.ts";
import type { VoiceView } from "../../protocol/voice.ts";
import { clipsOf, clipTexts } from "../../voice/clips.ts";
import { activeLevel, levelDb } from "../../voice/recording.ts";
import { displayWords } from "../../words/display.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { startLosingProxy } from "../losing-proxy.ts";
import { officerPassword } from "../prepared-accounts.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { axeFaults } from "./accessible.ts";
import { type Heard, heardBy, listen } from "./ear.ts";
import { cutTexts } from "./fitting.ts";
import { makeOld } from "./only-of-2020.ts";
import { openScreen, type PageFaults } from "./open-screen.ts";
import { hallDirectory } from "./tour.ts";

/** As a board's keeper starts it, and as somebody does who opens a browser. */
let allowing: Browser;
let asking: Browser;
let hub: HubProcess;
/** What each clip's address says. */
let texts: Map<string, string>;
let officers: Record<"mai" | "tuan" | "hoa", (what: string) => Promise<string>>;
const faults: PageFaults = [];

beforeAll(async () => {
	allowing = await launchChromium();
	asking = await launchChromium("--autoplay-policy=document-user-activation-required");
	const office = await sampleOfficeWith(() => ({
		voice: { languages: ["vi", "en"] },
		tickets: { recallsUntilMissed: 3 },
	}));
	hub = await startHubProcess({ OFFICE_FILE: office, DATA_DIR: await hallDirectory() });
	texts = new Map();
	for (const language of ["en", "vi"] as const) {
		const said: Record<string, string> = clipTexts[language];
		for (const [name, { path }] of Object.entries((await voiceOf(language)).clips)) {
			texts.set(path, said[name] ?? "♪");
		}
	}
	const ask = asker(hub.url);
	for (const serviceId of ["chung-thuc", "cu-tru", "dat-dai"]) {
		for (let count = 0; count < 6; count += 1) await ask("POST", "/api/tickets", { serviceId });
	}
	officers = {
		mai: await officerAt("mai", "quay-2"),
		tuan: await officerAt("tuan", "quay-3"),
		hoa: await officerAt("hoa", "quay-4"),
	};
});
afterAll(async () => {
	await allowing.close();
	await asking.close();
	await hub.stop();
	await removeTemporaryDirectories();
	expect(faults).toEqual([]);
});
afterEach(async () => {
	for (const browser of [allowing, asking]) {
		for (const context of browser.contexts()) await context.close();
	}
});

async function voiceOf(language: Language): Promise<VoiceView> {
	return (await asker(hub.url)<VoiceView>("GET", `/api/voice/${language}`)).body;
}

/** An officer at an open counter, who does one act after the other. Answers with the number that it was about. */
async function officerAt(username: string, counterId: string) {
	const ask = asker(hub.url, await signIn(hub.url, username, officerPassword));
	await ask("POST", `/api/counters/${counterId}/open`, {});
	return async (what: string): Promise<string> => {
		const path = `/api/counters/${counterId}/${what}`;
		const { status, body } = await ask<{ ticket?: { number: string } }>("POST", path, {});
		if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
		return body.ticket?.number ?? "";
	};
}

interface BoardOptions {
	/** What its calls are said in. */
	languages: readonly Language[];
	/** What runs before the page's own scripts. */
	before?: string;
	/** Where it finds its hub. */
	url?: string;
}

/** A board as on a TV box of 2020, its ear open, once all that it says is in its memory. */
async function openBoard(
	browser: Browser,
	{ languages, before = "", url = hub.url }: BoardOptions,
): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	await makeOld(context);
	await context.addInitScript(listen + before);
	await context.route("**/api/office", async (route) => {
		const response = await route.fetch();
		const office: OfficeView = await response.json();
		await route.fulfill({ response, json: { ...office, voice: { ...office.voice, languages } } });
	});
	const page = await context.newPage();
	page.on("pageerror", (error) => faults.push(error.message));
	await page.goto(`${url}/display/board`);
	await page.locator(".board[data-state=live]").waitFor();
	const clips = languages.flatMap((language) => clipsOf(language)).length;
	await expect
		.poll(async () => (await heardBy(page)).decoded.length, { timeout: 30_000 })
		.toBe(clips);
	return page;
}

/** The announcements, each by what was said; a chime begins one. */
function announcements({ clips }: Heard): { said: string; fromS: number; toS: number }[] {
	const all: { said: string; fromS: number; toS: number }[] = [];
	for (const { path, fromS, toS } of clips) {
		const said = texts.get(path) ?? path;
		const last = all.at(-1);
		if (said === "♪" || !last) all.push({ said, fromS, toS });
		else Object.assign(last, { said: `${last.said} ${said}`, toS });
	}
	return all;
}

const digits: Record<Language, readonly string[]> = {
	vi: ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"],
	en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};
const letters: Record<string, string> = { B: "bê", C: "xê", E: "e" };

type Nth = "first" | "again" | "last";

function inVietnamese(number: string, counter: number, nth: Nth = "first"): string {
	const [letter = "", ...signs] = number;
	const said = signs.map((sign) => digits.vi[Number(sign)]).join(" ");
	const which = { first: "", again: "lại ", last: "lần cuối " }[nth];
	return `♪ Xin mời ${which}số thứ tự ${letters[letter]} ${said} đến quầy số ${digits.vi[counter]}`;
}

function inEnglish(number: string, counter: number, nth: Exclude<Nth, "first">): string {
	const [letter, ...signs] = number;
	const said = signs.map((sign) => digits.en[Number(sign)]).join(" ");
	const opening = { again: "Calling again, ticket", last: "Last call for ticket" }[nth];
	return `${opening} ${letter} ${said} please go to counter ${digits.en[counter]}`;
}

describe("the clips that come with the program", () => {
	test.each(["vi", "en"] as const)(
		"play in Chromium, as long as their manifest says, trimmed and equally loud: %s",
		async (language) => {
			const page = await openScreen(allowing, hub, "/display/board", faults, {});
			const { clips } = await voiceOf(language);
			expect(Object.keys(clips).sort()).toEqual(clipsOf(language).sort());
			const paths = Object.values(clips).map(({ path }) => path);
			const decoded: Record<string, string> = await page.evaluate(`(async () => {
				const context = new OfflineAudioContext(1, 1, 48000);
				const sounds = {};
				for (const path of ${JSON.stringify(paths)}) {
					const buffer = await context.decodeAudioData(await (await fetch(path)).arrayBuffer());
					const bytes = new Uint8Array(buffer.getChannelData(0).buffer);
					let text = "";
					for (let at = 0; at < bytes.length; at += 4096) {
						text += String.fromCharCode(...bytes.subarray(at, at + 4096));
					}
					sounds[path] = btoa(text);
				}
				return sounds;
			})()`);
			const rate = 48_000;
			for (const [name, { path, durationMs }] of Object.entries(clips)) {
				const bytes = Buffer.from(decoded[path] ?? "", "base64");
				const samples = Float32Array.from({ length: bytes.length / 4 }, (_, at) =>
					bytes.readFloatLE(4 * at),
				);
				const lastsMs = (samples.length / rate) * 1_000;
				expect(Math.abs(lastsMs - durationMs), `${name} lasts ${lastsMs} ms`).toBeLessThan(30);
				if (name === "chime") continue;
				// What is 46 dB below the peak is heard by nobody in a hall.
				const least = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 200;
				const from = samples.findIndex((one) => Math.abs(one) > least);
				const to = samples.length - samples.reverse().findIndex((one) => Math.abs(one) > least);
				const edges = [from, samples.length - to].map((edge) => (edge / rate) * 1_000);
				expect(Math.max(...edges), `${name} has silence around it: ${edges}`).toBeLessThan(60);
				const apart = activeLevel(samples, rate) - levelDb;
				expect(Math.abs(apart), `${name} is ${apart} dB apart`).toBeLessThan(1);
			}
		},
	);
});

describe("a board that may sound", () => {
	test("says calls one after the other in their order, and a recall instead of the call it repeats", async () => {
		const board = await openBoard(allowing, { languages: ["vi"] });
		expect(await board.locator(".sound-notice").count()).toBe(0);
		const first = await officers.mai("call-next");
		const second = await officers.tuan("call-next");
		const third = await officers.hoa("call-next");
		await officers.tuan("recall");
		await expect
			.poll(async () => announcements(await heardBy(board)).length, { timeout: 60_000 })
			.toBe(3);
		await expect
			.poll(
				async () => {
					const { levels, clips } = await heardBy(board);
					return (levels.at(-1)?.atS ?? 0) > (clips.at(-1)?.toS ?? Infinity) + 0.3;
				},
				{ timeout: 30_000 },
			)
			.toBe(true);
		const heard = await heardBy(board);
		const said = announcements(heard);
		expect(said.map((one) => one.said)).toEqual([
			inVietnamese(first, 2),
			inVietnamese(second, 3, "again"),
			inVietnamese(third, 4),
		]);
		// No clip begins before the one before it has ended, by the clock of the sound.
		for (const [index, { fromS }] of heard.clips.entries()) {
			expect(fromS).toBeGreaterThanOrEqual((heard.clips[index - 1]?.toS ?? 0) - 1e-9);
		}
		// And so it was at the loudspeaker: sound while one is said, silence between two.
		const during = ({ fromS, toS }: { fromS: number; toS: number }) =>
			heard.levels.filter(({ atS }) => atS > fromS + 0.1 && atS < toS);
		for (const one of said) {
			const loud = during(one).filter(({ rms }) => rms > 0.001);
			expect(loud.length / during(one).length).toBeGreaterThan(0.6);
		}
		for (const [index, { fromS }] of said.slice(1).entries()) {
			const breath = during({ fromS: said[index]?.toS ?? 0, toS: fromS });
			expect(breath.length).toBeGreaterThan(5);
			expect(Math.max(...breath.map(({ rms }) => rms))).toBe(0);
		}
	});

	test("goes on to the next call where a clip never ends", async () => {
		// The first end of a clip is never told, as on a device whose sound stands still.
		const board = await openBoard(allowing, {
			languages: ["vi"],
			before: `(() => {
				const { addEventListener } = EventTarget.prototype;
				let times = 0;
				AudioScheduledSourceNode.prototype.addEventListener = function (type, ...more) {
					times += 1;
					if (times > 1) addEventListener.call(this, type, ...more);
				};
			})();`,
		});
		const first = await officers.mai("recall");
		const second = await officers.hoa("recall");
		await expect
			.poll(async () => announcements(await heardBy(board)).map(({ said }) => said), {
				timeout: 60_000,
			})
			.toEqual([inVietnamese(first, 2, "again"), inVietnamese(second, 4, "again")]);
	});
});

test("a board that may not sound says so; one touch anywhere, and calls that still hold are said, in both languages", async () => {
	const board = await openBoard(asking, { languages: ["vi", "en"] });
	const notice = board.locator(".sound-notice");
	await notice.getByText(displayWords.vi.board.sound.blocked).waitFor();
	await notice.getByText(displayWords.en.board.sound.blocked).waitFor();
	expect(await axeFaults(board)).toEqual([]);
	expect(await cutTexts(board)).toEqual([]);
	await officers.mai("recall");
	await officers.mai("start");
	const number = await officers.hoa("recall");
	await board.locator(".call-number", { hasText: number }).waitFor();
	expect((await heardBy(board)).clips).toEqual([]);
	await board.mouse.click(300, 300);
	await notice.waitFor({ state: "hidden" });
	await expect
		.poll(async () => announcements(await heardBy(board)).map(({ said }) => said), {
			timeout: 30_000,
		})
		.toEqual([`${inVietnamese(number, 4, "again")} ${inEnglish(number, 4, "again")}`]);
	const { decoded, levels } = await heardBy(board);
	expect(decoded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(20_000_000);
	await expect
		.poll(async () => Math.max(...(await heardBy(board)).levels.map(({ rms }) => rms)))
		.toBeGreaterThan(0.01);
	expect(levels.every(({ rms }) => rms < 1)).toBe(true);
});

test("the last call of somebody is said to be the last, in both languages", async () => {
	const board = await openBoard(allowing, { languages: ["vi", "en"] });
	const number = await officers.hoa("recall");
	await expect
		.poll(async () => announcements(await heardBy(board)).map(({ said }) => said), {
			timeout: 30_000,
		})
		.toEqual([`${inVietnamese(number, 4, "last")} ${inEnglish(number, 4, "last")}`]);
});

test("of calls made while its hub was away a board says those that still hold, and none that is over", async () => {
	const proxy = await startLosingProxy(hub.url);
	const board = await openBoard(allowing, { languages: ["vi"], url: proxy.url });
	await proxy.shut();
	await board.locator(".board[data-state=stale]").waitFor();
	await officers.tuan("call-next");
	await officers.tuan("call-next");
	await officers.mai("call-next");
	await officers.mai("start");
	const number = await officers.tuan("call-next");
	await proxy.open();
	await board.locator(".call-now.is-lit", { hasText: number }).waitFor();
	await expect
		.poll(async () => announcements(await heardBy(board)).map(({ said }) => said))
		.toEqual([inVietnamese(number, 3)]);
	// Whatever else it meant to say it would have begun as soon as this was said.
	await expect
		.poll(async () => (await heardBy(board)).levels.at(-1)?.atS, { timeout: 30_000 })
		.toBeGreaterThan(((await heardBy(board)).clips.at(-1)?.toS ?? Infinity) + 1);
	expect(announcements(await heardBy(board))).toHaveLength(1);
	await board.context().close();
	await proxy.shut();
});

test("a board whose sound the system has stopped sounds again by itself", async () => {
	const board = await openBoard(allowing, {
		languages: ["vi"],
		before: `(() => {
			const Context = window.AudioContext;
			window.AudioContext = function (options) {
				window.sounding = new Context(options);
				return window.sounding;
			};
		})();`,
	});
	await board.evaluate("window.sounding.suspend()");
	await expect.poll(() => board.evaluate("window.sounding.state")).toBe("running");
	await board.locator(".sound-notice").waitFor({ state: "detached" });
	const number = await officers.tuan("recall");
	await expect
		.poll(async () => announcements(await heardBy(board)).map(({ said }) => said))
		.toEqual([inVietnamese(number, 3, "again")]);
});
