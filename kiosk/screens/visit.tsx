import "./choices.css";
import { Check } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { office } from "../office.ts";
import { dispatch, parts, words } from "../store.ts";
import { ServiceTile } from "./service-tile.tsx";

/** What else is to be done in the same visit: the number goes on from counter to counter by itself. */
export function VisitChoice({ serviceId }: { serviceId: string }) {
	const said = words.value.queue;
	const visit = parts.visit.value;
	const others = office.value?.services.filter(({ id }) => id !== serviceId) ?? [];
	return (
		<div class="screen screen-paged">
			<div class="screen-head">
				<h1>{said.alsoTitle}</h1>
				<p>{said.alsoHint}</p>
			</div>
			<Pager
				words={words.value}
				name={said.alsoTitle}
				action={
					<button
						type="button"
						class="button button-primary"
						onClick={() => dispatch({ type: "back" })}
					>
						<Icon node={Check} />
						{said.alsoDone}
					</button>
				}
			>
				<ul class="choices service-tiles">
					{others.map((service) => (
						<li key={service.id}>
							<ServiceTile
								service={service}
								chosen={visit.includes(service.id)}
								onChoose={() => dispatch({ type: "visit-toggled", serviceId: service.id })}
							/>
						</li>
					))}
				</ul>
			</Pager>
		</div>
	);
}
