import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useMemo } from "preact/hooks";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import type { Address } from "../address.ts";
import { refusalIn } from "../refusal.ts";
import { isHeldBy, offeredFirst } from "../view.ts";
import { serviceName } from "./names.ts";
import { sender } from "./send.ts";

export interface CounterChoiceProps {
	counters: readonly StaffCounterRow[];
	/** Whether the hub has told the counters yet. */
	known: boolean;
	username: string;
	/** What became of the counter that was held a moment ago. */
	lost: string | null;
	office: OfficeView | null;
	address: Address;
	onSessionOver: () => void;
}

/** Which counter to work at. One of another's can be taken over, once its name was read. */
export function CounterChoice(props: CounterChoiceProps) {
	const { counters, known, username, lost, office, address, onSessionOver } = props;
	const words = staffWords[language.value];
	const send = useMemo(sender, []);
	const picked = useSignal<string | null>(null);
	const busy = useSignal(false);
	const refusal = useSignal<string | null>(null);
	/** The one who holds the counter that was asked for, when the hub has named them. */
	const holder = useSignal<string | null>(null);
	const asked = picked.value ?? address.place.value.counterId;
	const chosen = offeredFirst(counters, username, asked);

	async function open(takeOver: boolean): Promise<void> {
		if (busy.value || !chosen) return;
		busy.value = true;
		refusal.value = null;
		holder.value = null;
		const got = await send(chosen, { path: "open", body: takeOver ? { takeOver } : {} });
		busy.value = false;
		if (got.ok) {
			address.go({ counterId: chosen.id });
		} else if (got.status === 401) {
			onSessionOver();
		} else {
			const own = counters.find((one) => isHeldBy(one, username));
			refusal.value =
				got.problem?.code === "counter/officer-elsewhere" && own
					? words.youHold(own.label)
					: refusalIn(got, staffWords[language.value]);
			if (got.problem?.code === "counter/taken") {
				holder.value = got.problem.holder ?? chosen.officer?.name ?? "";
			}
		}
	}
	const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		void open(false);
	};

	if (counters.length === 0) {
		return (
			<p class="staff-message" role="status">
				{known ? words.noCounters : words.connecting}
			</p>
		);
	}
	return (
		<main class="choice">
			<form class="panel" onSubmit={submit}>
				<h1>{words.chooseCounter}</h1>
				{lost !== null && (
					<p class="notice is-care" role="alert">
						{lost}
					</p>
				)}
				<ul class="choice-list">
					{counters.map((counter) => (
						<li key={counter.id}>
							<label class={counter.id === chosen?.id ? "is-picked" : ""}>
								<input
									type="radio"
									name="counter"
									value={counter.id}
									checked={counter.id === chosen?.id}
									onChange={() => {
										picked.value = counter.id;
										refusal.value = null;
										holder.value = null;
									}}
								/>
								<strong>{words.counter(counter.label)}</strong>
								<span class="soft">{standing(counter, username)}</span>
								<span class="choice-serves">
									{counter.services.map((id) => serviceName(id, office)).join(" · ")}
								</span>
							</label>
						</li>
					))}
				</ul>
				{refusal.value !== null && (
					<div class="notice is-wrong" role="alert">
						<p>{refusal.value}</p>
						{holder.value !== null && <p>{words.takeOverHint(holder.value)}</p>}
					</div>
				)}
				<div class="choice-buttons">
					<button type="submit" class="button button-primary" disabled={busy.value}>
						{words.openCounter}
					</button>
					{holder.value !== null && (
						<button
							type="button"
							class="button"
							disabled={busy.value}
							onClick={() => void open(true)}
						>
							{words.takeOver}
						</button>
					)}
				</div>
			</form>
		</main>
	);
}

function standing(counter: StaffCounterRow, username: string): string {
	const words = staffWords[language.value];
	if (!counter.officer) return words.free;
	const status = counter.status === "paused" ? ` · ${words.status.paused}` : "";
	return (isHeldBy(counter, username) ? words.yours : words.heldBy(counter.officer.name)) + status;
}
