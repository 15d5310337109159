import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { HallView } from "../protocol/hall.ts";
import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { inLanguage } from "../words/language.ts";
import { shutInWords } from "../words/opening.ts";
import { supervisingWords } from "../words/supervising.ts";
import type { Decide } from "./hall-page.tsx";
import { TextField } from "./text-field.tsx";

type Service = HallView["services"][number];

export interface HallServicesProps {
	services: readonly Service[];
	office: OfficeView;
	busy: boolean;
	decide: Decide;
}

/** Every service: how many numbers it has given, whether it gives more, and a way to change that. */
export function HallServices({ services, office, busy, decide }: HallServicesProps) {
	const words = supervisingWords[language.value];
	const picked = useSignal<string | null>(null);
	return (
		<section class="panel" aria-labelledby="hall-services">
			<h2 id="hall-services">{words.services}</h2>
			<ul class="hall-services">
				{services.map((service) => {
					const named = office.services.find(({ id }) => id === service.id);
					const name = named ? inLanguage(named.name, language.value) : service.id;
					const isPicked = picked.value === service.id;
					return (
						<li key={service.id} class="hall-service" data-service={service.id}>
							<span class="line-prefix">{named?.prefix}</span>
							<strong class="hall-service-name">{name}</strong>
							<span>{given(service)}</span>
							<span class={service.now.open ? "soft" : "hall-shut"}>
								{service.now.shut
									? shutInWords(service.now.shut, service.now.reason, language.value)
									: words.open}
							</span>
							<button
								type="button"
								class="button"
								aria-label={words.editOf(name)}
								aria-expanded={isPicked}
								onClick={() => {
									picked.value = isPicked ? null : service.id;
								}}
							>
								{isPicked ? words.close : words.edit}
							</button>
							{isPicked && (
								// What stands in the form is what holds: a quota that changes is taken in.
								<Change
									key={String(service.numbers)}
									service={service}
									busy={busy}
									decide={decide}
								/>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function given({ issued, numbers }: Service): string {
	const words = supervisingWords[language.value];
	return numbers === null ? words.given(issued) : words.givenOf(issued, numbers);
}

interface ChangeProps {
	service: Service;
	busy: boolean;
	decide: Decide;
}

function Change({ service: { id, closed, numbers }, busy, decide }: ChangeProps) {
	const words = supervisingWords[language.value];
	const quota = useSignal(numbers === null ? "" : String(numbers));
	const reason = useSignal("");
	const path = `/api/services/${encodeURIComponent(id)}`;
	const save: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const set = quota.value.trim() === "" ? "none" : Number(quota.value);
		void decide(`${path}/quota`, { quota: set }, words.done);
	};
	const close: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		const said = reason.value.trim();
		const [act, body] = closed
			? ["open", {}]
			: ["close", said === "" ? {} : { reason: { vi: said } }];
		if (await decide(`${path}/${act}`, body, words.done)) reason.value = "";
	};
	return (
		<div class="hall-change page-columns">
			<form class="form" onSubmit={save}>
				<TextField type="number" label={words.quota} value={quota} hint={words.quotaHint} />
				<div class="hall-acts">
					<button type="submit" class="button" disabled={busy}>
						{words.save}
					</button>
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => void decide(`${path}/quota`, { quota: "usual" }, words.done)}
					>
						{words.usualQuota}
					</button>
				</div>
			</form>
			<form class="form" onSubmit={close}>
				{!closed && <TextField label={words.reason} value={reason} hint={words.shownOnKiosks} />}
				<div class="hall-acts">
					<button type="submit" class="button" disabled={busy}>
						{closed ? words.openService : words.closeService}
					</button>
				</div>
			</form>
		</div>
	);
}
