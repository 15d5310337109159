import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clipTexts } from "../../voice/clips.ts";
import type { SpokenCall } from "./announcement.ts";
import { type AnnouncerSettings, createAnnouncer } from "./announcer.ts";
import type { Cue, Player } from "./player.ts";

const usual: AnnouncerSettings = {
	languages: ["vi"],
	region: "north",
	volume: 80,
	quietHours: [],
	timeZone: "Asia/Ho_Chi_Minh",
};
/** How long everything lasts here. */
const lastsMs = 5_000;

interface HeardCall {
	text: string;
	volume: number;
	fromMs: number;
	toMs: number | null;
}

/** A loudspeaker that notes when what was heard. */
function stage(settings: AnnouncerSettings | null = usual) {
	const state = signal<"loading" | "on" | "blocked" | "failed">("on");
	const heard: HeardCall[] = [];
	const loaded: string[] = [];
	const broken = { hangs: false, lacks: (_cue: Cue): boolean => false, renewed: 0 };
	let sounding = 0;
	const player: Player = {
		state,
		load: (languages) => loaded.push(...languages),
		play(cues, volume, onEnded) {
			if (cues.some(broken.lacks)) return null;
			sounding += 1;
			expect(sounding, "two at once").toBe(1);
			const one: HeardCall = { text: said(cues), volume, fromMs: Date.now(), toMs: null };
			heard.push(one);
			const end = () => {
				sounding -= 1;
				one.toMs = Date.now();
			};
			const timer = setTimeout(() => {
				if (broken.hangs) return;
				end();
				onEnded();
			}, lastsMs);
			return {
				durationMs: lastsMs,
				stop() {
					clearTimeout(timer);
					end();
				},
			};
		},
		renew() {
			broken.renewed += 1;
		},
	};
	const told = signal(settings);
	const announcer = createAnnouncer(player, told, Date.now);
	return {
		announcer,
		state,
		told,
		heard,
		loaded,
		broken,
		texts: () => heard.map((one) => one.text),
	};
}

function said(cues: readonly Cue[]): string {
	return cues
		.map(({ language, clip }) => {
			const texts: Record<string, string> = clipTexts[language];
			return texts[clip] ?? "♪";
		})
		.join(" ");
}

const call = (number: string, counterLabel = "3", callCount = 1): SpokenCall => ({
	number,
	counterLabel,
	callCount,
});
const inVietnamese = (number: string) => `♪ Xin mời số thứ tự ${number} đến quầy số ba`;

beforeEach(() => {
	vi.useFakeTimers({ now: new Date("2026-11-23T02:00:00Z") });
});
afterEach(() => {
	vi.useRealTimers();
});

describe("calls", () => {
	test("come one after the other, in their order, with a breath between them", () => {
		const { announcer, heard, texts } = stage();
		announcer.announce(call("A001"));
		announcer.announce(call("B002"));
		announcer.announce(call("A003"));
		vi.advanceTimersByTime(60_000);
		expect(texts()).toEqual([
			inVietnamese("a không không một"),
			inVietnamese("bê không không hai"),
			inVietnamese("a không không ba"),
		]);
		const [first, second] = heard;
		expect((second?.fromMs ?? 0) - (first?.toMs ?? 0)).toBe(700);
		expect(vi.getTimerCount()).toBe(0);
	});

	test("are said in both languages, with one chime", () => {
		const { announcer, texts, loaded } = stage({ ...usual, languages: ["vi", "en"] });
		expect(loaded).toEqual(["vi", "en"]);
		announcer.announce(call("A012", "21"));
		expect(texts()).toEqual([
			"♪ Xin mời số thứ tự a không một hai đến quầy số hai mươi mốt Ticket A zero one two please go to counter twenty one",
		]);
	});

	test("are but a chime where no language is wanted", () => {
		const { announcer, texts, loaded } = stage({ ...usual, languages: [] });
		announcer.announce(call("A012"));
		expect(texts()).toEqual(["♪"]);
		expect(loaded).toEqual(["vi"]);
	});

	test("called again before they were said are said once, as they were called last", () => {
		const { announcer, texts } = stage();
		announcer.announce(call("A001"));
		announcer.announce(call("A002"));
		announcer.announce(call("A002", "3", 2));
		vi.advanceTimersByTime(60_000);
		expect(texts().slice(1)).toEqual(["♪ Xin mời lại số thứ tự a không không hai đến quầy số ba"]);
	});

	test("that are over before their turn are not said", () => {
		const { announcer, texts } = stage();
		for (const number of ["A001", "A002", "A003"]) announcer.announce(call(number));
		announcer.keepWanted(({ number }) => number !== "A002");
		vi.advanceTimersByTime(60_000);
		expect(texts()).toEqual([inVietnamese("a không không một"), inVietnamese("a không không ba")]);
	});

	test("wait for the office's word and the clips, and are said then", () => {
		const { announcer, state, told, texts } = stage(null);
		state.value = "loading";
		expect(announcer.sound.value).toBe("loading");
		announcer.announce(call("A001"));
		told.value = usual;
		expect(texts()).toEqual([]);
		state.value = "on";
		expect(announcer.sound.value).toBe("on");
		expect(texts()).toEqual([inVietnamese("a không không một")]);
	});
});

describe("sound that is not there", () => {
	test("a page that may not sound says so; after a touch what still waits is said", () => {
		const { announcer, state, texts } = stage();
		state.value = "blocked";
		expect(announcer.sound.value).toBe("blocked");
		for (let count = 1; count <= 30; count += 1) announcer.announce(call(`A${100 + count}`));
		vi.advanceTimersByTime(60_000);
		expect(texts()).toEqual([]);
		announcer.keepWanted(({ number }) => number === "A129" || number === "A001");
		state.value = "on";
		vi.advanceTimersByTime(60_000);
		expect(texts()).toEqual([inVietnamese("a một hai chín")]);
	});

	test("a clip that never ends is ended, the system's sound is opened anew, and the next call is said", () => {
		const { announcer, heard, broken } = stage();
		broken.hangs = true;
		announcer.announce(call("A001"));
		announcer.announce(call("A002"));
		vi.advanceTimersByTime(lastsMs + 2_499);
		expect(heard).toHaveLength(1);
		vi.advanceTimersByTime(1 + 700);
		expect(heard).toHaveLength(2);
		expect(broken.renewed).toBe(1);
		broken.hangs = false;
		vi.advanceTimersByTime(60_000);
		announcer.announce(call("A003"));
		vi.advanceTimersByTime(60_000);
		expect(heard.at(-1)).toMatchObject({ text: inVietnamese("a không không ba") });
	});

	test("a call of which a word is missing is chimed and not said in part", () => {
		const { announcer, texts, broken } = stage();
		broken.lacks = ({ clip }) => clip === "letter-b";
		announcer.announce(call("B001"));
		announcer.announce(call("A001"));
		vi.advanceTimersByTime(60_000);
		expect(texts()).toEqual(["♪", inVietnamese("a không không một")]);
	});

	test("where not even the chime is there the calls go on", () => {
		const { announcer, texts, broken } = stage();
		broken.lacks = () => true;
		announcer.announce(call("A001"));
		vi.advanceTimersByTime(1_000);
		broken.lacks = () => false;
		announcer.announce(call("A002"));
		expect(texts()).toEqual([inVietnamese("a không không hai")]);
	});
});

describe("what the office wishes", () => {
	test("its volume holds", () => {
		const { announcer, heard } = stage({ ...usual, volume: 35 });
		announcer.announce(call("A001"));
		expect(heard[0]?.volume).toBe(35);
	});

	test("volume 0 is no sound at all, and loads nothing", () => {
		const { announcer, told, heard, loaded } = stage({ ...usual, volume: 0 });
		expect(announcer.sound.value).toBe("off");
		announcer.announce(call("A001"));
		told.value = usual;
		vi.advanceTimersByTime(60_000);
		expect(heard).toEqual([]);
		expect(loaded).toEqual(["vi"]);
	});

	test("in quiet hours nothing is heard, by the office's own clock, and nothing is said afterwards", () => {
		// 11:29 in Việt Nam.
		vi.setSystemTime(new Date("2026-11-23T04:29:00Z"));
		const { announcer, texts } = stage({ ...usual, quietHours: [{ from: "11:30", to: "13:30" }] });
		announcer.announce(call("A001"));
		vi.setSystemTime(new Date("2026-11-23T04:30:00Z"));
		vi.advanceTimersByTime(30_000);
		announcer.announce(call("A002"));
		vi.setSystemTime(new Date("2026-11-23T06:29:50Z"));
		announcer.announce(call("A003"));
		vi.advanceTimersByTime(10_000);
		announcer.announce(call("A004"));
		vi.advanceTimersByTime(30_000);
		expect(texts()).toEqual([inVietnamese("a không không một"), inVietnamese("a không không bốn")]);
	});
});

test("ten thousand calls leave nothing behind", () => {
	const { announcer, heard } = stage();
	for (let count = 0; count < 10_000; count += 1) {
		announcer.announce(call(`A${String(count).padStart(4, "0")}`, "7"));
		vi.advanceTimersByTime(lastsMs + 700);
	}
	expect(heard).toHaveLength(10_000);
	expect(vi.getTimerCount()).toBe(0);
	announcer.close();
});
