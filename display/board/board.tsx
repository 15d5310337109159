import type { ReadonlySignal } from "@preact/signals";
import { WifiOff } from "lucide";
import type { BoardRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { HallStopped } from "../../ui/hall-stopped.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Live } from "../../ui/live.ts";
import type { PairingShown } from "../../ui/pairing.ts";
import { PairingScreen } from "../../ui/pairing-screen.tsx";
import { displayWords } from "../../words/display.ts";
import { date, time } from "../../words/numbers.ts";
import { CallNow } from "./call-now.tsx";
import { Calls } from "./calls.tsx";
import { isCrowded } from "./columns.ts";
import { Counters } from "./counters.tsx";
import type { Spotlight } from "./spotlight.ts";
import { boardView, isAtCounter } from "./view.ts";
import { WaitingLines } from "./waiting-lines.tsx";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;

export interface BoardProps {
	live: Live<BoardRow>;
	/** What stands here instead while the hub does not let this board in. */
	pairing: ReadonlySignal<PairingShown | null>;
	/** What it is let in as. */
	place: string;
	office: ReadonlySignal<OfficeView | null>;
	spotlight: ReadonlySignal<Spotlight["now"]>;
	now: ReadonlySignal<string>;
}

/** The lobby's board. The same thing always stands in the same place; what changes is what is said there. */
export function Board({ live, pairing, place, office, spotlight, now }: BoardProps) {
	if (pairing.value !== null) return <PairingScreen shown={pairing} screen="board" place={place} />;
	const { calls, counters, services, stopped } = boardView(live.rows.value);
	// Nothing is lit on a board that may be wrong.
	const lit = live.state.value === "stale" ? null : spotlight.value;
	const newest = calls.find(({ number }) => isAtCounter(counters)(number));
	const call =
		lit?.call ??
		(newest
			? {
					number: newest.number,
					counterLabel: newest.counter.label,
					callCount: newest.callCount,
				}
			: null);
	return (
		<div
			class={isCrowded(counters.length, services.length) ? "board is-crowded" : "board"}
			data-state={live.state.value}
		>
			<Head office={office.value} now={now.value} />
			<Trouble live={live} />
			{stopped ? (
				<HallStopped stopped={stopped} />
			) : (
				<main>
					<div class="board-main">
						<CallNow
							call={call}
							lit={lit}
							known={live.state.value !== "connecting"}
							before={calls.length > 0}
						/>
						<Calls calls={calls} shown={call?.number ?? null} />
					</div>
					<Counters counters={counters} />
					<WaitingLines services={services} />
				</main>
			)}
		</div>
	);
}

function Head({ office, now }: { office: OfficeView | null; now: string }) {
	const timeZone = office?.timeZone ?? "Asia/Ho_Chi_Minh";
	const weekday = new Date(now).toLocaleDateString("vi-VN", { weekday: "long", timeZone });
	return (
		<header class="board-head">
			<div class="board-office">
				<h1>{office?.name.vi ?? words.title}</h1>
				<p lang="en">{office?.name.en ?? wordsEn.title}</p>
			</div>
			<p class="board-clock">
				<span class="board-day">
					{weekday}
					<br />
					{date(now, timeZone)}
				</span>
				<time>{time(now, timeZone)}</time>
			</p>
		</header>
	);
}

/** Lies over the head, so that nothing else moves from its place. */
function Trouble({ live }: { live: Live<BoardRow> }) {
	if (live.state.value === "live") return null;
	const [title, hint] =
		live.refusal.value !== null
			? [words.refused, wordsEn.refused]
			: live.state.value === "connecting"
				? [words.connecting, wordsEn.connecting]
				: [words.stale, wordsEn.stale];
	return (
		<div class="board-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{title}</strong>
				<span lang="en">{hint}</span>
			</p>
		</div>
	);
}
