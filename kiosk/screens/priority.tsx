import "./choices.css";
import { LoaderCircle, TriangleAlert } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import { office } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import type { Screen } from "../state.ts";
import { language, state, words } from "../store.ts";
import { takeTicket } from "../take-ticket.ts";
import { Late } from "./number.tsx";

/** The last question before the number: each answer takes it. */
export function Priority({ at }: { at: Extract<Screen, { name: "priority" }> }) {
	const { order } = state.value;
	const busy = order.state === "under-way";
	const service = office.value?.services.find(({ id }) => id === at.serviceId);
	const take = (priorityClass: string | null) =>
		takeTicket({ serviceId: at.serviceId, procedureCode: at.procedureCode, priorityClass });
	return (
		<div class="screen screen-paged">
			<div class="screen-head">
				{service !== undefined && (
					<p class="for-service">
						<span class="prefix">{service.prefix}</span>
						<span>
							{words.value.forService} <strong>{inLanguage(service.name, language.value)}</strong>
						</span>
					</p>
				)}
				<h1>{words.value.priorityTitle}</h1>
				<p>{words.value.priorityHint}</p>
				<NoPaper />
			</div>
			<Pager words={words.value} name={words.value.priorityTitle}>
				{service?.servedToday === false && <Late />}
				{order.state === "refused" && (
					<div class="notice notice-wrong" role="alert">
						<Icon node={TriangleAlert} />
						<div>
							<strong>{words.value.notTaken}</strong>
							<p>{order.detail ?? words.value.notTakenUnheard}</p>
						</div>
					</div>
				)}
				{busy && (
					<div class="notice" role="status">
						<span class="spinning">
							<Icon node={LoaderCircle} />
						</span>
						<strong>{words.value.taking}</strong>
					</div>
				)}
				<ul class="choices choices-few">
					<li>
						<button
							type="button"
							class="button button-primary button-choice choice"
							disabled={busy}
							onClick={() => take(null)}
						>
							<strong>{words.value.noPriority}</strong>
						</button>
					</li>
					{office.value?.priorityClasses.map(({ id, name }) => (
						<li key={id}>
							<button
								type="button"
								class="button button-choice choice"
								disabled={busy}
								onClick={() => take(id)}
							>
								<strong>{inLanguage(name, language.value)}</strong>
							</button>
						</li>
					))}
				</ul>
			</Pager>
		</div>
	);
}
