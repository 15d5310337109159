import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { inLanguage } from "../../words/language.ts";
import { ChoiceField } from "../choice-field.tsx";
import { Question } from "../question.tsx";
import { TextField } from "../text-field.tsx";
import { draft, sent } from "./drafts.ts";
import { serviceName } from "./names.ts";
import type { Held } from "./seat.ts";
import { Told } from "./told.tsx";
import type { Work } from "./work.ts";

export interface TransferQuestionProps {
	ticket: Held;
	counters: readonly StaffCounterRow[];
	office: OfficeView | null;
	work: Work;
	gone: string | null;
	onCancel: () => void;
}

/** Where somebody is sent, and what whoever serves them there should know. */
export function TransferQuestion(props: TransferQuestionProps) {
	const { ticket, counters, office, work, gone, onCancel } = props;
	const words = consoleWords[language.value];
	const { transferring } = words;
	const serviceId = useSignal("");
	const counterId = useSignal("");
	const note = draft(`transfer:${ticket.id}`);
	const isNowhere = serviceId.value === "" && counterId.value === "";
	const others = office?.services.filter(({ id }) => id !== ticket.serviceId) ?? [];
	// Nobody waits for a counter at which nobody is called, nor is sent to where they stand.
	const open = counters.filter(
		({ status, current }) => status === "open" && current?.id !== ticket.id,
	);

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (work.busy.value || gone !== null) return;
		if (isNowhere) {
			work.say({ kind: "wrong", text: transferring.nowhere });
			return;
		}
		const text = note.value.trim();
		const body = {
			ticketId: ticket.id,
			...(serviceId.value !== "" && { toServiceId: serviceId.value }),
			...(counterId.value !== "" && { toCounterId: counterId.value }),
			...(text !== "" && { note: text }),
		};
		const about = { did: "transfer" as const, number: ticket.number };
		if (await work.answer({ path: "transfer", body }, about)) sent(`transfer:${ticket.id}`);
	};

	return (
		<Question title={transferring.title(ticket.number)} onCancel={onCancel}>
			<form class="form" onSubmit={submit}>
				<ChoiceField
					label={transferring.service}
					value={serviceId}
					choices={[
						{ value: "", text: transferring.sameService(serviceName(ticket.serviceId, office)) },
						...others.map(({ id, name }) => ({
							value: id,
							text: inLanguage(name, language.value),
						})),
					]}
				/>
				<ChoiceField
					label={transferring.counter}
					value={counterId}
					choices={[
						{ value: "", text: transferring.anyCounter },
						...open.map(({ id, label, officer }) => ({
							value: id,
							text: transferring.counterOf(label, officer?.name ?? ""),
						})),
					]}
				/>
				<TextField label={transferring.note} value={note} />
				<Told work={work} gone={gone} />
				<div class="question-buttons">
					<button
						type="submit"
						class="button button-primary"
						disabled={work.busy.value || gone !== null}
					>
						{transferring.submit}
					</button>
					<button type="button" class="button button-quiet" onClick={onCancel}>
						{words.stay}
					</button>
				</div>
			</form>
		</Question>
	);
}
