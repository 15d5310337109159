import { signal, useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { HallView } from "../../protocol/hall.ts";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { ChoiceField } from "../choice-field.tsx";
import { CloseQuestion } from "../close-question.tsx";
import { runningClock } from "../console/clock.ts";
import { serviceName } from "../console/names.ts";
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
					<Manage
						// What is ticked is what is served: another choice meanwhile is taken in.
						key={`${counter.serving.join()} ${counter.officer?.username}`}
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

interface ManageProps extends Omit<HallCountersProps, "counters" | "officers"> {
	counter: StaffCounterRow;
	/** Officers who hold no counter. */
	free: HallView["officers"];
}

function Manage({ counter, free, office, busy, decide }: ManageProps) {
	const words = supervisingWords[language.value].live;
	const { id, label, status, current, services, serving } = counter;
	const chosen = useSignal<ReadonlySet<string>>(new Set(serving));
	const closing = useSignal(false);
	const of = `/api/hall/counters/${encodeURIComponent(id)}`;
	const giving = <Give label={label} path={`${of}/open`} free={free} busy={busy} decide={decide} />;
	if (status === "closed") {
		return (
			<div class="hall-change">
				<p class="soft">{words.nobodyHolds}</p>
				{giving}
			</div>
		);
	}
	const close = async (body: object) => {
		if (await decide(`${of}/close`, body, words.wasClosed(label))) closing.value = false;
	};
	return (
		<div class="hall-change">
			<div class="hall-acts">
				{status === "open" ? (
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => void decide(`${of}/pause`, {}, words.paused(label))}
					>
						{words.pause}
					</button>
				) : (
					<button
						type="button"
						class="button"
						disabled={busy}
						onClick={() => void decide(`${of}/open`, {}, words.reopened(label))}
					>
						{words.reopen}
					</button>
				)}
				<button
					type="button"
					class="button"
					disabled={busy}
					onClick={() => {
						if (current === null) void close({ ifCurrent: null });
						else closing.value = true;
					}}
				>
					{words.close}
				</button>
			</div>
			{services.length > 1 && (
				<fieldset class="roles">
					<legend>{words.serve}</legend>
					{services.map((one) => (
						<label key={one} class="hall-tick">
							<input
								type="checkbox"
								checked={chosen.value.has(one)}
								onChange={() => {
									const next = new Set(chosen.value);
									if (!next.delete(one)) next.add(one);
									chosen.value = next;
								}}
							/>
							{serviceName(one, office)}
						</label>
					))}
					{chosen.value.size === 0 && <p role="alert">{words.oneAtLeast}</p>}
					<button
						type="button"
						class="button"
						disabled={busy || chosen.value.size === 0}
						onClick={() => {
							const body = { services: services.filter((one) => chosen.value.has(one)) };
							void decide(`${of}/open`, body, words.servicesSaved(label));
						}}
					>
						{words.saveServices}
					</button>
				</fieldset>
			)}
			{giving}
			{closing.value && (
				<CloseQuestion
					number={current?.number ?? null}
					mayMiss={current?.state === "called"}
					busy={busy}
					refusal={null}
					onAnswer={(answer) => void close({ current: answer, ifCurrent: current?.id ?? null })}
					onCancel={() => {
						closing.value = false;
					}}
				/>
			)}
		</div>
	);
}

/** Gives a counter to an officer who has none: with whoever is called or served there, as when one takes over. */
function Give({
	label,
	path,
	free,
	busy,
	decide,
}: {
	label: string;
	path: string;
	free: HallView["officers"];
	busy: boolean;
	decide: Decide;
}) {
	const words = supervisingWords[language.value].live;
	const chosen = useSignal("");
	if (free.length === 0) return <p class="soft">{words.nobodyFree}</p>;
	const officer = free.find(({ username }) => username === chosen.value);
	return (
		<div class="hall-give">
			<ChoiceField
				label={words.give}
				value={chosen}
				choices={[
					{ value: "", text: words.choose },
					...free.map(({ username, name }) => ({ value: username, text: name })),
				]}
			/>
			<button
				type="button"
				class="button"
				disabled={busy || officer === undefined}
				onClick={() => {
					if (!officer) return;
					const { username, name } = officer;
					void decide(path, { officer: username }, words.given(label, name));
				}}
			>
				{words.giveIt}
			</button>
		</div>
	);
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
