import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Change } from "../../protocol/live.ts";
import {
	dark,
	follow,
	keepOpen,
	type LitCall,
	light,
	type Spotlight,
	turn,
	turnsAt,
} from "./spotlight.ts";

/**
 * Runs the spotlight on the browser's steady clock, which no change of the time of day disturbs.
 * @param saying the call that is heard: it has the light for as long as that takes; null while the voice is silent
 */
export function lightAsTheyCome(saying: ReadonlySignal<SaidCall | null>): {
	lit: ReadonlySignal<Spotlight["now"]>;
	take(change: Change): void;
	/** Lets go of calls whose number is at no counter any more. */
	keepOpen(isOpen: (number: string) => boolean): void;
} {
	const lit = signal<Spotlight["now"]>(null);
	let spotlight = dark;
	let timer: ReturnType<typeof setTimeout> | undefined;
	effect(() => {
		const heard = saying.value;
		untracked(() =>
			show(heard === null ? spotlight : follow(spotlight, litOf(heard), performance.now())),
		);
	});

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
				saying.value !== null,
			),
		);
	}

	function show(next: Spotlight): void {
		spotlight = next;
		lit.value = spotlight.now;
		clearTimeout(timer);
		const dueMs = turnsAt(spotlight);
		// The end of what is heard comes here again.
		if (dueMs === null || saying.peek() !== null) return;
		timer = setTimeout(
			() => show(turn(spotlight, performance.now())),
			Math.max(0, dueMs - performance.now()),
		);
	}
}

type SaidCall = Pick<LitCall, "number" | "counterId" | "counterLabel" | "callCount"> & {
	isLast?: boolean;
};

function litOf({ number, counterId, counterLabel, callCount, isLast = false }: SaidCall): LitCall {
	return { number, counterId, counterLabel, callCount, isLast };
}
