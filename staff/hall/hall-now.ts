import type { ReadonlySignal } from "@preact/signals";
import type { HallView } from "../../protocol/hall.ts";
import type { Answer } from "../../ui/api.ts";
import { type AskedAgain, askAgainAndAgain } from "../asked-again.ts";

export interface FollowedHall extends Pick<AskedAgain<HallView>, "stale" | "stop"> {
	/** As the hub last told it; null before it has. */
	hall: ReadonlySignal<HallView | null>;
	/** Decides something, and looks at what has come of it. */
	decide(path: string, body: object): Promise<Answer<unknown>>;
}

/** Others decide too, and numbers go out. */
const everyMs = 3_000;

/** Asks how the hall stands again and again, for as long as somebody looks. */
export function followHall(onSessionOver: () => void): FollowedHall {
	const asked = askAgainAndAgain<HallView>("/api/hall", everyMs, onSessionOver);
	void asked.ask();
	return { hall: asked.now, stale: asked.stale, decide: asked.send, stop: asked.stop };
}
