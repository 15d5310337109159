import "./service-tile.css";
import { Check } from "lucide";
import type { OfficeService } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { inLanguage } from "../../words/language.ts";
import { ServiceMark } from "../service-mark.tsx";
import { ServiceStanding } from "../service-standing.tsx";
import { language } from "../store.ts";

/**
 * A service that one may choose: its picture and letter, its name, and how its line stands. Where `chosen` is given it is
 * one of several, and may be taken back.
 */
export function ServiceTile({
	service,
	chosen,
	disabled = false,
	onChoose,
}: {
	service: OfficeService;
	chosen?: boolean;
	/** Besides where the service itself gives no numbers. */
	disabled?: boolean;
	onChoose: () => void;
}) {
	const { name, open } = service;
	return (
		<button
			type="button"
			class={
				chosen === true
					? "button button-choice service-tile is-chosen"
					: "button button-choice service-tile"
			}
			disabled={disabled || (!open && chosen !== true)}
			aria-pressed={chosen}
			onClick={onChoose}
		>
			<span class="service-mark">
				{chosen === true ? <Icon node={Check} /> : <ServiceMark service={service} />}
			</span>
			<span class="service-words">
				<strong>{inLanguage(name, language.value)}</strong>
				<ServiceStanding service={service} />
			</span>
		</button>
	);
}
