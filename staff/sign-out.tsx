import { useSignal } from "@preact/signals";
import type { OfficeView } from "../protocol/office.ts";
import type { CounterAnswer, LeftBehind, Session } from "../protocol/staff.ts";
import { api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { CloseQuestion } from "./close-question.tsx";
import { Question } from "./question.tsx";
import { refusalIn } from "./refusal.ts";
import type { Sessions } from "./session.ts";

/** The way out. Whoever holds a counter is asked what becomes of it, and then of the person at it. */
export function SignOut({ sessions, office }: { sessions: Sessions; office: OfficeView | null }) {
	const words = staffWords[language.value];
	/** The counters that are open, once they were asked for. */
	const open = useSignal<readonly string[]>([]);
	/** The counter at which somebody is. */
	const occupied = useSignal<string | null>(null);
	const busy = useSignal(false);
	const refusal = useSignal<string | null>(null);

	async function ask(): Promise<void> {
		if (busy.value) return;
		busy.value = true;
		const got = await api<Session>("GET", "/api/session");
		busy.value = false;
		if (got.ok && got.value.counters.length > 0) open.value = got.value.counters;
		else await leave();
	}

	async function leave(): Promise<void> {
		const got = await sessions.signOut();
		if (!got.ok && got.status !== 401) refusal.value = refusalIn(got, staffWords[language.value]);
	}

	/** Closes one after the other and signs out; stops at one where somebody is. */
	async function closeAndLeave(current?: LeftBehind): Promise<void> {
		busy.value = true;
		refusal.value = null;
		for (const counterId of open.value) {
			const answered = counterId === occupied.value && current !== undefined;
			const got = await api<CounterAnswer>(
				"POST",
				`/api/counters/${encodeURIComponent(counterId)}/close`,
				answered ? { current } : {},
			);
			// Somebody else has taken it over meanwhile: it is no longer this officer's to close.
			if (got.ok || got.problem?.code === "counter/not-yours") {
				open.value = open.value.filter((one) => one !== counterId);
				continue;
			}
			busy.value = false;
			if (got.problem?.code === "counter/occupied") occupied.value = counterId;
			else refusal.value = refusalIn(got, staffWords[language.value]);
			return;
		}
		busy.value = false;
		await leave();
	}

	function stay(): void {
		open.value = [];
		occupied.value = null;
		refusal.value = null;
	}

	const labels = open.value
		.map((id) => office?.counters.find((counter) => counter.id === id)?.label ?? id)
		.join(", ");
	return (
		<>
			<button
				type="button"
				class="button button-quiet"
				disabled={busy.value}
				onClick={() => void ask()}
			>
				{words.signOut}
			</button>
			{open.value.length > 0 && occupied.value === null && (
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
					<button type="button" class="button" disabled={busy.value} onClick={() => void leave()}>
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
					number={null}
					mayMiss={true}
					busy={busy.value}
					refusal={refusal.value}
					onAnswer={(current) => void closeAndLeave(current)}
					onCancel={stay}
				/>
			)}
		</>
	);
}
