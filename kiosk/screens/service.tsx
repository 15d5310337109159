import "./choices.css";
import type { OfficeService } from "../../protocol/office.ts";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import { againInWords, shutInWords } from "../../words/opening.ts";
import { numbersLeft, office, waitingFor } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import { dispatch, language, words } from "../store.ts";

/** What the number is for: one large button a service, with how many people wait there. */
export function ServiceChoice() {
	const { services, timeZone } = office.value ?? { services: [], timeZone: "UTC" };
	return (
		<div class="screen screen-paged">
			<div class="screen-head">
				<h1>{words.value.chooseService}</h1>
				<p>{words.value.chooseServiceHint}</p>
				<NoPaper />
			</div>
			<Pager words={words.value} name={words.value.chooseService}>
				<ul class="choices choices-few">
					{services.map((service) => (
						<li key={service.id}>
							<button
								type="button"
								class="button button-choice choice"
								disabled={!service.open}
								onClick={() =>
									dispatch({
										type: "open",
										screen: { name: "priority", serviceId: service.id, procedureCode: null },
									})
								}
							>
								<span class="prefix">{service.prefix}</span>
								<span class="choice-words">
									<strong>{inLanguage(service.name, language.value)}</strong>
									{service.open ? (
										<Standing service={service} />
									) : (
										<Shut service={service} timeZone={timeZone} />
									)}
								</span>
							</button>
						</li>
					))}
				</ul>
			</Pager>
		</div>
	);
}

/** How many wait, how many numbers are left, and whether it may be too late. */
function Standing({ service }: { service: OfficeService }) {
	const waiting = waitingFor(service.id);
	const left = numbersLeft(service);
	const said = [
		...(waiting === null ? [] : [words.value.waiting(waiting)]),
		...(left === null ? [] : [words.value.quotaLeft(left)]),
	];
	return (
		<>
			{said.length > 0 && <span>{said.join(" · ")}</span>}
			{service.servedToday === false && (
				<span class="choice-care">{words.value.maybeNotServed}</span>
			)}
		</>
	);
}

/** Why there are no numbers; and when again, where the office as a whole does not say so already. */
function Shut({ service, timeZone }: { service: OfficeService; timeZone: string }) {
	const { shut, reason, next } = service;
	if (shut === null) return null;
	return (
		<>
			<span>{shutInWords(shut, reason, language.value)}</span>
			{next !== null && (
				<span>{againInWords(next, new Date().toISOString(), timeZone, language.value)}</span>
			)}
		</>
	);
}
