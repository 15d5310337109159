import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import type { OfficeView } from "../protocol/office.ts";
import type { CounterAnswer, LeftBehind, Session } from "../protocol/staff.ts";
import { type Answer, api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { CloseQuestion } from "./close-question.tsx";
import { Question } from "./question.tsx";
import { refusalIn } from "./refusal.ts";
import type { StaffLive } from "./staff-live.ts";

export interface LeavingProps {
	/** Null where no live view is let in. */
	live: StaffLive | null;
	office: OfficeView | null;
	/** Signs out, here or everywhere. */
	leave: () => Promise<Answer<null>>;
}

export interface Leaving {
	/** Begins: signs out at once, or asks first where a counter is open. */
	begin(): void;
	busy: boolean;
	/** Why it did not happen, where nothing is being asked. */
	refusal: string | null;
	/** What is being asked. */
	questions: ComponentChild;
}

/** Whoever signs out and holds a counter is asked what becomes of it, and then of the person at it. */
export function useLeaving({ live, office, leave }: LeavingProps): Leaving {
	const words = staffWords[language.value];
	/** The counters that are open, once they were asked for. */
	const open = useSignal<readonly string[]>([]);
	/** The counter at which somebody is. */
	const occupied = useSignal<string | null>(null);
	const busy = useSignal(false);
	const refusal = useSignal<string | null>(null);
	/** Who is there, as it stands now; null where only the hub knows. */
	const current = live?.counters.value.find(({ id }) => id === occupied.value)?.current ?? null;

	async function begin(): Promise<void> {
		if (busy.value) return;
		busy.value = true;
		refusal.value = null;
		const got = await api<Session>("GET", "/api/session");
		busy.value = false;
		if (got.ok && got.value.counters.length > 0) open.value = got.value.counters;
		else await leaveNow();
	}

	async function leaveNow(): Promise<void> {
		busy.value = true;
		const got = await leave();
		busy.value = false;
		if (!got.ok && got.status !== 401) refusal.value = refusalIn(got, staffWords[language.value]);
	}

	/** Closes one after the other and signs out; stops at one where somebody is. */
	async function closeAndLeave(answer?: LeftBehind): Promise<void> {
		busy.value = true;
		refusal.value = null;
		// The officer's word is for the very person they were asked about.
		const word = answer && { current: answer, ...(current && { ifCurrent: current.id }) };
		for (const counterId of open.value) {
			const got = await api<CounterAnswer>(
				"POST",
				`/api/counters/${encodeURIComponent(counterId)}/close`,
				counterId === occupied.value ? (word ?? {}) : {},
			);
			// Somebody else has taken it over meanwhile: it is no longer this officer's to close.
			if (got.ok || got.problem?.code === "counter/not-yours") {
				open.value = open.value.filter((one) => one !== counterId);
				if (counterId === occupied.value) occupied.value = null;
				continue;
			}
			busy.value = false;
			if (got.problem?.code === "counter/occupied") occupied.value = counterId;
			else refusal.value = refusalIn(got, staffWords[language.value]);
			return;
		}
		await leaveNow();
	}

	function stay(): void {
		open.value = [];
		occupied.value = null;
		refusal.value = null;
	}

	const labels = open.value
		.map((id) => office?.counters.find((counter) => counter.id === id)?.label ?? id)
		.join(", ");
	const asksOfCounters = open.value.length > 0 && occupied.value === null;
	return {
		begin: () => void begin(),
		busy: busy.value,
		refusal: open.value.length > 0 ? null : refusal.value,
		questions: (
			<>
				{asksOfCounters && (
					<Question title={words.leaving.title(labels)} onCancel={stay}>
						<p>{words.leaving.ask}</p>
						<button
							type="button"
							class="button"
							disabled={busy.value}
							onClick={() => void closeAndLeave()}
						>
							{words.leaving.close}
						</button>
						<button
							type="button"
							class="button"
							disabled={busy.value}
							onClick={() => void leaveNow()}
						>
							{words.leaving.leave}
						</button>
						<p class="soft">{words.leaving.leaveHint}</p>
						{refusal.value !== null && (
							<p class="notice is-wrong" role="alert">
								{refusal.value}
							</p>
						)}
						<button type="button" class="button button-quiet" onClick={stay}>
							{words.leaving.stay}
						</button>
					</Question>
				)}
				{occupied.value !== null && (
					<CloseQuestion
						number={current?.number ?? null}
						// Whoever is being served has come; where it is not known, what is always right is offered.
						mayMiss={current?.state === "called"}
						busy={busy.value}
						refusal={refusal.value}
						onAnswer={(answer) => void closeAndLeave(answer)}
						onCancel={stay}
					/>
				)}
			</>
		),
	};
}
