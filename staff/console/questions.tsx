import type { Rows, StaffCounterRow, StaffRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { CloseQuestion } from "../close-question.tsx";
import type { Sessions } from "../session.ts";
import { FindForm } from "./find-form.tsx";
import { HandOver } from "./hand-over.tsx";
import { Help } from "./help.tsx";
import { IssueForm } from "./issue-form.tsx";
import type { Question } from "./question.ts";
import { ReasonQuestion } from "./reason-question.tsx";
import type { Held, Seat } from "./seat.ts";
import { ServicesQuestion } from "./services-question.tsx";
import { TicketSheet } from "./ticket-sheet.tsx";
import { TransferQuestion } from "./transfer-question.tsx";
import { WholeLine } from "./whole-line.tsx";
import type { Work } from "./work.ts";

export interface QuestionsProps {
	seat: Seat;
	rows: Rows<StaffRow>;
	counters: readonly StaffCounterRow[];
	office: OfficeView | null;
	sessions: Sessions;
	work: Work;
}

/** What is being asked now, or looked at. */
export function Questions(props: QuestionsProps) {
	const { work } = props;
	const asked = work.asking.value;
	return asked && <Asked key={asked.about} asked={asked} {...props} />;
}

function Asked({
	asked,
	seat,
	rows,
	counters,
	office,
	sessions,
	work,
}: QuestionsProps & { asked: Question }) {
	const words = consoleWords[language.value];
	const { counter } = seat;
	const close = () => {
		work.asking.value = null;
		work.say(null);
	};
	const look = (number: string) => {
		work.asking.value = { about: "ticket", number };
	};
	const away = seat.away ? words.off.away : null;
	/** Whoever was meant has left the counter meanwhile. */
	const goneFromHere = ({ id, number, state }: Held) =>
		away ??
		((state === "called" || state === "serving") && counter.current?.id !== id
			? words.gone(number)
			: null);
	switch (asked.about) {
		case "closing":
			return (
				<CloseQuestion
					number={asked.ticket.number}
					mayMiss={(counter.current ?? asked.ticket).state === "called"}
					busy={work.busy.value || seat.away}
					refusal={work.notice.value?.text ?? null}
					onAnswer={(current) =>
						void work.answer({ path: "close", body: { current, ifCurrent: asked.ticket.id } }, null)
					}
					onCancel={close}
				/>
			);
		case "handing-over":
			return <HandOver counter={counter} sessions={sessions} onCancel={close} />;
		case "pausing":
			return (
				<ReasonQuestion
					words={words.pausing}
					name="pause"
					needed={false}
					gone={away}
					work={work}
					onAnswer={(reason) =>
						work.answer({ path: "pause", body: reason === null ? {} : { reason } }, null)
					}
					onCancel={close}
				/>
			);
		case "parking": {
			const { id, number } = asked.ticket;
			return (
				<ReasonQuestion
					words={{ ...words.parking, title: words.parking.title(number) }}
					name={`park:${id}`}
					needed={false}
					gone={goneFromHere(asked.ticket)}
					work={work}
					onAnswer={(reason) =>
						work.answer(
							{ path: "park", body: { ticketId: id, ...(reason !== null && { reason }) } },
							{ did: "park", number },
						)
					}
					onCancel={close}
				/>
			);
		}
		case "calling": {
			const { id, number } = asked.ticket;
			return (
				<ReasonQuestion
					words={{
						...words.calling,
						title: words.calling.title(number),
						hint: [
							counter.serving.includes(asked.ticket.serviceId)
								? words.calling.hint
								: words.calling.notHere,
							counter.current && words.calling.ends(counter.current.number),
						]
							.filter((one) => one !== null)
							.join(" "),
					}}
					name={`call:${id}`}
					needed
					gone={away}
					work={work}
					onAnswer={(reason) =>
						work.answer(
							{
								path: "call",
								body: {
									ticketId: id,
									ifCurrent: counter.current?.id ?? null,
									...(reason !== null && { reason }),
								},
							},
							{ did: "call", number },
						)
					}
					onCancel={close}
				/>
			);
		}
		case "transferring":
			return (
				<TransferQuestion
					ticket={asked.ticket}
					counters={counters}
					office={office}
					work={work}
					gone={goneFromHere(asked.ticket)}
					onCancel={close}
				/>
			);
		case "services":
			return (
				<ServicesQuestion
					counter={counter}
					office={office}
					work={work}
					gone={away}
					onCancel={close}
				/>
			);
		case "keys":
			return <Help seat={seat} onCancel={close} />;
		case "whole-line":
			return <WholeLine seat={seat} rows={rows} office={office} onLook={look} onCancel={close} />;
		case "finding":
			return <FindForm onFind={look} onCancel={close} />;
		case "issuing":
			return (
				office && (
					<IssueForm
						counter={counter}
						office={office}
						away={seat.away}
						onSessionOver={sessions.over}
						onCancel={close}
					/>
				)
			);
		case "ticket":
			return (
				<TicketSheet
					number={asked.number}
					rows={rows}
					seat={seat}
					office={office}
					work={work}
					onCancel={close}
				/>
			);
	}
}
