import type { ReadonlySignal } from "@preact/signals";
import { WifiOff } from "lucide";
import type { CounterRow, CounterScreenRow } from "../../protocol/live.ts";
import { HallStopped } from "../../ui/hall-stopped.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Live } from "../../ui/live.ts";
import type { PairingShown } from "../../ui/pairing.ts";
import { PairingScreen } from "../../ui/pairing-screen.tsx";
import { bareLabel } from "../../words/counter-name.ts";
import { displayWords } from "../../words/display.ts";
import { inLanguage } from "../../words/language.ts";

const { board: boardWords, counter: words } = displayWords.vi;
const { board: boardWordsEn, counter: wordsEn } = displayWords.en;

export interface CounterScreenProps {
	live: Live<CounterRow>;
	pairing: ReadonlySignal<PairingShown | null>;
	counterId: string;
	/** The event whose call is lit now; null while none is. */
	litAt: ReadonlySignal<number | null>;
}

/** The small screen over a counter: which it is, whom it serves, and who is next. Read from the seats before it. */
export function CounterScreen({ live, pairing, counterId, litAt }: CounterScreenProps) {
	if (pairing.value !== null) {
		return <PairingScreen shown={pairing} screen="counter" place={counterId} />;
	}
	const { hall, screen } = live.rows.value;
	const stopped = hall?.kind === "hall" ? hall.stopped : null;
	const state = live.state.value;
	// Nothing is lit on a screen that may be wrong.
	const lit = state === "live" ? litAt.value : null;
	return (
		<div class="counter-screen" data-state={state}>
			<Trouble live={live} counterId={counterId} />
			{stopped ? (
				<HallStopped stopped={stopped} />
			) : (
				screen?.kind === "screen" && <Counter row={screen} lit={lit} />
			)}
		</div>
	);
}

function Counter({ row, lit }: { row: CounterScreenRow; lit: number | null }) {
	const { label, status, services, next } = row;
	const all = row.current ? [row.current.serviceName] : services;
	const shown = all.length > mostLines ? all.slice(0, mostLines - 1) : all;
	const others = all.length - shown.length;
	return (
		<main data-status={status}>
			<header class="counter-head">
				<h1 data-fit="0.35">
					<span class="counter-word">
						{words.counter(label)} <span lang="en">{wordsEn.counter(label)}</span>
					</span>
					<strong class="counter-label">{bareLabel(label)}</strong>
				</h1>
				<ul>
					{shown.map((name) => (
						<li key={name.vi}>
							{name.vi} <span lang="en">{inLanguage(name, "en")}</span>
						</li>
					))}
					{others > 0 && (
						<li>
							{words.moreServices(others)} <span lang="en">{wordsEn.moreServices(others)}</span>
						</li>
					)}
				</ul>
			</header>
			<Now row={row} lit={lit} />
			{/* While the counter calls, its line keeps its room, so that nothing jumps when there is nobody next. */}
			{status === "open" && (
				<p class="counter-next">
					{next !== null && (
						<>
							{words.next} <span lang="en">{wordsEn.next}</span> <strong>{next}</strong>
						</>
					)}
				</p>
			)}
		</main>
	);
}

/** More would be read by nobody from a seat. */
const mostLines = 3;

function Now({ row: { status, current }, lit }: { row: CounterScreenRow; lit: number | null }) {
	if (current) {
		const isLast = current.isLastCall === true;
		const said = isLast ? "lastCall" : current.state === "called" ? "called" : "serving";
		return (
			<section
				class={lit === null ? "counter-now" : "counter-now is-lit"}
				aria-live="assertive"
				data-fit="0.5"
			>
				{/* A new key draws it anew: the flashing of a recall starts from its beginning. */}
				<div class="flash" key={lit ?? "calm"} />
				<p class={isLast ? "counter-said is-last" : "counter-said"}>
					{words[said]} <span lang="en">{wordsEn[said]}</span>
				</p>
				<p class={current.number.length > 5 ? "counter-number is-long" : "counter-number"}>
					{current.number}
				</p>
			</section>
		);
	}
	const said = status === "open" ? "free" : status;
	const hint = status === "open" ? "freeHint" : status === "paused" ? "pausedHint" : null;
	return (
		<section class={`counter-now is-${status}`} data-fit="0.5">
			<p class="counter-standing">
				{words[said]} <span lang="en">{wordsEn[said]}</span>
			</p>
			{hint !== null && (
				<p class="counter-hint">
					{words[hint]} <span lang="en">{wordsEn[hint]}</span>
				</p>
			)}
		</section>
	);
}

function Trouble({ live, counterId }: { live: Live<CounterRow>; counterId: string }) {
	const state = live.state.value;
	if (state === "live") return null;
	const refusal = live.refusal.value;
	const [vi, en] =
		refusal === "counter/unknown"
			? [words.unknown(counterId), wordsEn.unknown(counterId)]
			: refusal !== null
				? [boardWords.refused, boardWordsEn.refused]
				: state === "connecting"
					? [boardWords.connecting, boardWordsEn.connecting]
					: [
							`${boardWords.stale}. ${boardWords.askStaff}`,
							`${boardWordsEn.stale}. ${boardWordsEn.askStaff}`,
						];
	return (
		<div class="counter-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{vi}</strong> <span lang="en">{en}</span>
			</p>
		</div>
	);
}
