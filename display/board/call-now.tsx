import { displayWords } from "../../words/display.ts";
import type { LitCall, Spotlight } from "./spotlight.ts";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;

export interface CallNowProps {
	/** The call in the spotlight, or, when that is dark, the newest whose number is still at a counter. */
	call: LitCall | null;
	lit: Spotlight["now"];
	/** Whether the hub has said anything yet: without its word "nobody was called" would be a guess. */
	known: boolean;
	/** Whether others have been called before today. */
	before: boolean;
}

/** The call now: the largest thing in the room. */
export function CallNow({ call, lit, known, before }: CallNowProps) {
	if (!call) return <NoCalls known={known} before={before} />;
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

function NoCalls({ known, before }: { known: boolean; before: boolean }) {
	const [title, english] = before
		? [words.noCallNow, wordsEn.noCallNow]
		: [words.noCalls, wordsEn.noCalls];
	return (
		<section class="call-now is-empty">
			{known && (
				<>
					<p class="call-none">{title}</p>
					{!before && <p class="call-none-hint">{words.noCallsHint}</p>}
					<p class="call-english" lang="en">
						{english}
					</p>
				</>
			)}
		</section>
	);
}
