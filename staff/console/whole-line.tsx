import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Rows, StaffRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { QueueAnswer, QueuePlace } from "../../protocol/staff.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { inLanguage } from "../../words/language.ts";
import { staffWords } from "../../words/staff.ts";
import { Question } from "../question.tsx";
import { linesOf } from "../view.ts";
import { useNow } from "./clock.ts";
import { keepFresh } from "./keep-fresh.ts";
import { priorityName, serviceName } from "./names.ts";
import type { Seat } from "./seat.ts";
import { behindInWords } from "./standing.ts";

export interface WholeLineProps {
	seat: Seat;
	rows: Rows<StaffRow>;
	office: OfficeView | null;
	onLook: (number: string) => void;
	onCancel: () => void;
}

/** Everybody who waits for this counter, across its services, in the order in which it would call them, each with the reason. */
export function WholeLine({ seat, rows, office, onLook, onCancel }: WholeLineProps) {
	const words = consoleWords[language.value];
	const { counter, away } = seat;
	const minute = Math.floor(useNow(10_000) / 60_000);
	const stamp = useSignal("");
	const lines = linesOf(rows, counter).map(({ waiting, next }) => [waiting, next.map(idOf)]);
	const nowStamp = JSON.stringify([away, minute, counter.serving, counter.current?.id, lines]);
	useEffect(() => {
		stamp.value = nowStamp;
	}, [stamp, nowStamp]);
	const path = `/api/queue?counter=${encodeURIComponent(counter.id)}`;
	const fresh = useMemo(() => keepFresh<QueueAnswer>(path, () => stamp.value), [path, stamp]);
	useEffect(() => fresh.stop, [fresh]);
	const waiting = fresh.now.value?.waiting ?? null;
	return (
		<Question title={words.wholeLine.title(counter.label)} onCancel={onCancel} wide>
			<p class="soft" role="status">
				{waiting === null
					? away
						? words.off.away
						: words.wholeLine.loading
					: waiting.length === 0
						? words.nobodyWaits
						: words.lines.total(waiting.length)}
			</p>
			{waiting !== null && waiting.length > 0 && (
				<ol class="whole-line">
					{waiting.map((place, index) => (
						<li key={place.id}>
							<button type="button" class="place" onClick={() => onLook(place.number)}>
								<strong>{place.number}</strong>
								<span>
									{[
										serviceName(place.serviceId, office),
										...(place.priorityClass === null
											? []
											: [priorityName(place.priorityClass, office)]),
									].join(" · ")}
									<span class="whole-line-why soft">
										{whyThere(place, waiting[index - 1] ?? null)}
									</span>
								</span>
								<span class="place-waited">
									{staffWords[language.value].minutes(Math.floor(place.waitedMs / 60_000))}
								</span>
							</button>
						</li>
					))}
				</ol>
			)}
			<button type="button" class="button" onClick={onCancel}>
				{words.stay}
			</button>
		</Question>
	);
}

const idOf = ({ id }: { id: string }) => id;

/** Of those who stand there by the order of coming, after whom. */
function whyThere({ number, issuedAt, why }: QueuePlace, after: QueuePlace | null): string {
	if (why.rule !== "first-come" || after === null) return inLanguage(why.detail, language.value);
	const before = { ...after, rule: after.why.rule };
	return behindInWords({ number, issuedAt, rule: why.rule }, before, language.value);
}
