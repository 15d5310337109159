import "./choices.css";
import { Pager } from "../../ui/pager.tsx";
import { CutOff } from "../cut-off.tsx";
import { cutOff, office } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import { dispatch, words } from "../store.ts";
import { ServiceTile } from "./service-tile.tsx";

/** What the number is for: one large button a service, with how many people wait there. */
export function ServiceChoice() {
	return (
		<div class="screen screen-paged">
			<div class="screen-head">
				<h1>{words.value.chooseService}</h1>
				<p>{words.value.chooseServiceHint}</p>
				{cutOff.value ? <CutOff /> : <NoPaper />}
			</div>
			<Pager words={words.value} name={words.value.chooseService}>
				<ul class="choices service-tiles">
					{office.value?.services.map((service) => (
						<li key={service.id}>
							<ServiceTile
								service={service}
								disabled={cutOff.value}
								onChoose={() => chooseService(service.id)}
							/>
						</li>
					))}
				</ul>
			</Pager>
		</div>
	);
}

/** The way from a service to its number. */
export function chooseService(serviceId: string): void {
	dispatch({ type: "open", screen: { name: "priority", serviceId, procedureCode: null } });
}
