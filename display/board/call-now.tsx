import { displayWords } from "../../words/display.ts";
import type { LitCall, Spotlight } from "./spotlight.ts";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;

export interface CallNowProps {
	/** The call in the spotlight, or, when that is dark, the newest. */
	call: LitCall | null;
	lit: Spotlight["now"];
	/** Whether the hub has said anything yet: without its word "nobody was called" would be a guess. */
	known: boolean;
}

/** The call now: the largest thing in the room. */
export function CallNow({ call, lit, known }: CallNowProps) {
	if (!call) return <NoCalls known={known} />;
	const { number, counterLabel } = call;
	return (
		<section class={lit ? "call-now is-lit" : "call-now"} aria-live="assertive" aria-atomic="true">
			{/* A new key draws the element anew: the flashing of a recall starts from its beginning. */}
			<div class="call-flash" key={lit ? `${number} ${lit.sinceMs}` : "calm"} />
			<p class="call-invite">{words.invite}</p>
			<p class={number.length > 5 ? "call-number is-long" : "call-number"}>{number}</p>
			<p class="call-counter">
				{words.goTo} <strong>{counterLabel}</strong>
			</p>
			<p class="call-english" lang="en">
				{wordsEn.call(number, counterLabel)}
			</p>
		</section>
	);
}

function NoCalls({ known }: { known: boolean }) {
	return (
		<section class="call-now is-empty">
			{known && (
				<>
					<p class="call-none">{words.noCalls}</p>
					<p class="call-none-hint">{words.noCallsHint}</p>
					<p class="call-english" lang="en">
						{wordsEn.noCalls}
					</p>
				</>
			)}
		</section>
	);
}
