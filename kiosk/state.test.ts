import { describe, expect, test } from "vitest";
import type { JobState, PrinterReason, PrinterState, PrintJob } from "../protocol/printing.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { type PaperStands, paperStands } from "./number-screen.ts";
import type { SentOrder, Wish } from "./order.ts";
import { printerNews, whyNoPaper } from "./printers.ts";
import {
	type Action,
	type KioskState,
	secondsLeft,
	sentBefore,
	shown,
	step,
	untouched,
} from "./state.ts";
import { typingMethod } from "./typing-method.ts";

const wish: Wish = { serviceId: "tu-phap", priorityClass: null, procedureCode: null, visit: [] };

function sentFor(wish: Wish): SentOrder {
	return { wish, key: `khóa-${JSON.stringify(wish)}`, body: { ...wish, language: "vi" } };
}

const unheard: Action = { type: "order-refused", detail: null, mayBeDone: true };

describe("finding the way", () => {
	test("a person goes from the start to a procedure, and back the same way", () => {
		const there = walk(
			{ type: "open", screen: { name: "home" } },
			{ type: "open", screen: { name: "find" } },
			{ type: "open", screen: { name: "list", fieldId: "ho-tich" } },
			{ type: "open", screen: { name: "procedure", code: "1.001193" } },
		);
		expect(shown(there)).toEqual({ name: "procedure", code: "1.001193" });
		const back = walk.from(there, { type: "back" }, { type: "back" });
		expect(shown(back).name).toBe("find");
	});

	test("Quay lại at the very start stays there", () => {
		expect(shown(walk({ type: "back" })).name).toBe("start");
	});

	test("Trang chủ leads home from anywhere, and keeps the language chosen", () => {
		const state = walk(
			{ type: "speak", language: "en" },
			{ type: "open", screen: { name: "service" } },
			{ type: "home" },
		);
		expect(shown(state).name).toBe("home");
		expect(state.language).toBe("en");
	});

	test("a language that is chosen leaves the screen as it was, and closes the choice", () => {
		const before = walk(
			{ type: "open", screen: { name: "home" } },
			{ type: "open", screen: { name: "service" } },
		);
		const choosing = walk.from(before, { type: "panel-asked", panel: "languages" });
		expect([choosing.panel, choosing.path]).toEqual(["languages", before.path]);
		const chosen = walk.from(choosing, { type: "speak", language: "qaa" });
		expect(chosen).toEqual({ ...before, language: "qaa" });
	});

	test("back, and the button that opened it, close the choice of languages and nothing else", () => {
		const before = walk({ type: "open", screen: { name: "home" } });
		const choosing = walk.from(before, { type: "panel-asked", panel: "languages" });
		expect(walk.from(choosing, { type: "back" })).toEqual(before);
		expect(walk.from(choosing, { type: "panel-asked", panel: "languages" })).toEqual(before);
		expect(walk.from(choosing, { type: "home" }).panel).toBeNull();
	});

	test("a choice of languages that is left open on the start screen closes by itself", () => {
		const choosing = walk({ type: "panel-asked", panel: "languages" });
		expect(step(choosing, { type: "tick" }, 59_999)).toBe(choosing);
		expect(step(choosing, { type: "tick" }, 60_000).panel).toBeNull();
	});

	test("the office's language holds at once on an untouched screen, and never under a person's hands", () => {
		expect(walk({ type: "office-speaks", language: "en" }).language).toBe("en");
		const begun = walk(
			{ type: "open", screen: { name: "home" } },
			{ type: "office-speaks", language: "en" },
		);
		expect(begun.language).toBe("vi");
		expect(walk.from(begun, { type: "start-over" }).language).toBe("en");
	});
});

describe("the way of typing", () => {
	const chosen = walk(
		{ type: "open", screen: { name: "home" } },
		{ type: "open", screen: { name: "find" } },
		{ type: "type-by", method: "vni" },
	);

	test("is Telex in every language but English, until a person chooses", () => {
		expect(typingMethod(walk())).toBe("telex");
		expect(typingMethod(walk({ type: "speak", language: "qaa" }))).toBe("telex");
		expect(typingMethod(walk({ type: "speak", language: "en" }))).toBe("none");
		expect(typingMethod(chosen)).toBe("vni");
	});

	test("stays with the person, in whatever language they go on", () => {
		const elsewhere = walk.from(chosen, { type: "home" }, { type: "speak", language: "en" });
		expect(typingMethod(elsewhere)).toBe("vni");
	});

	test("is gone with the person: after idling, starting over, and going back to the start", () => {
		const left = step(step(chosen, { type: "tick" }, 60_000), { type: "tick" }, 90_000);
		const over = walk.from(chosen, { type: "start-over" });
		const back = walk.from(chosen, { type: "back" }, { type: "back" });
		for (const state of [left, over, back]) {
			expect(shown(state).name).toBe("start");
			expect(typingMethod(state)).toBe("telex");
		}
	});
});

describe("a screen left alone", () => {
	const atHome = walk(
		{ type: "speak", language: "en" },
		{ type: "open", screen: { name: "home" } },
	);

	test("asks after 60 s whether anyone is there, and starts over 30 s later with its first language", () => {
		expect(step(atHome, { type: "tick" }, 59_999)).toBe(atHome);
		const asking = step(atHome, { type: "tick" }, 60_000);
		expect(secondsLeft(asking, 60_000)).toBe(30);
		expect(shown(step(asking, { type: "tick" }, 89_999)).name).toBe("home");
		const over = step(asking, { type: "tick" }, 90_000);
		expect(shown(over).name).toBe("start");
		expect(over.language).toBe("vi");
	});

	test("goes on where it was after one touch, for another 60 s", () => {
		const asking = step(atHome, { type: "tick" }, 60_000);
		const going = step(asking, { type: "stay" }, 70_000);
		expect(secondsLeft(going, 70_000)).toBeNull();
		expect(step(going, { type: "tick" }, 129_999)).toBe(going);
		expect(step(going, { type: "tick" }, 130_000).warnedAtMs).toBe(130_000);
	});

	test("does not ask while it is being touched", () => {
		const touched = step(atHome, { type: "touched", key: null }, 50_000);
		expect(step(touched, { type: "tick" }, 100_000)).toBe(touched);
	});

	test("returns to its first language even where only the language was touched", () => {
		const english = walk({ type: "speak", language: "en" });
		expect(step(english, { type: "tick" }, 60_000).language).toBe("vi");
	});
});

describe("taking a ticket", () => {
	const asked = walk(
		{ type: "open", screen: { name: "home" } },
		{ type: "open", screen: { name: "priority", serviceId: "tu-phap", procedureCode: null } },
		{ type: "order-sent", sent: sentFor(wish) },
	);

	test.each<Action>([
		{ type: "order-sent", sent: sentFor({ ...wish, serviceId: "dat-dai" }) },
		{ type: "back" },
		{ type: "home" },
		{ type: "start-over" },
		{ type: "speak", language: "en" },
		{ type: "open", screen: { name: "find" } },
		{ type: "tick" },
	])("nothing leads away while it is under way: $type", (action) => {
		expect(step(asked, action, 500_000)).toBe(asked);
	});

	test("the number is shown, and there is no way back to a second one", () => {
		const state = step(asked, { type: "order-answered", answer: answerWith("queued") }, 2_000);
		expect(shown(state)).toMatchObject({ name: "number", answer: { ticket: { number: "A012" } } });
		expect(shown(step(state, { type: "back" }, 3_000)).name).toBe("start");
	});

	test("a refusal stays on the screen with its sentence until the person does something else", () => {
		const refused = step(asked, saidNo("Hết giờ nhận."), 2_000);
		expect(shown(refused).name).toBe("priority");
		expect(refused.order).toEqual({ state: "refused", detail: "Hết giờ nhận." });
		expect(step(refused, { type: "back" }, 3_000).order).toEqual({ state: "none" });
	});

	test("an answer that nobody waits for is not shown", () => {
		const state = walk({ type: "order-answered", answer: answerWith("queued") });
		expect(shown(state).name).toBe("start");
	});

	test("news of the print job that came before the ticket's own answer is not lost", () => {
		const heard = walk.from(asked, job("confirmed"));
		const state = step(heard, { type: "order-answered", answer: answerWith("queued") }, 2_000);
		expect(shown(state)).toMatchObject({ print: { state: "confirmed" } });
	});

	test("news of another kiosk's paper changes nothing that is shown", () => {
		const state = step(asked, { type: "order-answered", answer: answerWith("queued") }, 2_000);
		const after = walk.from(state, { type: "job", job: { jobId: "other", state: "failed" } });
		expect(shown(after)).toBe(shown(state));
	});
});

describe("a wish whose answer was lost", () => {
	const toPriority: Action[] = [
		{ type: "open", screen: { name: "home" } },
		{ type: "open", screen: { name: "priority", serviceId: "tu-phap", procedureCode: null } },
	];
	const sent = sentFor(wish);
	const lost = walk(...toPriority, { type: "order-sent", sent }, unheard);

	test("is the same one when it is pressed again, however often, and in another language too", () => {
		expect(sentBefore(lost, wish)).toBe(sent);
		const again = walk.from(
			lost,
			{ type: "speak", language: "en" },
			{ type: "order-sent", sent },
			unheard,
		);
		expect(sentBefore(again, { ...wish })).toBe(sent);
	});

	test("is the same one after the person has looked elsewhere", () => {
		const elsewhere = walk.from(lost, { type: "home" }, ...toPriority);
		expect(sentBefore(elsewhere, wish)).toBe(sent);
	});

	test.each<[string, Partial<Wish>]>([
		["service", { serviceId: "dat-dai" }],
		["priority class", { priorityClass: "nguoi-cao-tuoi" }],
		["procedure", { procedureCode: "1.001193" }],
	])("is not the one for another %s", (_answer, other) => {
		expect(sentBefore(lost, { ...wish, ...other })).toBeNull();
	});

	test("is kept beside another one that was lost in the same visit", () => {
		const other = sentFor({ ...wish, priorityClass: "nguoi-cao-tuoi" });
		const both = walk.from(lost, { type: "order-sent", sent: other }, unheard);
		expect(sentBefore(both, wish)).toBe(sent);
		expect(sentBefore(both, other.wish)).toBe(other);
	});

	test("is over when the hub says no", () => {
		const refused = walk.from(lost, { type: "order-sent", sent }, saidNo("Hết giờ nhận."));
		expect(sentBefore(refused, wish)).toBeNull();
	});

	test("is over with its ticket", () => {
		const taken = walk.from(
			lost,
			{ type: "order-sent", sent },
			{ type: "order-answered", answer: answerWith("queued") },
		);
		expect(sentBefore(taken, wish)).toBeNull();
	});

	test("is over when the person goes: by Quay lại as far as the start, or by staying away", () => {
		const back = walk.from(lost, { type: "back" }, { type: "back" });
		expect(shown(back).name).toBe("start");
		expect(sentBefore(back, wish)).toBeNull();
		const warned = step(lost, { type: "tick" }, 60_000);
		expect(sentBefore(warned, wish)).toBe(sent);
		expect(sentBefore(step(warned, { type: "tick" }, 90_000), wish)).toBeNull();
	});
});

describe("the number", () => {
	test.each<[JobState | null, number]>([
		["confirmed", 15],
		["queued", 60],
		["printing", 60],
		["unconfirmed", 60],
		["failed", 60],
		["blocked", 60],
		[null, 60],
	])("with paper %s it stays %i s", (printState, seconds) => {
		const state = numberShown(printState);
		expect(secondsLeft(state, 0)).toBe(seconds);
		expect(shown(step(state, { type: "tick" }, seconds * 1000 - 1)).name).toBe("number");
		expect(shown(step(state, { type: "tick" }, seconds * 1000)).name).toBe("start");
	});

	test("stays 8 s more once the paper is out late, so that it can be taken", () => {
		const state = step(numberShown("printing"), job("confirmed"), 20_000);
		expect(secondsLeft(state, 20_000)).toBe(8);
	});

	test("stays 30 s more where the printer gives up late, so that it can be photographed", () => {
		const state = step(numberShown("printing"), job("failed"), 50_000);
		expect(secondsLeft(state, 50_000)).toBe(30);
	});

	test("is not kept longer because the same news comes again", () => {
		const failed = step(numberShown("printing"), job("failed"), 50_000);
		expect(secondsLeft(step(failed, job("failed"), 70_000), 70_000)).toBe(10);
	});

	test("is never asked about: it ends by itself", () => {
		expect(step(numberShown("failed"), { type: "tick" }, 59_000).warnedAtMs).toBeNull();
	});
});

describe("the paper of the number", () => {
	const asked: Action = { type: "reprint-asked", key: "khóa-1" };
	const again: PrintJob = { jobId: "job-2", state: "queued" };

	test.each<[JobState | null, PaperStands["is"]]>([
		[null, "none"],
		["queued", "printing"],
		["printing", "printing"],
		["confirmed", "ready"],
		["unconfirmed", "uncertain"],
		["failed", "failed"],
		["blocked", "waiting"],
	])("of a job that is %s is told as %s", (printState, is) => {
		expect(paper(numberShown(printState)).is).toBe(is);
	});

	test("waits, with the printer's reason, where the printer stops in the midst", () => {
		const blocked: Action = {
			type: "job",
			job: { jobId: "job-1", state: "blocked", reason: "paper-out" },
		};
		const state = walk.from(numberShown("printing"), blocked);
		expect(paper(state)).toEqual({ is: "waiting", reason: "paper-out" });
		expect(paper(walk.from(state, job("printing")))).toMatchObject({ is: "printing" });
	});

	test("is looked for at the printer that it went to, also where nobody knows whether it came out", () => {
		const elsewhere: Action = {
			type: "job",
			job: { jobId: "job-1", state: "unconfirmed", reason: "timeout", printerId: "printer-2" },
		};
		expect(paper(walk.from(numberShown("printing"), elsewhere))).toMatchObject({
			is: "uncertain",
			printerId: "printer-2",
		});
	});

	test("is not promised by a printer that is down", () => {
		const state = walk.from(numberShown("queued"), printer("blocked", "paper-out"));
		expect(paper(state)).toEqual({ is: "waiting", reason: "paper-out" });
	});

	test("is known at once where the person has it: the number stays 8 s more", () => {
		const state = step(numberShown("unconfirmed"), { type: "slip-taken" }, 5_000);
		expect(paper(state)).toEqual({ is: "taken" });
		expect(secondsLeft(state, 5_000)).toBe(8);
	});

	test("is printed once more, with the same states, for as long as the first time", () => {
		const printing = step(numberShown("unconfirmed"), asked, 50_000);
		expect(paper(printing).is).toBe("printing");
		expect(secondsLeft(printing, 50_000)).toBe(60);
		const answered = step(
			printing,
			{ type: "reprint-answered", key: "khóa-1", print: again },
			51_000,
		);
		const out = step(
			answered,
			{ type: "job", job: { jobId: "job-2", state: "confirmed" } },
			53_000,
		);
		expect(paper(out).is).toBe("ready");
		expect(secondsLeft(out, 53_000)).toBe(8);
	});

	test("is that of the newest printing: late news of the first one is let go", () => {
		const state = walk.from(
			numberShown("unconfirmed"),
			asked,
			{ type: "job", job: { jobId: "job-2", state: "printing" } },
			{ type: "reprint-answered", key: "khóa-1", print: again },
			job("failed"),
		);
		expect(shown(state)).toMatchObject({ print: { jobId: "job-2", state: "printing" } });
	});

	test("is asked for once, however often it is pressed", () => {
		const state = walk.from(numberShown("unconfirmed"), asked);
		expect(shown(walk.from(state, { ...asked, key: "khóa-2" }))).toBe(shown(state));
	});

	test("refused as too often cannot be asked for again; the question and the sentence stay", () => {
		const state = step(
			walk.from(numberShown("unconfirmed"), asked),
			refusal({ detail: "Phiếu này đã in lại 3 lần.", mayAgain: false }),
			40_000,
		);
		expect(paper(state)).toEqual({ is: "uncertain", printerId: null, mayAgain: false });
		expect(shown(state)).toMatchObject({ reprint: { detail: "Phiếu này đã in lại 3 lần." } });
		expect(secondsLeft(state, 40_000)).toBe(30);
	});

	test("whose answer was lost is asked for again with the same key", () => {
		const state = walk.from(numberShown("unconfirmed"), asked, refusal({ mayBeDone: true }));
		expect(shown(state)).toMatchObject({ reprint: { state: "refused", key: "khóa-1" } });
		expect(paper(state)).toEqual({ is: "uncertain", printerId: null, mayAgain: true });
	});

	test("is not offered again while the printer is down", () => {
		const state = walk.from(numberShown("unconfirmed"), printer("offline", "unreachable"));
		expect(paper(state)).toEqual({ is: "uncertain", printerId: null, mayAgain: false });
	});

	test("of somebody who has gone is of no concern to the next", () => {
		const gone = walk.from(numberShown("unconfirmed"), asked, { type: "start-over" });
		expect(walk.from(gone, { type: "reprint-answered", key: "khóa-1", print: again })).toBe(gone);
	});
});

describe("what is said of the printers before anything is chosen", () => {
	const news = (state: KioskState, nowMs = 0) => printerNews(state.printers, nowMs);

	test("is nothing before the hub has said how they are, and while all is well", () => {
		expect(news(walk())).toEqual({ is: "well" });
		expect(whyNoPaper(walk().printers)).toBeNull();
		expect(news(walk(printer("ready")))).toEqual({ is: "well" });
	});

	test("a change of the roll is walked through, and vanishes by itself", () => {
		const low = walk(printer("low", "paper-low"));
		expect(news(low)).toEqual({ is: "low" });
		const out = walk.from(low, printer("blocked", "paper-out"));
		expect(news(out)).toEqual({ is: "cannot", reason: "paper-out", roll: "out" });
		const open = walk.from(out, printer("blocked", "paper-out", "cover-open"));
		expect(news(open)).toEqual({ is: "cannot", reason: "cover-open", roll: "cover-open" });
		const closed = step(open, printer("ready"), 100_000);
		expect(news(closed, 100_000)).toEqual({ is: "mended" });
		expect(news(step(closed, printer("ready"), 110_000), 119_999)).toEqual({ is: "mended" });
		expect(news(closed, 120_000)).toEqual({ is: "well" });
	});

	test("a second printer that prints is enough: that the first one is down is for staff alone", () => {
		const first = walk(printer("blocked", "paper-out"));
		const second: Action = {
			type: "printer",
			status: { id: "may-in-2", state: "ready", reasons: [], waiting: 0 },
		};
		expect(news(walk.from(first, second))).toEqual({ is: "aside", reason: "paper-out" });
		expect(whyNoPaper(walk.from(first, second).printers)).toBeNull();
	});

	test("holds on when everything starts over", () => {
		const state = walk(printer("blocked", "paused"), { type: "start-over" });
		expect(news(state)).toMatchObject({ is: "cannot", reason: "paused" });
	});
});

describe("the list of papers to take home", () => {
	const code = "1.001193";
	const atProcedure = walk(
		{ type: "open", screen: { name: "home" } },
		{ type: "open", screen: { name: "procedure", code } },
		{ type: "checklist-asked", code },
	);
	const answered: Action = {
		type: "checklist-answered",
		code,
		print: { jobId: "job-9", state: "queued" },
	};

	test("says how its printing stands, also where that came before the hub's answer", () => {
		const printed: Action = { type: "job", job: { jobId: "job-9", state: "confirmed" } };
		const after = walk.from(atProcedure, answered, printed);
		expect(after.checklist).toMatchObject({ state: "sent", print: { state: "confirmed" } });
		expect(walk.from(atProcedure, printed, answered).checklist).toEqual(after.checklist);
	});

	test("is asked for once while it is under way, and again afterwards", () => {
		const twice = walk.from(atProcedure, answered, { type: "checklist-asked", code });
		expect(twice.checklist).toMatchObject({ state: "sent" });
		const failed: Action = { type: "job", job: { jobId: "job-9", state: "failed" } };
		const anew = walk.from(twice, failed, { type: "checklist-asked", code });
		expect(anew.checklist).toEqual({ code, state: "asking" });
	});

	test("leads nobody astray: the way goes on meanwhile, and the next procedure begins without it", () => {
		const home = walk.from(atProcedure, { type: "home" });
		expect(home.checklist).toBeNull();
		expect(walk.from(home, answered).checklist).toBeNull();
	});

	test("that the hub refuses is said in its sentence", () => {
		const refused = walk.from(atProcedure, {
			type: "checklist-refused",
			code,
			detail: "Máy lấy số này vừa in quá nhiều.",
		});
		expect(refused.checklist).toMatchObject({ detail: "Máy lấy số này vừa in quá nhiều." });
	});
});

function paper(state: KioskState): PaperStands {
	const screen = shown(state);
	if (screen.name !== "number") throw new Error("no number is shown");
	return paperStands(screen, state.printers);
}

function printer(state: PrinterState, ...reasons: PrinterReason[]): Action {
	return { type: "printer", status: { id: "may-in-1", state, reasons, waiting: 0 } };
}

function refusal(how: { detail?: string; mayBeDone?: boolean; mayAgain?: boolean }): Action {
	const usual = { detail: null, mayBeDone: false, mayAgain: true };
	return { type: "reprint-refused", key: "khóa-1", ...usual, ...how };
}

function saidNo(detail: string): Action {
	return { type: "order-refused", detail, mayBeDone: false };
}

function walk(...actions: Action[]): KioskState {
	return walk.from(untouched("vi", 0), ...actions);
}
walk.from = (state: KioskState, ...actions: Action[]): KioskState =>
	actions.reduce((before, action) => step(before, action, 0), state);

function job(state: JobState): Action {
	return { type: "job", job: { jobId: "job-1", state } };
}

function numberShown(printState: JobState | null): KioskState {
	return walk(
		{ type: "order-sent", sent: sentFor(wish) },
		{ type: "order-answered", answer: answerWith(printState) },
	);
}

function answerWith(printState: JobState | null): TicketAnswer {
	return {
		ticket: {
			id: "abcdefghijklmnopqrstuv",
			number: "A012",
			serviceId: "tu-phap",
			serviceName: { vi: "Tư pháp – hộ tịch", en: "Civil status" },
			state: "waiting",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			files: 1,
			visit: [],
			appointmentAt: null,
			issuedAt: "2026-11-21T01:00:00.000Z",
			calledAt: null,
			counter: null,
			callCount: 0,
		},
		ahead: 3,
		wait: { lowMin: 15, highMin: 20 },
		followUrl: "http://192.168.1.10:8080/t/abcdefghijklmnopqrstuv",
		print: printState === null ? null : { jobId: "job-1", state: printState },
	};
}
