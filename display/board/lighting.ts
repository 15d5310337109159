import { type ReadonlySignal, signal } from "@preact/signals";
import type { Change } from "../../protocol/live.ts";
import { dark, keepOpen, light, type Spotlight, turn, turnsAt } from "./spotlight.ts";

/** Runs the spotlight on the browser's steady clock, which no change of the time of day disturbs. */
export function lightAsTheyCome(): {
	lit: ReadonlySignal<Spotlight["now"]>;
	take(change: Change): void;
	/** Lets go of calls whose number is at no counter any more. */
	keepOpen(isOpen: (number: string) => boolean): void;
} {
	const lit = signal<Spotlight["now"]>(null);
	let spotlight = dark;
	let timer: ReturnType<typeof setTimeout> | undefined;

	return {
		lit,
		take,
		keepOpen: (isOpen) => show(keepOpen(spotlight, isOpen, performance.now())),
	};

	function take(change: Change): void {
		const { type, ticket, counter, callCount, isLastCall } = change;
		if (type !== "called" || !ticket || !counter) return;
		show(
			light(
				spotlight,
				{
					number: ticket.number,
					counterId: counter.id,
					counterLabel: counter.label,
					callCount: callCount ?? 1,
					isLast: isLastCall ?? false,
				},
				performance.now(),
			),
		);
	}

	function show(next: Spotlight): void {
		spotlight = next;
		lit.value = spotlight.now;
		clearTimeout(timer);
		const dueMs = turnsAt(spotlight);
		if (dueMs === null) return;
		timer = setTimeout(
			() => show(turn(spotlight, performance.now())),
			Math.max(0, dueMs - performance.now()),
		);
	}
}
