import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Language } from "../../protocol/office.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { badTargets, cutTexts } from "./fitting.ts";
import { isEveryScreen, panels } from "./panels.ts";
import { openPage, readCode, readCodeWithoutEnter } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let kiosk: Page;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});
afterEach(() => kiosk.context().close());

const wanted = "đăng ký khai sinh";

// What composes is the same in both; what the keys are called is not.
describe.each<Language>(isEveryScreen ? ["vi", "en"] : ["vi"])(
	"on the screen's keys, in %s",
	(language) => {
		const words = kioskWords[language];
		const { methods } = words.typing;

		beforeEach(() => openSearch(language));

		test("by Telex", async () => {
			if (language === "en") await choose(methods.telex);
			await expectChosen(methods.telex);
			await press("ddawng kys khai sinh", words.space);
			await expectText(wanted);
			await row(language).waitFor();
		});

		test("by VNI", async () => {
			await choose(methods.vni);
			await press("d9a8ng ky1 khai sinh", words.space);
			await expectText(wanted);
			await row(language).waitFor();
		});

		test("by accented letters and the keys of tones, whichever method is chosen", async () => {
			for (const method of [methods.none, methods.telex, methods.vni]) {
				await choose(method);
				await press("đăng ky", words.space);
				await key(words.tones.sac).tap();
				await press(" khai sinh", words.space);
				await expectText(wanted);
				await kiosk.getByRole("button", { name: words.eraseAll }).tap();
				await expectText("");
			}
		});

		test("every tone goes onto the syllable before it, and off again", async () => {
			await choose(methods.none);
			await press("hoan", words.space);
			for (const [name, text] of [
				["sac", "hoán"],
				["huyen", "hoàn"],
				["hoi", "hoản"],
				["nga", "hoãn"],
				["nang", "hoạn"],
			] as const) {
				await key(words.tones[name]).tap();
				await expectText(text);
			}
			await key(words.erase).tap();
			await expectText("họa");
			await key(words.tones.nang).tap();
			await expectText("hoa");
		});

		test("not at all where nothing composes, as English wants it", async () => {
			if (language === "vi") await choose(methods.none);
			await expectChosen(methods.none);
			await press("passport dd as a1", words.space);
			await expectText("passport dd as a1");
		});
	},
);

describe("in Vietnamese", () => {
	beforeEach(() => openSearch("vi"));

	test("what is no Vietnamese stays: a code, an English word", async () => {
		await press("passport 1001193", "Dấu cách");
		await expectText("passport 1001193");
	});

	test("a key is erased as it came, and the word goes on", async () => {
		await press("tieesk", "Dấu cách");
		await expectText("tieesk");
		await key("Xóa").tap();
		await press("ng", "Dấu cách");
		await expectText("tiếng");
	});

	test("keys go where the caret was put, and to the end once all is erased", async () => {
		await press("khai sinh", "Dấu cách");
		await expectText("khai sinh");
		await caretTo(3);
		await press("s", "Dấu cách");
		await expectText("khái sinh");
		expect(await caret()).toBe(3);
		await press("c", "Dấu cách");
		await expectText("kháci sinh");
		expect(await caret()).toBe(4);
		await key("Xóa").tap();
		await key("Xóa").tap();
		await expectText("khi sinh");
		expect(await caret()).toBe(2);
		await kiosk.getByRole("button", { name: "Xóa hết" }).tap();
		await press("hoaf", "Dấu cách");
		await expectText("hòa");
	});

	test("the method is chosen in plain sight and forgotten with the person", async () => {
		await expectChosen("Telex");
		await choose("VNI");
		await press("as a1", "Dấu cách");
		await expectText("as á");
		await kiosk.getByRole("button", { name: "Trang chủ" }).tap();
		await toSearch("vi");
		await expectChosen("VNI");
		await kiosk.clock.runFor(61_000);
		await kiosk.getByText(kioskWords.vi.stillThere).waitFor();
		await kiosk.clock.runFor(31_000);
		await kiosk.getByText("Chạm để bắt đầu").waitFor();
		await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
		await toSearch("vi");
		await expectChosen("Telex");
		await expectText("");
	});
});

test("the end of a long text is in sight, on the screen's keys and on a real keyboard", async () => {
	await openSearch("vi", { width: 1366, height: 768 });
	const hidden = () =>
		box().evaluate((input) => input.scrollWidth - input.clientWidth - Math.ceil(input.scrollLeft));
	await press("khai sinh cho con co yeu to nuoc ngoai", "Dấu cách");
	await expectText("khai sinh cho con co yeu to nuoc ngoai");
	await expect.poll(hidden).toBeLessThanOrEqual(1);
	await typeByHand(" o xax");
	await expectText("khai sinh cho con co yeu to nuoc ngoai o xã");
	await expect.poll(hidden).toBeLessThanOrEqual(1);
	expect(await box().evaluate((input) => input.scrollLeft)).toBeGreaterThan(0);
});

describe("on a real keyboard", () => {
	beforeEach(() => openSearch("vi"));

	test("letters compose as on the screen, by either method or none", async () => {
		await typeByHand("ddawng kys khai sinh");
		await expectText(wanted);
		await row("vi").waitFor();
		await choose("VNI");
		await kiosk.keyboard.press("Control+a");
		await typeByHand("d9a8ng ky1 khai sinh");
		await expectText(wanted);
		await choose("Không");
		await kiosk.keyboard.press("Control+a");
		await kiosk.keyboard.press("Backspace");
		await typeByHand("ddawng as a1");
		await expectText("ddawng as a1");
	});

	test("wherever the caret stands, with capitals, and erased as they came", async () => {
		await typeByHand("Khai sinh");
		await kiosk.keyboard.press("Home");
		for (let times = 0; times < 3; times++) await kiosk.keyboard.press("ArrowRight");
		await typeByHand("s");
		await expectText("Khái sinh");
		expect(await caret()).toBe(3);
		await kiosk.keyboard.press("End");
		await typeByHand(" DDuowngf");
		await expectText("Khái sinh Đường");
		await kiosk.keyboard.press("Backspace");
		await expectText("Khái sinh Đườn");
		await kiosk.keyboard.press("Control+Backspace");
		await expectText("Khái sinh ");
	});

	test("in the midst of what the screen's keys began", async () => {
		await press("tie", "Dấu cách");
		await typeByHand("es");
		await press("ng", "Dấu cách");
		await expectText("tiếng");
	});

	test("what the system composes itself is left to it", async () => {
		const session = await kiosk.context().newCDPSession(kiosk);
		const composing = (text: string) =>
			session.send("Input.imeSetComposition", {
				text,
				selectionStart: text.length,
				selectionEnd: text.length,
			});
		for (const text of ["a", "as"]) await composing(text);
		await expectText("as");
		await session.send("Input.insertText", { text: "áss" });
		await expectText("áss");
	});
});

describe("a reader of codes that types into the search box", () => {
	beforeEach(() => openSearch("vi"));

	test.each(["Telex", "VNI", "Không"])("leaves it as it was, by %s", async (method) => {
		await choose(method);
		await press("khai sinh ", "Dấu cách");
		await readCode(kiosk, "001060012345|012345678|NGUYEN VAN AASSDDOOWW|01011960|Nam");
		await kiosk.getByText(kioskWords.vi.held.unread).waitFor();
		await kiosk.getByRole("button", { name: "Quay lại" }).tap();
		await expectText("khai sinh ");
		expect(await kiosk.content()).not.toMatch(/aassd|001060|áss/i);
	});

	test("that forgets its Enter is not composed either", async () => {
		await press("khai", "Dấu cách");
		await expectText("khai");
		await readCodeWithoutEnter(kiosk, "sddaawwssffaass");
		await expectText("khaisddaawwssffaass");
		await choose("VNI");
		await press(" ", "Dấu cách");
		await readCodeWithoutEnter(kiosk, "a1o6u7d9e6");
		await expectText("khaisddaawwssffaass a1o6u7d9e6");
	});

	test("leads to the procedure, and a person types on as before", async () => {
		await press("tie", "Dấu cách");
		await readCode(kiosk, "1.001193");
		await kiosk.getByRole("heading", { name: "Đăng ký khai sinh" }).waitFor();
		await kiosk.getByRole("button", { name: "Quay lại" }).tap();
		await expectText("tie");
		await press("esng", "Dấu cách");
		await expectText("tiếng");
	});
});

describe.each(panels)("at $width x $height", (viewport) => {
	test.each<Language>(["vi", "en"])(
		"everything fits before and while one types, in %s",
		async (language) => {
			await openSearch(language, viewport);
			for (const method of Object.values(kioskWords[language].typing.methods)) {
				await choose(method);
				expect(await cutTexts(kiosk)).toEqual([]);
				expect(await badTargets(kiosk)).toEqual([]);
			}
			await press("so do", kioskWords[language].space);
			await kiosk.locator(".row").first().waitFor();
			expect(await badTargets(kiosk)).toEqual([]);
		},
	);
});

async function openSearch(
	language: Language,
	viewport = { width: 1080, height: 1920 },
): Promise<void> {
	kiosk = await openPage(browser, viewport, { hasTouch: true });
	await kiosk.clock.install();
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await kiosk.getByRole("button", { name: "English" }).tap();
	await kiosk.getByRole("button", { name: kioskWords[language].touchToStart }).tap();
	await toSearch(language);
}

async function toSearch(language: Language): Promise<void> {
	await kiosk.getByRole("button", { name: kioskWords[language].lookUp }).tap();
	await kiosk.getByRole("searchbox").tap();
	await kiosk.locator(".keyboard").waitFor();
}

function key(name: string): Locator {
	return kiosk.locator(".keyboard").getByRole("button", { name, exact: true });
}

async function press(text: string, space: string): Promise<void> {
	for (const letter of text) await key(letter === " " ? space : letter).tap();
}

/** At a person's pace: faster would be a reader. */
async function typeByHand(text: string): Promise<void> {
	for (const letter of text) {
		await kiosk.keyboard.press(letter);
		await kiosk.waitForTimeout(80);
	}
}

function box(): Locator {
	return kiosk.getByRole("searchbox");
}

async function expectText(text: string): Promise<void> {
	await expect.poll(() => box().inputValue()).toBe(text);
}

function caret(): Promise<number | null> {
	return box().evaluate((input) =>
		input instanceof HTMLInputElement ? input.selectionStart : null,
	);
}

/** As a finger does, which ends with a click. */
async function caretTo(at: number): Promise<void> {
	await box().evaluate((input, at) => {
		if (!(input instanceof HTMLInputElement)) return;
		input.setSelectionRange(at, at);
		input.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
	}, at);
}

async function choose(method: string): Promise<void> {
	await kiosk.locator(".typing-choice").getByRole("button", { name: method }).tap();
	await expectChosen(method);
}

async function expectChosen(method: string): Promise<void> {
	await expect
		.poll(() => kiosk.locator(".typing-choice [aria-pressed=true]").innerText())
		.toBe(method);
}

function row(language: Language): Locator {
	const name = language === "vi" ? /^Đăng ký khai sinh/ : /^Birth registration/;
	return kiosk.getByRole("button", { name }).first();
}
