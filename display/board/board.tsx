import type { ReadonlySignal } from "@preact/signals";
import { WifiOff } from "lucide";
import type { BoardRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { WaitRange } from "../../protocol/tickets.ts";
import { HallStopped } from "../../ui/hall-stopped.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Live } from "../../ui/live.ts";
import type { PairingShown } from "../../ui/pairing.ts";
import { PairingScreen } from "../../ui/pairing-screen.tsx";
import type { BoardWords } from "../../words/display.ts";
import { inLanguage } from "../../words/language.ts";
import { date, time } from "../../words/numbers.ts";
import { CallNow } from "./call-now.tsx";
import { Calls } from "./calls.tsx";
import { Counters } from "./counters.tsx";
import { hoursNotice } from "./hours-notice.ts";
import { InSecond } from "./said-twice.tsx";
import { type Said, type Setup, saidBy } from "./setup.ts";
import { Slides } from "./slides.tsx";
import type { LitCall, Spotlight } from "./spotlight.ts";
import { stripsOf } from "./strip.ts";
import { Ticker } from "./ticker.tsx";
import { type BoardView, boardView, isAtCounter, isWaitedFor } from "./view.ts";
import { WaitingLines } from "./waiting-lines.tsx";

export interface BoardProps {
	live: Live<BoardRow>;
	/** What stands here instead while the hub does not let this board in. */
	pairing: ReadonlySignal<PairingShown | null>;
	/** What it is let in as. */
	place: string;
	office: ReadonlySignal<OfficeView | null>;
	setup: ReadonlySignal<Setup>;
	spotlight: ReadonlySignal<Spotlight["now"]>;
	/** How long somebody waits for a service who comes now; null where nothing honest can be said. */
	waitOf(serviceId: string): WaitRange;
	/** Milliseconds since 1970, second by second. */
	nowMs: ReadonlySignal<number>;
	/** Whether the screen stands upright. */
	isTall: ReadonlySignal<boolean>;
}

/** The lobby's board. The same thing always stands in the same place; what changes is what is said there. */
export function Board(props: BoardProps) {
	const { live, pairing, place, office } = props;
	if (pairing.value !== null) return <PairingScreen shown={pairing} screen="board" place={place} />;
	const setup = props.setup.value;
	const said = saidBy(setup);
	const nowMs = props.nowMs.value;
	const isTall = props.isTall.value;
	const view = boardView(live.rows.value, setup);
	const { calls, counters, services, stopped, hours } = view;
	// Nothing is lit on a board that may be wrong.
	const lit = live.state.value === "stale" ? null : props.spotlight.value;
	const call = lit?.call ?? newestOpen(view);
	const strips = stripsOf(counters.length, services.length, isTall);
	return (
		<div class={`board is-${strips.fill}`} data-state={live.state.value}>
			<Head office={office.value} said={said} nowMs={nowMs} />
			<Trouble live={live} said={said} />
			{stopped ? (
				<HallStopped stopped={stopped} />
			) : (
				<main>
					<div class="board-main">
						<CallNow
							call={call}
							lit={lit}
							isLast={call?.isLast === true && isWaitedFor(counters)(call.number)}
							known={live.state.value !== "connecting"}
							before={calls.length > 0}
							said={said}
							arrows={setup.arrows}
						/>
						<div class="board-side">
							<Calls calls={calls} shown={call?.number ?? null} said={said} setup={setup} />
							<Slides
								slides={setup.slides}
								said={said}
								nowMs={nowMs}
								isTall={isTall}
								mayCover={lit === null}
							/>
						</div>
					</div>
					<Counters counters={counters} strip={strips.counters} said={said} nowMs={nowMs} />
					<WaitingLines
						services={services}
						waitOf={props.waitOf}
						strip={strips.services}
						said={said}
						nowMs={nowMs}
					/>
				</main>
			)}
			<Ticker
				notices={[...hoursNotice(hours), ...setup.ticker]}
				said={said}
				nowMs={nowMs}
				isTall={isTall}
			/>
		</div>
	);
}

/** The last call that nobody has come for yet; where they all have, the last whose number is still at a counter. */
function newestOpen({ calls, counters }: BoardView): LitCall | null {
	const isCalled = isWaitedFor(counters);
	const isOpen = isAtCounter(counters);
	const newest =
		calls.find(({ number }) => isCalled(number)) ?? calls.find(({ number }) => isOpen(number));
	if (!newest) return null;
	const { number, counter, callCount, isLastCall: isLast = false } = newest;
	return { number, counterId: counter.id, counterLabel: counter.label, callCount, isLast };
}

interface HeadProps {
	office: OfficeView | null;
	said: Said;
	nowMs: number;
}

function Head({ office, said, nowMs }: HeadProps) {
	const timeZone = office?.timeZone ?? "Asia/Ho_Chi_Minh";
	const now = new Date(nowMs).toISOString();
	const locale = said.language === "vi" ? "vi-VN" : "en-GB";
	const weekday = new Date(nowMs).toLocaleDateString(locale, { weekday: "long", timeZone });
	const { second } = said;
	return (
		<header class="board-head">
			<div class="board-office" data-fit="0.5">
				<h1>{office ? said.name(office.name) : said.words.title}</h1>
				{second !== null && (
					<p lang={second.language}>
						{office ? inLanguage(office.name, second.language) : second.words.title}
					</p>
				)}
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
function Trouble({ live, said }: { live: Live<BoardRow>; said: Said }) {
	if (live.state.value === "live") return null;
	const what =
		live.refusal.value !== null
			? "refused"
			: live.state.value === "connecting"
				? "connecting"
				: "stale";
	// The other two say what to do, or are over in a moment.
	const sayTrouble = (words: BoardWords) =>
		what === "stale" ? `${words.stale}. ${words.askStaff}` : words[what];
	return (
		<div class="board-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{sayTrouble(said.words)}</strong>
				<InSecond said={said}>{sayTrouble}</InSecond>
			</p>
		</div>
	);
}
