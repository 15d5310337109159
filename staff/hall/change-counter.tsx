import { useSignal } from "@preact/signals";
import type { HallView } from "../../protocol/hall.ts";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { ChoiceField } from "../choice-field.tsx";
import { CloseQuestion } from "../close-question.tsx";
import { serviceName } from "../console/names.ts";
import type { Decide } from "./hall-page.tsx";

interface ChangeCounterProps {
	counter: StaffCounterRow;
	/** Officers who hold no counter. */
	free: HallView["officers"];
	office: OfficeView;
	busy: boolean;
	decide: Decide;
}

/** What a supervisor changes about a counter in place of whoever sits there. */
export function ChangeCounter({ counter, free, office, busy, decide }: ChangeCounterProps) {
	const words = supervisingWords[language.value].live;
	const { id, label, status, current, services, serving } = counter;
	const closing = useSignal(false);
	const of = `/api/hall/counters/${encodeURIComponent(id)}`;
	const giving = (
		<Give
			label={label}
			isPaused={status === "paused"}
			path={`${of}/open`}
			free={free}
			busy={busy}
			decide={decide}
		/>
	);
	if (status === "closed") {
		return (
			<div class="hall-change">
				<p class="soft">{words.nobodyHolds}</p>
				{giving}
			</div>
		);
	}
	const close = async (body: object) => {
		if (await decide(`${of}/close`, body, words.wasClosed(label))) closing.value = false;
	};
	return (
		<div class="hall-change">
			<div class="hall-acts">
				{status === "open" ? (
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => void decide(`${of}/pause`, {}, words.paused(label))}
					>
						{words.pause}
					</button>
				) : (
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => void decide(`${of}/open`, {}, words.reopened(label))}
					>
						{words.reopen}
					</button>
				)}
				<button
					type="button"
					class="button"
					disabled={busy}
					onClick={() => {
						if (current === null) void close({ ifCurrent: null });
						else closing.value = true;
					}}
				>
					{words.close}
				</button>
			</div>
			{services.length > 1 && (
				<ServedServices
					// What is ticked is what is served: another choice meanwhile is taken in.
					key={serving.join()}
					counter={counter}
					path={`${of}/open`}
					office={office}
					busy={busy}
					decide={decide}
				/>
			)}
			{giving}
			{closing.value && (
				<CloseQuestion
					number={current?.number ?? null}
					mayMiss={current?.state === "called"}
					busy={busy}
					refusal={null}
					onAnswer={(answer) => void close({ current: answer, ifCurrent: current?.id ?? null })}
					onCancel={() => {
						closing.value = false;
					}}
				/>
			)}
		</div>
	);
}

/** Which of its services a counter calls. */
function ServedServices({
	counter: { label, services, serving },
	path,
	office,
	busy,
	decide,
}: Omit<ChangeCounterProps, "free"> & { path: string }) {
	const words = supervisingWords[language.value].live;
	const chosen = useSignal<ReadonlySet<string>>(new Set(serving));
	return (
		<fieldset class="roles">
			<legend>{words.serve}</legend>
			{services.map((one) => (
				<label key={one} class="hall-tick">
					<input
						type="checkbox"
						checked={chosen.value.has(one)}
						onChange={() => {
							const next = new Set(chosen.value);
							if (!next.delete(one)) next.add(one);
							chosen.value = next;
						}}
					/>
					{serviceName(one, office)}
				</label>
			))}
			{chosen.value.size === 0 && <p role="alert">{words.oneAtLeast}</p>}
			<button
				type="button"
				class="button"
				disabled={busy || chosen.value.size === 0}
				onClick={() => {
					const body = { services: services.filter((one) => chosen.value.has(one)) };
					void decide(path, body, words.servicesSaved(label));
				}}
			>
				{words.saveServices}
			</button>
		</fieldset>
	);
}

/** Gives a counter to an officer who has none: with whoever is called or served there, as when one takes over. */
function Give({
	label,
	isPaused,
	path,
	free,
	busy,
	decide,
}: {
	label: string;
	/** Whoever takes it over calls from then on. */
	isPaused: boolean;
	path: string;
	free: HallView["officers"];
	busy: boolean;
	decide: Decide;
}) {
	const words = supervisingWords[language.value].live;
	const chosen = useSignal("");
	if (free.length === 0) return <p class="soft">{words.nobodyFree}</p>;
	const officer = free.find(({ username }) => username === chosen.value);
	return (
		<div class="hall-give">
			<ChoiceField
				label={words.give}
				value={chosen}
				choices={[
					{ value: "", text: words.choose },
					...free.map(({ username, name }) => ({ value: username, text: name })),
				]}
			/>
			<button
				type="button"
				class="button"
				disabled={busy || officer === undefined}
				onClick={() => {
					if (!officer) return;
					const { username, name } = officer;
					const said = isPaused ? words.givenAndOpen(label, name) : words.given(label, name);
					void decide(path, { officer: username }, said);
				}}
			>
				{words.giveIt}
			</button>
			<small class="soft">{words.giveHint}</small>
		</div>
	);
}
