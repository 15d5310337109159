import { signal, useComputed, useSignal } from "@preact/signals";
import { ChevronDown, ChevronUp } from "lucide";
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { HallView } from "../../protocol/hall.ts";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { runningClock } from "../console/clock.ts";
import { ChangeCounter } from "./change-counter.tsx";
import type { Decide } from "./hall-page.tsx";

export interface HallCountersProps {
	counters: readonly StaffCounterRow[];
	officers: HallView["officers"];
	office: OfficeView;
	busy: boolean;
	decide: Decide;
}

/** Each counter as it is now, and what a supervisor changes about it in place of whoever sits there. */
export function HallCounters({ counters, officers, office, busy, decide }: HallCountersProps) {
	const words = supervisingWords[language.value].live;
	const picked = useSignal<string | null>(null);
	/** A counter that stands as it stood is not drawn again: there may be a hundred. */
	const drawn = useRef(new Map<string, { of: readonly unknown[]; tile: VNode }>());
	useEffect(keepSeconds, []);

	function tileOf(counter: StaffCounterRow): VNode {
		const { id } = counter;
		const isPicked = picked.value === id;
		const of = [counter, office, language.value, isPicked];
		const before = drawn.current.get(id);
		// What is open stands on more than its counter.
		if (before && !isPicked && before.of.every((one, index) => one === of[index])) {
			return before.tile;
		}
		const isHeld = ({ username }: { username: string }) =>
			counters.some(({ officer }) => officer?.username === username);
		const tile = (
			<Tile
				key={id}
				counter={counter}
				office={office}
				isPicked={isPicked}
				onPick={() => {
					picked.value = picked.value === id ? null : id;
				}}
			>
				{isPicked && (
					<ChangeCounter
						// Somebody else there, or nobody, is another matter.
						key={counter.officer?.username ?? ""}
						counter={counter}
						free={officers.filter((officer) => !isHeld(officer))}
						office={office}
						busy={busy}
						decide={decide}
					/>
				)}
			</Tile>
		);
		drawn.current.set(id, { of, tile });
		return tile;
	}

	return (
		<section class="panel" aria-labelledby="hall-counters">
			<h2 id="hall-counters">{words.counters}</h2>
			<ul class="hall-counters">{counters.map(tileOf)}</ul>
		</section>
	);
}

interface TileProps {
	counter: StaffCounterRow;
	office: OfficeView;
	isPicked: boolean;
	onPick: () => void;
	children: ComponentChildren;
}

function Tile({ counter, office, isPicked, onPick, children }: TileProps) {
	const words = supervisingWords[language.value].live;
	const { id, label, status, officer, serving, since } = counter;
	return (
		<li class="hall-counter" data-counter={id} data-status={status}>
			<button
				type="button"
				class="hall-counter-head"
				aria-label={words.edit(label)}
				aria-expanded={isPicked}
				onClick={onPick}
			>
				<strong>{staffWords[language.value].counter(label)}</strong>
				<span class="hall-counter-who">{officer?.name ?? ""}</span>
				<span class={`hall-counter-now is-${standingOf(counter)}`}>{nowInWords(counter)}</span>
				<span class="hall-counter-since">
					{since !== null && status !== "closed" && (
						<Since key={since} sinceMs={Date.parse(since)} />
					)}
				</span>
				<span class="soft">{serving.map((one) => prefixOf(one, office)).join(" ")}</span>
				<span class="hall-counter-press">
					{isPicked ? words.leave : words.press}
					<Icon node={isPicked ? ChevronUp : ChevronDown} />
				</span>
			</button>
			{children}
		</li>
	);
}

/** The moment, for everything that runs by the second. */
const secondMs = signal(Date.now());

function keepSeconds(): () => void {
	secondMs.value = Date.now();
	const timer = setInterval(() => {
		secondMs.value = Date.now();
	}, 1_000);
	return () => clearInterval(timer);
}

/** A running clock that draws nothing but its own text. */
function Since({ sinceMs }: { sinceMs: number }) {
	const text = useComputed(() => runningClock(secondMs.value - sinceMs));
	return <>{text}</>;
}

type Standing = "closed" | "paused" | "free" | "called" | "serving";

function standingOf({ status, current }: StaffCounterRow): Standing {
	if (current !== null) return current.state === "serving" ? "serving" : "called";
	return status === "open" ? "free" : status;
}

function nowInWords(counter: StaffCounterRow): string {
	const words = supervisingWords[language.value].live;
	const standing = standingOf(counter);
	const { current, status, pausedFor } = counter;
	const resting = staffWords[language.value].status.paused;
	const paused = pausedFor === null ? resting : `${resting}: ${pausedFor}`;
	if (current !== null) {
		const who = words[standing === "serving" ? "serving" : "called"](current.number);
		return status === "paused" ? `${who} · ${paused}` : who;
	}
	if (standing === "paused") return paused;
	return standing === "free" ? words.free : words.closed;
}

function prefixOf(serviceId: string, office: OfficeView): string {
	return office.services.find(({ id }) => id === serviceId)?.prefix ?? serviceId;
}
