import { useSignal, useSignalEffect } from "@preact/signals";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { staffWords } from "../../words/staff.ts";
import type { Address } from "../address.ts";
import { ActButton } from "./act-button.tsx";
import { actions } from "./actions.ts";
import type { Seat } from "./seat.ts";
import type { Work } from "./work.ts";

export interface HeadProps {
	seat: Seat;
	work: Work;
	office: OfficeView | null;
	address: Address;
}

/** Which counter this is, how it stands, and what is done with it. On a narrow screen the latter unfolds. */
export function Head({ seat, work, address }: HeadProps) {
	const words = staffWords[language.value];
	const { more, services } = consoleWords[language.value];
	const isOpen = useSignal(false);
	useSignalEffect(() => {
		if (!isOpen.value) return;
		const fold = ({ key }: KeyboardEvent) => {
			if (key === "Escape") isOpen.value = false;
		};
		addEventListener("keydown", fold);
		return () => removeEventListener("keydown", fold);
	});
	const { label, status, pausedFor, serving, services: all } = seat.counter;
	return (
		<div class="console-head" data-more={isOpen.value ? "open" : "folded"}>
			<h1>{words.counter(label)}</h1>
			<p class={`status is-${status}`}>
				{words.status[status]}
				{pausedFor !== null && <span>: {pausedFor}</span>}
			</p>
			{serving.length < all.length && (
				<p class="head-services">{services.some(serving.length, all.length)}</p>
			)}
			<button
				type="button"
				class="button head-more"
				aria-expanded={isOpen.value}
				onClick={() => {
					isOpen.value = !isOpen.value;
				}}
			>
				{more}
			</button>
			<div class="head-acts">
				{actions
					.filter(({ group, shown }) => group === "head" && (shown?.(seat) ?? true))
					.map((action) => (
						<ActButton key={action.name} action={action} seat={seat} work={work} />
					))}
				<button
					type="button"
					class="button button-quiet"
					onClick={() => address.go({ counterId: null })}
				>
					{words.otherCounter}
				</button>
			</div>
		</div>
	);
}
