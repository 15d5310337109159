import { bareLabel } from "../../words/counter-name.ts";
import { Arrow } from "./arrow.tsx";
import { InSecond } from "./said-twice.tsx";
import type { Said, Setup } from "./setup.ts";
import type { LitCall, Spotlight } from "./spotlight.ts";

export interface CallNowProps {
	/** The call in the spotlight, or, when that is dark, the newest whose number is still at a counter. */
	call: LitCall | null;
	lit: Spotlight["now"];
	/** Whether it is called for the last time and nobody has come yet. */
	isLast: boolean;
	/** Whether the hub has said anything yet: without its word "nobody was called" would be a guess. */
	known: boolean;
	/** Whether others have been called before today. */
	before: boolean;
	said: Said;
	arrows: Setup["arrows"];
}

/** The call now: the largest thing in the room. */
export function CallNow({ call, lit, isLast, known, before, said, arrows }: CallNowProps) {
	if (!call) return <NoCalls known={known} before={before} said={said} />;
	const { words } = said;
	const { number, counterId, counterLabel } = call;
	const label = bareLabel(counterLabel);
	return (
		<section class={lit ? "call-now is-lit" : "call-now"} aria-live="assertive" aria-atomic="true">
			{/* A new key draws the element anew: the flashing of a recall starts from its beginning. */}
			<div class="flash" key={lit ? `${number} ${lit.sinceMs}` : "calm"} />
			<p class={isLast ? "call-invite is-last" : "call-invite"}>
				{isLast ? words.lastCall : words.invite}
			</p>
			<p class={number.length > 5 ? "call-number is-long" : "call-number"}>{number}</p>
			<p class="call-counter" data-fit="0.4">
				<span>
					{words.goTo(counterLabel)}{" "}
					{/* A word is smaller than a number: it has more letters, and some of them reach below the line. */}
					<strong class={label.length > 3 ? "is-word" : undefined}>{label}</strong>
				</span>
				<Arrow way={arrows[counterId]} said={said} />
			</p>
			<p class="call-second" data-fit="0.6">
				<InSecond said={said}>
					{({ call, callLast }) => (isLast ? callLast : call)(number, counterLabel)}
				</InSecond>
			</p>
		</section>
	);
}

function NoCalls({ known, before, said }: Pick<CallNowProps, "known" | "before" | "said">) {
	const { words } = said;
	return (
		<section class="call-now is-empty">
			{known && (
				<>
					<p class="call-none">{before ? words.noCallNow : words.noCalls}</p>
					{!before && <p class="call-none-hint">{words.noCallsHint}</p>}
					<p class="call-second">
						<InSecond said={said}>
							{({ noCallNow, noCalls }) => (before ? noCallNow : noCalls)}
						</InSecond>
					</p>
				</>
			)}
		</section>
	);
}
