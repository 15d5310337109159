import "./choices.css";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import { office, waitingFor } from "../office.ts";
import { dispatch, language, words } from "../store.ts";

/** What the number is for: one large button a service, with how many people wait there. */
export function ServiceChoice() {
	const services = office.value?.services ?? [];
	return (
		<div class="screen screen-paged">
			<div class="screen-head">
				<h1>{words.value.chooseService}</h1>
				<p>{words.value.chooseServiceHint}</p>
			</div>
			<Pager words={words.value} name={words.value.chooseService}>
				<ul class="choices choices-few">
					{services.map(({ id, prefix, name, open }) => {
						const waiting = waitingFor(id);
						return (
							<li key={id}>
								<button
									type="button"
									class="button button-choice choice"
									disabled={!open}
									onClick={() =>
										dispatch({
											type: "open",
											screen: { name: "priority", serviceId: id, procedureCode: null },
										})
									}
								>
									<span class="prefix">{prefix}</span>
									<span class="choice-words">
										<strong>{inLanguage(name, language.value)}</strong>
										{!open && <span>{words.value.serviceShut}</span>}
										{open && waiting !== null && <span>{words.value.waiting(waiting)}</span>}
									</span>
								</button>
							</li>
						);
					})}
				</ul>
			</Pager>
		</div>
	);
}
