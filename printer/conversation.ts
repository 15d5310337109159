import type { JobReason, PrinterAbilities } from "../protocol/printing.ts";
import {
	type Condition,
	type Course,
	type Device,
	type DeviceJob,
	type Outcome,
	wellCondition,
} from "./device.ts";
import { afterHalfPaper } from "./encode.ts";
import {
	automaticStatus,
	clearBuffers,
	endQuestions,
	processIdOf,
	transmitPaperStatus,
	transmitRealTimeStatus,
} from "./escpos.ts";
import { createHearing, type Proof } from "./hearing.ts";
import { keepCondition } from "./kept-condition.ts";
import { type Line, type Link, LinkError } from "./link.ts";
import { hindranceIn } from "./readiness.ts";

/** How long a printer is waited for, in milliseconds. */
export interface Patience {
	/** For the answer to one question about its state. */
	askMs: number;
	/** For its word after the last byte, beyond the time that its speed gives the bytes. */
	proofMs: number;
	/** Between two questions while it prints. */
	pollMs: number;
	/** For a person to mend it in the midst of a job; then the job is given up. */
	blockedMs: number;
}

export const usualPatience: Patience = {
	askMs: 700,
	proofMs: 5_000,
	pollMs: 500,
	blockedMs: 120_000,
};

/**
 * A printer that is talked to in ESC/POS over a link. It is asked how it is before the first byte of a job, and only its own word after the last one
 * counts. The line is kept between jobs; one that was lost meanwhile is got anew before anything is at stake.
 * @param tellFault hears why there is no line to the printer, in the system's own words; the same again is not told until there was one
 */
export function conversationDevice(
	link: Link,
	abilities: PrinterAbilities,
	patience: Patience = usualPatience,
	tellFault: (why: string) => void = () => undefined,
): Device {
	const hearing = createHearing();
	let line: Line | null = null;
	/** The end of the line before. Many a port can be had by one at a time, so that no other is got before it. */
	let letting: Promise<void> = Promise.resolve();
	const { condition, onCondition, become } = keepCondition();
	let isPrinting = false;
	let closed = false;
	/** Whether the printer has got a part of a job and no more. `perhaps`: the rest may still be on its way out of it. */
	let hasHalf: "no" | "perhaps" | "surely" = "no";
	let asking: Promise<Condition> | null = null;
	let toldFault = "";
	/** Process IDs need only differ from those that an answer could still come for. */
	let jobs = Math.floor(Math.random() * 1_000_000);
	hearing.onSaid(() => become(hearing.condition()));

	/** The line there is, or a new one. @throws {LinkError} */
	async function opened(signal: AbortSignal): Promise<Line> {
		if (line) return line;
		await letting;
		const got = await link.open(signal);
		if (closed) {
			await close(got, "drop");
			throw new LinkError("closed", "it is not wanted any more");
		}
		toldFault = "";
		line = got;
		hearing.begins();
		got.onBytes((bytes) => hearing.take(bytes));
		got.onLost((error) => {
			// A printer may end a line that nobody uses: that is no fault of it.
			if (line === got) line = null;
			if (isPrinting && hasHalf === "no") hasHalf = "perhaps";
			void close(got, "drop");
			hearing.lost(error);
		});
		if (abilities.autoStatus && got.hears) await got.write(automaticStatus(true));
		return got;
	}

	/** `drop`s what a printer has not read. */
	async function letGo(how: "drain" | "drop"): Promise<void> {
		if (how === "drop" && isPrinting) hasHalf = "surely";
		const gone = line;
		line = null;
		if (gone) void close(gone, how);
		await letting;
	}

	function close(gone: Line, how: "drain" | "drop"): Promise<void> {
		// A port that cannot be closed is one that is no longer there.
		letting = gone.close(how).catch(() => undefined);
		return letting;
	}

	function canAnswer(on: Line): boolean {
		return on.hears && abilities.answers !== "never";
	}

	/** Whether no answer is a fault, and not the way of a printer that does not know the questions. */
	function mustAnswer(): boolean {
		return abilities.answers === "always" || hearing.everHeard();
	}

	/** Whether the printer has told how it is; `hearing` knows what. @throws {LinkError} */
	async function askOn(on: Line, signal: AbortSignal): Promise<boolean> {
		for (const n of hearing.questions()) {
			const answer = hearing.answer(n, patience.askMs, signal);
			await on.write(transmitRealTimeStatus(n));
			// Who does not answer the first question answers none.
			if (!(await answer) && n === 1) return false;
		}
		return true;
	}

	/** How the printer is, on a line that lives; a kept one that turns out to be dead is got anew once. */
	async function look(signal: AbortSignal): Promise<Condition> {
		try {
			const isKept = line !== null;
			let on = await opened(signal);
			if (!canAnswer(on)) return wellCondition;
			let told = await askOn(on, signal).catch(whereDead);
			if (!told && isKept && line === null && !signal.aborted) {
				on = await opened(signal);
				told = await askOn(on, signal);
			}
			if (signal.aborted) return condition();
			if (told) {
				if (hearing.owes() && !hindrance(hearing.condition())) await settle(on, signal);
				return hearing.condition();
			}
			if (!mustAnswer()) return wellCondition;
			await letGo("drain");
			return { state: "offline", reasons: ["timeout"] };
		} catch (error) {
			if (!(error instanceof LinkError)) throw error;
			await letGo("drop");
			if (signal.aborted) return condition();
			if (error.message !== toldFault) tellFault(error.message);
			toldFault = error.message;
			return { state: "offline", reasons: [error.reason] };
		}
	}

	/** An answer that an earlier job is still owed must not be taken for the next one's. */
	async function settle(on: Line, signal: AbortSignal): Promise<void> {
		const settled = hearing.settles(patience.askMs, signal);
		await on.write(transmitPaperStatus);
		await settled;
	}

	async function whereDead(error: unknown): Promise<false> {
		if (!(error instanceof LinkError)) throw error;
		await letGo("drop");
		return false;
	}

	async function ask(signal: AbortSignal): Promise<Condition> {
		// While a job is printed the printer is asked anyway, and what it says is heard.
		if (closed || isPrinting) return condition();
		asking ??= look(signal).finally(() => {
			asking = null;
		});
		become(await asking);
		return condition();
	}

	async function print(job: DeviceJob, course: Course): Promise<Outcome> {
		const { signal } = course;
		await asking?.catch(() => undefined);
		const before = signal.aborted ? condition() : await ask(signal);
		if (closed || signal.aborted) return { state: "failed", reason: "closed", untouched: true };
		const reason = hindrance(before);
		if (reason) return { state: "failed", reason, untouched: true };
		const on = line;
		if (!on) return { state: "failed", reason: "unreachable", untouched: true };
		isPrinting = true;
		try {
			if (hasHalf !== "no") {
				const clears = hasHalf === "surely" && abilities.clearsBuffer;
				await on.write(afterHalfPaper(clears)).catch(whereDead);
			}
			if (line !== on) return { state: "failed", reason: "unreachable", untouched: true };
			hasHalf = "no";
			if (signal.aborted) return { state: "failed", reason: "closed", untouched: true };
			return await send(on, job, course);
		} finally {
			isPrinting = false;
		}
	}

	/** From here on bytes of the job are under way: whatever happens, it is not sent again. */
	async function send(on: Line, { bytes }: DeviceJob, course: Course): Promise<Outcome> {
		const { signal } = course;
		const hears = canAnswer(on);
		jobs += 1;
		const id = abilities.processId ? processIdOf(jobs) : null;
		const proof = hears ? hearing.expectProof(id) : null;
		const aborted = () => void close(on, "drop");
		signal.addEventListener("abort", aborted);
		try {
			await on.write(proof ? Buffer.concat([bytes, endQuestions(id)]) : bytes);
		} catch (error) {
			if (!(error instanceof LinkError)) throw error;
			await letGo("drop");
			if (signal.aborted) return { state: "failed", reason: "closed", untouched: false };
			const { reason, message: detail } = error;
			become({ state: "offline", reasons: [reason] });
			return { state: "failed", reason, untouched: false, detail };
		} finally {
			signal.removeEventListener("abort", aborted);
		}
		if (!proof) return { state: "unconfirmed", reason: "timeout", detail: "it cannot be heard" };
		const speed = Math.min(abilities.bytesPerSecond, link.bytesPerSecond ?? Infinity);
		// Who has never said a word is not likely to say this one: it is not worth a long wait.
		const printingMs = mustAnswer() ? (1_000 * bytes.length) / speed : 0;
		return heardOf(on, proof, patience.proofMs + printingMs, course);
	}

	/** Waits for the printer's word, for as long as it prints and for as long as a person may take to mend it. */
	async function heardOf(
		on: Line,
		proof: Proof,
		allowedMs: number,
		{ signal, onBlocked }: Course,
	): Promise<Outcome> {
		let leftMs = allowedMs;
		let blockedMs = 0;
		let blockedBy: JobReason | null = null;
		let wasHeard = false;
		for (;;) {
			const since = performance.now();
			const word = await proof.within(Math.min(patience.pollMs, Math.max(leftMs, 1)), signal);
			if (word !== "not-yet") {
				if (blockedBy) onBlocked(null);
				return wordSaid(word);
			}
			if (signal.aborted) {
				await letGo("drain");
				return { state: "unconfirmed", reason: "closed" };
			}
			const told = await askOn(on, signal).catch(() => false);
			wasHeard ||= told;
			const now: JobReason | null = told ? hindrance(hearing.condition()) : blockedBy;
			if (now !== blockedBy) onBlocked(now);
			const spentMs = performance.now() - since;
			if (blockedBy ?? now) blockedMs += spentMs;
			else leftMs -= spentMs;
			blockedBy = now;
			if (blockedBy && blockedMs >= patience.blockedMs) return giveUp(on, blockedBy, signal);
			if (!blockedBy && leftMs <= 0) return unheard(wasHeard);
		}
	}

	async function wordSaid(word: "done" | "paper-out" | "lost"): Promise<Outcome> {
		switch (word) {
			case "done":
				return { state: "confirmed" };
			case "paper-out":
				return { state: "unconfirmed", reason: "paper-out", detail: "it ended without paper" };
			case "lost":
				return { state: "unconfirmed", reason: "closed" };
		}
	}

	async function unheard(wasHeard: boolean): Promise<Outcome> {
		if (!wasHeard && mustAnswer()) {
			// What nobody has read by now should not come out of a buffer later.
			await letGo("drop");
			become({ state: "offline", reasons: ["timeout"] });
		}
		return { state: "unconfirmed", reason: "timeout" };
	}

	/** Nobody mends the printer: what it has not printed is taken back, where it can be told to. */
	async function giveUp(on: Line, reason: JobReason, signal: AbortSignal): Promise<Outcome> {
		if (abilities.clearsBuffer) {
			const cleared = hearing.clearing(patience.askMs, signal);
			await on.write(clearBuffers).catch(() => undefined);
			if (await cleared) {
				// What was printed of it hangs out, and must not come with somebody else's.
				hasHalf = "surely";
				return { state: "failed", reason, untouched: false, detail: "taken back" };
			}
		}
		await letGo("drop");
		return { state: "unconfirmed", reason, detail: "given up while it waited for a person" };
	}

	return {
		print,
		ask,
		condition,
		onCondition,
		async close() {
			closed = true;
			await letGo("drain");
		},
	};
}

/** Why a printer does not print; null where it does. */
function hindrance(condition: Condition): JobReason | null {
	return hindranceIn(condition)?.why ?? null;
}
