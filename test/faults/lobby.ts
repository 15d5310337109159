import { randomUUID } from "node:crypto";
import type { Problem } from "../../protocol/problem.ts";
import { asker } from "../ask.ts";
import type { Chance } from "./chance.ts";
import type { Asked, Done, Witness } from "./witness.ts";

/** Who comes and who works: people who take numbers, and counters with the cookie of the officer at each. */
export interface People {
	takers: { serviceIds: readonly [string, ...string[]]; kioskId?: string }[];
	counters: { id: string; cookie: string }[];
}

/** A full lobby: every taker and every counter asks one thing after the other, without a pause. */
export interface Lobby {
	/** Resolves when that many answers have come, or when nobody is left to ask. */
	answered(count: number): Promise<void>;
	/** Everybody stops after the answer they wait for. */
	leave(): void;
	/** Resolves when everybody has stopped: told to, or cut off. */
	empty: Promise<{ unanswered: Asked[]; refused: Refused[] }>;
}

/** Whoever is refused asks no more. */
export interface Refused {
	asked: Asked;
	answer: RefusedAnswer;
}

export function openLobby(url: string, people: People, chance: Chance, witness: Witness): Lobby {
	const unanswered: Asked[] = [];
	const refused: Refused[] = [];
	const waiting: { count: number; wake: () => void }[] = [];
	let answers = 0;
	let leaving = false;

	function wake(): void {
		for (const one of waiting.splice(0)) {
			if (answers >= one.count) one.wake();
			else waiting.push(one);
		}
	}

	/** Asks on and on; `next` says what, by what is known then. */
	async function goOn(cookie: string | undefined, next: () => Asked): Promise<void> {
		while (!leaving) {
			const asked = next();
			const answer = await ask(url, asked, cookie).catch((error: unknown) => {
				// What fetch throws where the connection is cut, also in the middle of an answer.
				if (!(error instanceof TypeError)) throw error;
				return null;
			});
			if (!answer) {
				unanswered.push(asked);
				return;
			}
			if (!answer.done) {
				refused.push({ asked, answer });
				return;
			}
			witness.hear(asked, answer.body);
			answers++;
			wake();
		}
	}

	const everybody = [
		...people.takers.map(({ serviceIds, kioskId }) =>
			goOn(undefined, () => ({
				kind: "take",
				key: randomUUID(),
				body: { serviceId: chance.pick(serviceIds), ...(kioskId && { kioskId }) },
			})),
		),
		...people.counters.map(({ id, cookie }) => goOn(cookie, () => nextAct(id, chance, witness))),
	];
	const empty = Promise.all(everybody).then(() => {
		for (const one of waiting.splice(0)) one.wake();
		return { unanswered, refused };
	});
	// Whoever opened the lobby may still wait for answers when somebody fails; it is told of it by `empty`.
	empty.catch(() => {
		for (const one of waiting.splice(0)) one.wake();
	});

	return {
		answered: (count) =>
			new Promise((resolve) => {
				waiting.push({ count, wake: resolve });
				wake();
			}),
		leave() {
			leaving = true;
		},
		empty,
	};
}

/** What became of a request: done, or refused with a problem. */
export type Settled = { done: true; status: number; body: Done } | RefusedAnswer;
type RefusedAnswer = { done: false; status: number; headers: Headers; body: Problem };

/** Asks once, with the key. */
export async function ask(url: string, asked: Asked, cookie?: string): Promise<Settled> {
	const path =
		asked.kind === "take" ? "/api/tickets" : `/api/counters/${asked.counterId}/${asked.kind}`;
	const headers = { "idempotency-key": asked.key };
	const answer = await asker(url, cookie)<Done | Problem>("POST", path, asked.body, headers);
	const { status, body } = answer;
	if ("ticket" in body) return { done: true, status, body };
	return { done: false, status, headers: answer.headers, body };
}

/** What an officer does next with whoever is there. */
function nextAct(counterId: string, chance: Chance, witness: Witness): Asked {
	const key = randomUUID();
	const current = witness.currentAt(counterId);
	const kind =
		current?.state === "called"
			? chance.pick(["start", "start", "recall", "miss", "finish", "call-next"])
			: chance.pick(["finish", "call-next"]);
	if (!current || kind === "call-next") {
		return { kind: "call-next", key, counterId, body: { ifCurrent: current?.id ?? null } };
	}
	return { kind, key, counterId, body: { ticketId: current.id } };
}
