import type { OfficeService } from "../protocol/office.ts";
import { againInWords, shutInWords } from "../words/opening.ts";
import { numbersLeft, office, waitingFor, waitNow } from "./office.ts";
import { language, words } from "./store.ts";

/**
 * How many wait for a service and how long it will take, or why there are no numbers and when again. One line where that
 * does; what is not known is not said.
 */
export function ServiceStanding({ service }: { service: OfficeService }) {
	return service.open ? <Open service={service} /> : <Shut service={service} />;
}

function Open({ service }: { service: OfficeService }) {
	const waiting = waitingFor(service.id);
	const wait = waitNow(service.id, null);
	const left = numbersLeft(service);
	const said = [
		...(waiting === null ? [] : [["people", words.value.queue.people(waiting)]]),
		...(wait === null ? [] : [["wait", words.value.queue.minutes(wait.lowMin, wait.highMin)]]),
		...(left === null ? [] : [["left", words.value.quotaLeft(left)]]),
	];
	return (
		<>
			{said.length > 0 && (
				<span class="standing">
					{said.map(([what, text], at) => (
						<span key={what} class={`standing-${what}`}>
							{at > 0 && " · "}
							{text}
						</span>
					))}
				</span>
			)}
			{service.servedToday === false && (
				<span class="standing is-care">{words.value.maybeNotServed}</span>
			)}
		</>
	);
}

/** When again stands here only where the office as a whole does not say so already. */
function Shut({ service: { shut, reason, next } }: { service: OfficeService }) {
	if (shut === null) return null;
	const timeZone = office.value?.timeZone ?? "UTC";
	return (
		<>
			<span class="standing is-shut">{shutInWords(shut, reason, language.value)}</span>
			{next !== null && (
				<span class="standing">
					{againInWords(next, new Date().toISOString(), timeZone, language.value)}
				</span>
			)}
		</>
	);
}
