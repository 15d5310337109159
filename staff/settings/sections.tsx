import type { ComponentType } from "preact";
import { Boards, Slides, Ticker } from "./board-sections.tsx";
import { Calling, Tickets } from "./calling-sections.tsx";
import { YesNoLine } from "./chosen-fields.tsx";
import { Holidays, Hours, LastTicket, WorkingDays } from "./day-sections.tsx";
import { FaultLine } from "./line.tsx";
import { Counters, PriorityClasses, Services } from "./service-sections.tsx";
import { NamesFields } from "./typed-fields.tsx";
import { Voice } from "./voice-section.tsx";

/** The sections of the office file, in the order in which an office is set up; each says how it is filled in. */
export const sections: Readonly<Record<string, ComponentType>> = {
	name: () => <NamesFields path={["name"]} optional={false} />,
	hours: Hours,
	holidays: Holidays,
	workingDays: WorkingDays,
	lastTicket: LastTicket,
	services: Services,
	counters: Counters,
	priorityClasses: PriorityClasses,
	calling: Calling,
	tickets: Tickets,
	boards: Boards,
	slides: Slides,
	ticker: Ticker,
	voice: Voice,
	paper: Paper,
};

function Paper() {
	return (
		<>
			<NamesFields path={["paper", "header"]} optional />
			<NamesFields path={["paper", "footer"]} optional />
			<YesNoLine path={["paper", "qr"]} usual={true} />
			<FaultLine path={["paper", "logo"]} />
		</>
	);
}
