import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { HallView } from "../../protocol/hall.ts";
import type { Rows, StaffRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { shutInWords } from "../../words/opening.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { useNow } from "../console/clock.ts";
import { TextField } from "../text-field.tsx";
import { minutesSince, numberOfOldest, oldestIn } from "./alerts.ts";
import type { Decide } from "./hall-page.tsx";

type Service = HallView["services"][number];

export interface HallServicesProps {
	services: readonly Service[];
	rows: Rows<StaffRow>;
	office: OfficeView;
	busy: boolean;
	decide: Decide;
	/** What was typed cannot be, and is not asked for: what was said of the act before is over. */
	onRefused: () => void;
}

/** Every service: how many numbers it has given, whether it gives more, and a way to change that. */
export function HallServices({
	services,
	rows,
	office,
	busy,
	decide,
	onRefused,
}: HallServicesProps) {
	const words = supervisingWords[language.value];
	const picked = useSignal<string | null>(null);
	const now = useNow(10_000);
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
							<span>
								{inLine(service, rows, now)}
								<small class="soft"> {given(service)}</small>
							</span>
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
									onRefused={onRefused}
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
	onRefused: () => void;
}

function Change({ service, busy, decide, onRefused }: ChangeProps) {
	const { id, closed, numbers, issued } = service;
	const words = supervisingWords[language.value];
	const quota = useSignal(numbers === null ? "" : String(numbers));
	const refusal = useSignal<string | null>(null);
	const reason = useSignal("");
	const path = `/api/services/${encodeURIComponent(id)}`;
	const save: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		const set = quota.value.trim() === "" ? "none" : Number(quota.value);
		const isRight = set === "none" || (Number.isInteger(set) && set >= 0 && set <= mostNumbers);
		refusal.value = isRight ? null : words.unreadQuota;
		if (!isRight) {
			onRefused();
			return;
		}
		const isOver = set !== "none" && issued >= set;
		const done = isOver ? words.noMoreToday(issued, set) : words.done;
		void decide(`${path}/quota`, { quota: set }, done);
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
			<form class="form" noValidate onSubmit={save}>
				<TextField
					type="number"
					label={words.quota}
					value={quota}
					hint={words.quotaHint}
					fault={refusal.value}
				/>
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

/** What the hub takes. */
const mostNumbers = 100_000;

/** "12 người chờ · lâu nhất A007, 25 phút · người đến bây giờ chờ khoảng 15–20 phút". */
function inLine({ id, wait }: Service, rows: Rows<StaffRow>, nowMs: number): string {
	const words = supervisingWords[language.value].live;
	const row = rows[`service:${id}`];
	const waiting = row?.kind === "service" ? row.waiting : 0;
	const said = [
		words.waiting(waiting),
		waiting > 0 && words.longest(numberOfOldest(rows, id), minutesSince(oldestIn(rows, id), nowMs)),
		wait !== null && words.range(wait.lowMin, wait.highMin),
	].filter((one) => one !== false);
	return said.join(" · ");
}
