import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "./messages.ts";
import { createWaits, type Waits } from "./waits.ts";

let waits: Waits;
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(async () => {
	vi.useRealTimers();
	await waits.close();
});

/** A thread that answers as this function body says, of `question`. */
function thread(body: string): URL {
	const code = `
		import { parentPort, workerData } from "node:worker_threads";
		parentPort.on("message", (question) => { ${body} });`;
	return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const tenToTwenty = { lowMin: 10, highMin: 20 };
const said: Omit<Answer, "nowMs"> = {
	newcomers: { "ho-tich": { "": tenToTwenty, "nguoi-cao-tuoi": null } },
	tickets: { "phieu-1": tenToTwenty },
};
const thinks = thread(
	`parentPort.postMessage({ nowMs: question.nowMs, ...${JSON.stringify(said)} });`,
);

function hubAt(day: string) {
	const listeners: (() => void)[] = [];
	return {
		state: { day },
		onSetBack: (listener: () => void) => listeners.push(listener),
		setBack: () => {
			for (const listener of listeners) listener();
		},
	};
}

function waitsOf(workerUrl: URL, hub = hubAt("2026-11-21")) {
	const clock = { nowMs: Date.UTC(2026, 10, 21, 1) };
	const warned: string[] = [];
	waits = createWaits(
		{
			directory: "/khong-co",
			office: {
				hours: "always",
				timeZone: "Asia/Ho_Chi_Minh",
				services: [{ id: "ho-tich", minutes: 12 }],
				priorityClasses: [{ id: "nguoi-cao-tuoi" }],
			},
			hub,
			now: () => clock.nowMs,
			log: {
				warn: (about) => warned.push("failure" in about ? String(about.failure) : "nothing said"),
			},
		},
		workerUrl,
	);
	let news = 0;
	waits.onNews(() => {
		news++;
	});
	return {
		clock,
		warned,
		/** Lets it be thought once more. */
		async think() {
			const before = news;
			vi.advanceTimersByTime(10_000);
			await expect.poll(() => news).toBe(before + 1);
		},
	};
}

test("nothing is said until something was thought, then what was", async () => {
	const { think } = waitsOf(thinks);
	expect(waits.newcomer("ho-tich", null)).toBeNull();
	expect(waits.newcomers()).toEqual({});
	await think();
	expect(waits.newcomer("ho-tich", null)).toEqual(tenToTwenty);
	expect(waits.newcomer("ho-tich", "nguoi-cao-tuoi")).toBeNull();
	expect(waits.newcomer("dat-dai", null)).toBeNull();
	expect(waits.ticket("phieu-1")).toEqual(tenToTwenty);
	expect(waits.ticket("phieu-2")).toBeNull();
});

test("what was thought a quarter of a minute ago is told nobody", async () => {
	const { think, clock } = waitsOf(thinks);
	await think();
	clock.nowMs += 15_000;
	expect(waits.newcomer("ho-tich", null)).toEqual(tenToTwenty);
	clock.nowMs += 1;
	expect(waits.newcomer("ho-tich", null)).toBeNull();
	expect(waits.ticket("phieu-1")).toBeNull();
	expect(waits.newcomers()).toEqual({});
});

test("before there is a day nobody is asked", async () => {
	const hub = hubAt("");
	const { think } = waitsOf(thinks, hub);
	vi.advanceTimersByTime(5_000);
	expect(waits.newcomers()).toEqual({});
	hub.state.day = "2026-11-21";
	await think();
	expect(waits.newcomer("ho-tich", null)).toEqual(tenToTwenty);
});

test("the thread is asked for who is followed, and told when the hub took back what it had written", async () => {
	const echoes = thread(`parentPort.postMessage({
		nowMs: question.nowMs,
		newcomers: { [question.day]: { "": { lowMin: question.generation, highMin: 5 } } },
		tickets: Object.fromEntries(question.followed.map((id) => [id, { lowMin: 0, highMin: 5 }])),
	});`);
	const hub = hubAt("2026-11-21");
	const { think } = waitsOf(echoes, hub);
	waits.follow(() => ["phieu-7"]);
	await think();
	expect(waits.newcomer("2026-11-21", null)).toEqual({ lowMin: 0, highMin: 5 });
	expect(waits.ticket("phieu-7")).toEqual({ lowMin: 0, highMin: 5 });
	hub.setBack();
	await think();
	expect(waits.newcomer("2026-11-21", null)?.lowMin).toBe(1);
});

test("a question that cannot be answered is logged once, and asked again", async () => {
	const { warned, clock } = waitsOf(thread(`parentPort.postMessage({ failure: "đĩa hỏng" });`));
	vi.advanceTimersByTime(1_000);
	await expect.poll(() => warned).toEqual(["đĩa hỏng"]);
	vi.advanceTimersByTime(10_000);
	clock.nowMs += 1_000;
	await new Promise((done) => setImmediate(done));
	expect(warned).toEqual(["đĩa hỏng"]);
	expect(waits.newcomer("ho-tich", null)).toBeNull();
});

test("a thread that dies is said, and another one takes over after a while", async () => {
	const file = `motcua-waits-${process.pid}`;
	const diesOnce = thread(`
		if (process.env["${file}"]) parentPort.postMessage({ nowMs: question.nowMs, ...${JSON.stringify(said)} });
		else process.exit(3);`);
	const { warned, think } = waitsOf(diesOnce);
	vi.advanceTimersByTime(1_000);
	await expect.poll(() => warned).toEqual(["it ended (3)"]);
	process.env[file] = "1";
	await think();
	delete process.env[file];
	expect(waits.newcomer("ho-tich", null)).toEqual(tenToTwenty);
});
