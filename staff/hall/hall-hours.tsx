import { type Signal, useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { HallView } from "../../protocol/hall.ts";
import { type OfficeView, type Period, weekdays } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { partsOf } from "../../words/numbers.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { TextField } from "../text-field.tsx";
import { type ReadHours, readHours } from "../typed-hours.ts";
import type { Decide } from "./hall-page.tsx";

export interface HallHoursProps {
	hours: HallView["hours"];
	office: OfficeView;
	busy: boolean;
	decide: Decide;
	/** What was typed cannot be, and is not asked for: what was said of the act before is over. */
	onRefused: () => void;
}

/** Moves today's hours: a late opening, an early closing, or none at all. */
export function HallHours({ hours, office, busy, decide, onRefused }: HallHoursProps) {
	const words = supervisingWords[language.value];
	const [morning, afternoon] = hours?.periods ?? usualToday(office);
	const [morningFrom, morningTo] = [useSignal(morning?.from ?? ""), useSignal(morning?.to ?? "")];
	const [afternoonFrom, afternoonTo] = [
		useSignal(afternoon?.from ?? ""),
		useSignal(afternoon?.to ?? ""),
	];
	const holds = hours?.reason ?? null;
	const holdsAs = holds === null ? "" : inLanguage(holds, language.value);
	const reason = useSignal(holdsAs);
	const refusal = useSignal<string | null>(null);
	const path = "/api/hall/hours";
	const why = () => {
		const typed = reason.value.trim();
		if (typed === "") return {};
		// What nobody has changed stays as it is, in the other language too.
		return { reason: holds !== null && typed === holdsAs ? holds : { vi: typed } };
	};

	const move: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const read = readHours([
			{ from: morningFrom.value, to: morningTo.value },
			{ from: afternoonFrom.value, to: afternoonTo.value },
		]);
		refusal.value = read.ok ? null : faultInWords(read);
		if (read.ok) void decide(path, { periods: read.periods, ...why() }, words.done);
		else onRefused();
	};

	return (
		<section class="panel" aria-labelledby="hall-hours">
			<h2 id="hall-hours">{words.hours}</h2>
			<form class="form" onSubmit={move}>
				<p>{hoursInWords(hours, office)}</p>
				<Half name={words.morning} from={morningFrom} to={morningTo} />
				<Half name={words.afternoon} from={afternoonFrom} to={afternoonTo} />
				<p class="soft">{words.hoursHint}</p>
				<TextField label={words.reason} value={reason} hint={words.shownWithHours} />
				<div role="alert">
					{refusal.value !== null && <p class="notice is-wrong">{refusal.value}</p>}
				</div>
				<div class="hall-acts">
					<button type="submit" class="button" disabled={busy}>
						{words.moveHours}
					</button>
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => {
							refusal.value = null;
							void decide(path, { periods: [], ...why() }, words.done);
						}}
					>
						{words.closeToday}
					</button>
					{hours !== null && (
						<button
							type="button"
							class="button"
							disabled={busy}
							onClick={() => void decide(path, { periods: "usual" }, words.done)}
						>
							{words.backToUsual}
						</button>
					)}
				</div>
			</form>
		</section>
	);
}

/** What the office file says of this weekday; where it says nothing, the hours that most offices have. */
function usualToday({ hours, timeZone }: OfficeView): readonly Period[] {
	const { weekday } = partsOf(new Date().toISOString(), timeZone);
	const today = weekdays.find((one) => one === weekday.toLowerCase());
	const periods = hours !== "always" && today ? (hours[today] ?? []) : [];
	return periods.length > 0 ? periods : officeHours;
}

const officeHours: readonly Period[] = [
	{ from: "07:30", to: "11:30" },
	{ from: "13:30", to: "17:00" },
];

function Half({ name, from, to }: { name: string; from: Signal<string>; to: Signal<string> }) {
	const words = supervisingWords[language.value];
	return (
		<fieldset class="roles hall-half">
			<legend>{name}</legend>
			<TextField type="time" label={words.from} value={from} />
			<TextField type="time" label={words.to} value={to} />
		</fieldset>
	);
}

function faultInWords(fault: Exclude<ReadHours, { ok: true }>): string {
	const words = supervisingWords[language.value];
	switch (fault.why) {
		case "unread-time":
			return words.unreadTime(fault.typed);
		case "half-period":
			return words.halfPeriod(fault.half === 0 ? words.morning : words.afternoon);
		case "ends-first":
			return words.endsFirst(fault.from, fault.to);
		case "no-periods":
			return words.noPeriods;
	}
}

function hoursInWords(hours: HallView["hours"], office: OfficeView): string {
	const words = supervisingWords[language.value];
	if (hours === null) return office.hours === "always" ? words.alwaysOpen : words.usualHours;
	const { periods, reason } = hours;
	const what =
		periods.length === 0
			? words.closedToday
			: `${words.movedHours(periods.map(({ from, to }) => `${from}–${to}`).join(", "))}.`;
	return reason ? `${what} ${inLanguage(reason, language.value)}` : what;
}
