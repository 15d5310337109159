import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Problem } from "../protocol/problem.ts";
import type { ProcedurePage } from "../protocol/procedures.ts";
import type { Answer } from "../ui/api.ts";
import { createSearch, pauseMs, quickMs, retryMs } from "./search.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test("asks once when typing pauses, not at every letter", async () => {
	const { search, asked } = searching();
	for (const text of ["k", "kh", "kha", "khai"]) {
		search.text.value = text;
		await vi.advanceTimersByTimeAsync(pauseMs - 1);
	}
	expect(asked.map(({ text }) => text)).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	expect(asked.map(({ text }) => text)).toEqual(["khai"]);
});

test("an answer that comes after a later question is let go", async () => {
	const { search, asked } = searching();
	search.text.value = "khai";
	await vi.advanceTimersByTimeAsync(pauseMs);
	search.text.value = "khai sinh";
	await vi.advanceTimersByTimeAsync(pauseMs);
	asked[1]?.answer(found(2));
	await vi.advanceTimersByTimeAsync(0);
	asked[0]?.answer(found(9));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.finding.value).toEqual({ state: "found", page: page(2) });
});

test("an answer that comes after everything was erased is let go", async () => {
	const { search, asked } = searching();
	search.text.value = "khai";
	await vi.advanceTimersByTimeAsync(pauseMs);
	search.text.value = "";
	asked[0]?.answer(found(9));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.finding.value).toEqual({ state: "nothing-asked" });
});

test("a space at the end asks nothing new", async () => {
	const { search, asked } = searching();
	search.text.value = "khai";
	await vi.advanceTimersByTimeAsync(pauseMs);
	search.text.value = "khai ";
	await vi.advanceTimersByTimeAsync(pauseMs);
	expect(asked.length).toBe(1);
});

test("what was found stays in sight until the next answer", async () => {
	const { search, asked } = searching();
	search.text.value = "khai";
	await vi.advanceTimersByTimeAsync(pauseMs);
	asked[0]?.answer(found(9));
	await vi.advanceTimersByTimeAsync(0);
	search.text.value = "khai s";
	expect(search.finding.value).toEqual({ state: "asking", before: page(9) });
});

test("a hub that does not answer is said, and asked again when told to", async () => {
	const { search, asked } = searching();
	search.text.value = "khai";
	await vi.advanceTimersByTimeAsync(pauseMs);
	asked[0]?.answer({ ok: false, status: null, problem: null });
	await vi.advanceTimersByTimeAsync(0);
	expect(search.finding.value).toEqual({ state: "refused", problem: null });
	search.again();
	asked[1]?.answer(found(1));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.finding.value).toEqual({ state: "found", page: page(1) });
});

test("a hub that does not answer is asked again by itself, and no more for what is no longer typed", async () => {
	const { search, asked } = searching();
	const none: Answer<ProcedurePage> = { ok: false, status: null, problem: null };
	search.text.value = "khai sinh";
	await vi.advanceTimersByTimeAsync(pauseMs);
	asked[0]?.answer(none);
	await vi.advanceTimersByTimeAsync(retryMs);
	expect(search.finding.value).toEqual({ state: "refused", problem: null });
	asked[1]?.answer(none);
	await vi.advanceTimersByTimeAsync(retryMs);
	asked[2]?.answer(found(1));
	await vi.advanceTimersByTimeAsync(retryMs);
	expect(search.finding.value).toEqual({ state: "found", page: page(1) });

	search.text.value = "kết hôn";
	await vi.advanceTimersByTimeAsync(pauseMs);
	asked[3]?.answer(none);
	await vi.advanceTimersByTimeAsync(0);
	search.text.value = "";
	await vi.advanceTimersByTimeAsync(2 * retryMs);
	expect(asked.map(({ text }) => text)).toEqual(["khai sinh", "khai sinh", "khai sinh", "kết hôn"]);
});

test("what a hub refuses is not asked again", async () => {
	const { search, asked } = searching();
	search.text.value = "khai sinh";
	await vi.advanceTimersByTimeAsync(pauseMs);
	const problem: Problem = {
		type: "",
		title: "Không nhận",
		status: 400,
		detail: "",
		code: "request/invalid",
	};
	asked[0]?.answer({ ok: false, status: 400, problem });
	await vi.advanceTimersByTimeAsync(2 * retryMs);
	expect(asked.length).toBe(1);
});

test("asks at every letter where an answer is quick", async () => {
	const { search, asked } = searching({ isQuick: true });
	for (const text of ["k", "kh", "kha", "khai"]) search.text.value = text;
	expect(asked.map(({ text }) => text)).toEqual(["k", "kh", "kha", "khai"]);
	asked[3]?.answer(found(4));
	asked[2]?.answer(found(3));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.finding.value).toEqual({ state: "found", page: page(4) });
});

test("what was typed is shown together with a quick answer, and without it where that is late", async () => {
	const { search, asked } = searching({ isQuick: true });
	search.text.value = "khai";
	expect(search.shownText.value).toBe("");
	asked[0]?.answer(found(4));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.shownText.value).toBe("khai");
	search.text.value = "khai s";
	await vi.advanceTimersByTimeAsync(quickMs);
	expect(search.shownText.value).toBe("khai s");
	expect(search.finding.value).toEqual({ state: "asking", before: page(4) });
	search.text.value = "";
	expect(search.shownText.value).toBe("");
});

test("letters that follow one another before an answer are all shown with the last one's", async () => {
	const { search, asked } = searching({ isQuick: true });
	search.text.value = "kh";
	search.text.value = "kha";
	asked[0]?.answer(found(9));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.shownText.value).toBe("");
	asked[1]?.answer(found(3));
	await vi.advanceTimersByTimeAsync(0);
	expect(search.shownText.value).toBe("kha");
	search.text.value = "kha ";
	expect(search.shownText.value).toBe("kha ");
});

function searching({ isQuick } = { isQuick: false }) {
	const asked: { text: string; answer: (answer: Answer<ProcedurePage>) => void }[] = [];
	const search = createSearch({
		ask: (text) =>
			new Promise((answer) => {
				asked.push({ text, answer });
			}),
		isQuick: () => isQuick,
	});
	return { search, asked };
}

function page(total: number): ProcedurePage {
	return { total, items: [] };
}

function found(total: number): Answer<ProcedurePage> {
	return { ok: true, status: 200, value: page(total) };
}
