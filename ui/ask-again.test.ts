import { effect, type ReadonlySignal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askInTurn, askUntilAnswered } from "./ask-again.ts";

const asked = vi.fn<() => Promise<Response>>();

beforeEach(() => {
	vi.useFakeTimers();
	asked.mockReset();
	vi.stubGlobal("fetch", asked);
	vi.stubGlobal("document", { documentElement: { lang: "vi" } });
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

it("asks until the hub is up, and then no more", async () => {
	asked
		.mockRejectedValueOnce(new TypeError("Failed to fetch"))
		.mockResolvedValueOnce(new Response("", { status: 503 }))
		.mockResolvedValue(Response.json({ name: "Phường Bến Nghé" }));
	const office = askUntilAnswered<{ name: string }>("/api/office");
	expect(office.value).toBeNull();
	const answered = filled(office);
	await vi.advanceTimersByTimeAsync(4_000);
	await answered;
	expect(office.value).toEqual({ name: "Phường Bến Nghé" });
	await vi.advanceTimersByTimeAsync(60_000);
	expect(asked).toHaveBeenCalledTimes(3);
});

it("does not ask again for what the hub says is not there", async () => {
	asked.mockImplementation(async () => Response.json({}, { status: 404 }));
	const procedure = askUntilAnswered("/api/procedures/9.999999");
	await vi.advanceTimersByTimeAsync(60_000);
	expect(asked).toHaveBeenCalledTimes(1);
	expect(procedure.value).toBeNull();
});

it("asks once more for whoever asked while a question was under way, and is then done", async () => {
	const answers: (() => void)[] = [];
	const ask = vi.fn(() => new Promise<boolean>((done) => answers.push(() => done(true))));
	const again = askInTurn(ask);
	const first = again();
	void again();
	void again();
	expect(ask).toHaveBeenCalledTimes(1);
	answers[0]?.();
	await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
	answers[1]?.();
	await first;
	expect(ask).toHaveBeenCalledTimes(2);
});

it("asks at once where somebody asks in the pause after no answer, and no oftener for that", async () => {
	const answers = [false, true];
	const ask = vi.fn(async () => answers.shift() ?? true);
	const again = askInTurn(ask);
	const first = again();
	await vi.advanceTimersByTimeAsync(500);
	expect(ask).toHaveBeenCalledTimes(1);
	void again();
	await first;
	expect(ask).toHaveBeenCalledTimes(2);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(ask).toHaveBeenCalledTimes(2);
});

function filled(source: ReadonlySignal<unknown>): Promise<void> {
	return new Promise((resolve) => {
		effect(() => {
			if (source.value !== null) resolve();
		});
	});
}
