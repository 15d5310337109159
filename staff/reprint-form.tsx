import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { PrintAnswer, PrinterList, ReprintTicket } from "../protocol/printing.ts";
import type { QueueAnswer } from "../protocol/staff.ts";
import { api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { printerWords } from "../words/printers.ts";
import { staffWords } from "../words/staff.ts";
import { useNotice } from "./notice.tsx";
import { followPrint, notPrinted } from "./print-outcome.ts";
import { refusalIn } from "./refusal.ts";
import type { StaffLive } from "./staff-live.ts";
import { TextField } from "./text-field.tsx";

export interface ReprintFormProps {
	printers: PrinterList;
	live: StaffLive;
	onSessionOver: () => void;
}

/** Prints any ticket of today once more: also of those who stand in no line that an officer sees. */
export function ReprintForm({ printers, live, onSessionOver }: ReprintFormProps) {
	const words = printerWords[language.value].again;
	const number = useSignal("");
	const printerId = useSignal("");
	const busy = useSignal(false);
	const notice = useNotice();
	const selectId = useId();
	/** Which slip is spoken of: news of one before is let go. */
	const turn = useRef(0);
	useEffect(
		() => () => {
			turn.current = -1;
		},
		[],
	);

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		const typed = number.value.trim().toUpperCase();
		if (busy.value || typed === "") return;
		busy.value = true;
		notice.clear();
		await print(typed);
		busy.value = false;
	};

	async function print(typed: string): Promise<void> {
		const own = ++turn.current;
		const queue = await api<QueueAnswer>("GET", "/api/queue");
		if (!queue.ok) {
			if (queue.status === 401) onSessionOver();
			else notice.refuse(refusalIn(queue, staffWords[language.value]));
			return;
		}
		const { waiting, parked, missed } = queue.value;
		const atCounters = live.counters.value.flatMap(({ current }) => current ?? []);
		const ticket = [...atCounters, ...waiting, ...parked, ...missed].find(
			(one) => one.number === typed,
		);
		if (ticket === undefined) {
			notice.refuse(words.unknown(typed));
			return;
		}
		const body: ReprintTicket = printerId.value === "" ? {} : { printerId: printerId.value };
		const path = `/api/tickets/${encodeURIComponent(ticket.id)}/print`;
		const got = await api<PrintAnswer>("POST", path, body);
		if (!got.ok) {
			if (got.status === 401) onSessionOver();
			else notice.refuse(notPrinted(typed, got));
			return;
		}
		number.value = "";
		void followPrint(typed, got.value.print, ({ wrong, text }) => {
			if (turn.current !== own) return false;
			if (wrong) notice.refuse(text);
			else notice.say(text);
			return true;
		});
	}

	return (
		<section class="panel" aria-labelledby="reprint">
			<h2 id="reprint">{words.title}</h2>
			<p class="soft">{words.hint}</p>
			<form class="reprint" onSubmit={submit}>
				<TextField label={words.number} value={number} hint={words.numberHint} />
				<div class="field">
					<label htmlFor={selectId}>{words.printer}</label>
					<select
						id={selectId}
						value={printerId.value}
						onChange={(event) => {
							printerId.value = event.currentTarget.value;
						}}
					>
						<option value="">{words.usualPrinter}</option>
						{printers.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
					</select>
				</div>
				<button type="submit" class="button" disabled={busy.value}>
					{staffWords[language.value].printAgain}
				</button>
			</form>
			{notice.shown}
		</section>
	);
}
