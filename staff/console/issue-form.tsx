import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useRef } from "preact/hooks";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { api, mayBeDone } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { newRequestKey } from "../../ui/request-key.ts";
import { consoleWords } from "../../words/console.ts";
import { inLanguage, languageNames } from "../../words/language.ts";
import { staffWords } from "../../words/staff.ts";
import { ChoiceField } from "../choice-field.tsx";
import { Question } from "../question.tsx";
import { refusalIn } from "../refusal.ts";
import { draft, sent } from "./drafts.ts";

export interface IssueFormProps {
	counter: StaffCounterRow;
	office: OfficeView;
	away: boolean;
	onSessionOver: () => void;
	onCancel: () => void;
}

/** Takes a number for somebody who cannot use the kiosk; printed where the officer says, or only told. */
export function IssueForm({ counter, office, away, onSessionOver, onCancel }: IssueFormProps) {
	const words = consoleWords[language.value];
	const { issuing } = words;
	const service = draft("issue:service");
	const priority = draft("issue:priority");
	const speaks = draft("issue:language");
	const kiosk = draft("issue:kiosk");
	const busy = useSignal(false);
	const refusal = useSignal<string | null>(null);
	const given = useSignal<TicketAnswer | null>(null);
	/** The wish whose answer was lost, so that the same again is the same request. */
	const lost = useRef<{ wish: string; key: string } | null>(null);
	const usual = office.services.find(({ id }) => counter.serving.includes(id));
	const serviceId = service.value || (usual ?? office.services[0])?.id || "";

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value || away) return;
		busy.value = true;
		refusal.value = null;
		const body = {
			serviceId,
			priorityClass: priority.value || null,
			language: speaks.value || "vi",
			...(kiosk.value !== "" && { kioskId: kiosk.value }),
		};
		const wish = JSON.stringify(body);
		const key = lost.current?.wish === wish ? lost.current.key : newRequestKey();
		lost.current = { wish, key };
		const got = await api<TicketAnswer>("POST", "/api/tickets", body, { key });
		busy.value = false;
		if (!mayBeDone(got)) lost.current = null;
		if (got.ok) {
			given.value = got.value;
			// The printer stays: it stands beside this counter. All else was about that person.
			for (const name of ["service", "priority", "language"]) sent(`issue:${name}`);
		} else if (got.status === 401) onSessionOver();
		else refusal.value = refusalIn(got, staffWords[language.value]);
	};

	if (given.value) {
		const { ticket, ahead, print } = given.value;
		return (
			<Question key="given" title={issuing.title} onCancel={onCancel} readFirst>
				<div role="status">
					<p class="issued-number">{ticket.number}</p>
					<p>{issuing.given(ticket.number, ahead ?? 0)}</p>
					{print && <p class="soft">{issuing.printed}</p>}
				</div>
				<div class="question-buttons">
					<button type="button" class="button button-primary" onClick={onCancel}>
						{issuing.close}
					</button>
					<button
						type="button"
						class="button"
						onClick={() => {
							given.value = null;
						}}
					>
						{issuing.another}
					</button>
				</div>
			</Question>
		);
	}
	return (
		<Question key="form" title={issuing.title} onCancel={onCancel}>
			<form class="form" onSubmit={submit}>
				<ChoiceField
					label={issuing.service}
					value={service}
					choices={servicesFrom(counter, office)}
				/>
				<ChoiceField
					label={issuing.priority}
					value={priority}
					choices={[
						{ value: "", text: issuing.noPriority },
						...office.priorityClasses.map(({ id, name }) => ({
							value: id,
							text: inLanguage(name, language.value),
						})),
					]}
				/>
				<ChoiceField label={issuing.language} value={speaks} choices={spokenIn(office)} />
				<ChoiceField
					label={issuing.print}
					value={kiosk}
					choices={[
						{ value: "", text: issuing.said },
						...office.kiosks.map(({ id, printerId }) => ({
							value: id,
							text: issuing.printAt(
								office.printers.find((printer) => printer.id === printerId)?.name ?? id,
							),
						})),
					]}
				/>
				{(refusal.value ?? (away ? words.off.away : null)) !== null && (
					<p class="notice is-wrong" role="alert">
						{refusal.value ?? words.off.away}
					</p>
				)}
				<div class="question-buttons">
					<button type="submit" class="button button-primary" disabled={busy.value || away}>
						{issuing.submit}
					</button>
					<button type="button" class="button button-quiet" onClick={onCancel}>
						{words.stay}
					</button>
				</div>
			</form>
		</Question>
	);
}

/** The services, those that are served here first; the first stands for no choice. */
function servicesFrom({ serving }: StaffCounterRow, { services }: OfficeView) {
	const here = services.filter(({ id }) => serving.includes(id));
	const elsewhere = services.filter(({ id }) => !serving.includes(id));
	return [...here, ...elsewhere].map(({ id, prefix, name }, index) => ({
		value: index === 0 ? "" : id,
		text: `${prefix} · ${inLanguage(name, language.value)}`,
	}));
}

/** The languages in which a slip can be had; Vietnamese first, which is written where nothing is chosen. */
function spokenIn({ languages, furtherLanguages }: OfficeView) {
	const names: { readonly [code: string]: string | undefined } = {
		...languageNames,
		...Object.fromEntries(furtherLanguages.map(({ code, name }) => [code, name])),
	};
	const all = ["vi", ...languages.filter((code) => code !== "vi")];
	return all.map((code) => ({ value: code === "vi" ? "" : code, text: names[code] ?? code }));
}
