import { computed, type ReadonlySignal } from "@preact/signals";
import type { BoardCounterRow, Change } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { SpokenCall } from "./announcement.ts";
import { type Announcer, createAnnouncer } from "./announcer.ts";
import type { Player } from "./player.ts";
import { createWebAudioPlayer } from "./web-audio-player.ts";

/** A call as it is announced, and where its counter is. */
export interface CallToCounter extends SpokenCall {
	counterId: string;
}

/** The voice of a board. */
export interface CallVoice {
	readonly sound: Announcer["sound"];
	/** The call that is heard; null while nothing sounds. */
	readonly saying: Announcer<CallToCounter>["saying"];
	/** Announces it where it is a call. */
	take(change: Change): void;
	/**
	 * Drops calls that wait to be said and whose people are at the counter or gone.
	 * @param holds whether calls hold at all: not on a board that may be wrong, and not while the hall is stopped
	 */
	keepCalled(counters: readonly BoardCounterRow[], holds: boolean): void;
}

/** @param office says how calls are announced, once it has answered */
export function speakCalls(
	office: ReadonlySignal<Pick<OfficeView, "voice" | "timeZone"> | null>,
	player: Player = createWebAudioPlayer(),
): CallVoice {
	const settings = computed(() => {
		const { value } = office;
		return value && { ...value.voice, timeZone: value.timeZone };
	});
	const announcer = createAnnouncer<CallToCounter>(player, settings, Date.now);
	return {
		sound: announcer.sound,
		saying: announcer.saying,
		take({ type, ticket, counter, callCount = 1, isLastCall = false }) {
			if (type !== "called" || !ticket || !counter) return;
			announcer.announce({
				number: ticket.number,
				counterId: counter.id,
				counterLabel: counter.label,
				callCount,
				isLast: isLastCall,
			});
		},
		keepCalled(counters, holds) {
			const called = new Set(
				counters.flatMap(({ current }) => (current?.state === "called" ? [current.number] : [])),
			);
			announcer.keepWanted(({ number }) => holds && called.has(number));
		},
	};
}
