import { useComputed, useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { StaffCounterRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { NextAnswer, QueuePlace } from "../../protocol/staff.ts";
import { keptTexts } from "../../ui/kept-text.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import type { Address } from "../address.ts";
import type { Sessions } from "../session.ts";
import type { StaffLive } from "../staff-live.ts";
import { asidesOf, linesOf, waitingIn } from "../view.ts";
import { ActButton } from "./act-button.tsx";
import { type Action, actions } from "./actions.ts";
import { ActsBar } from "./acts-bar.tsx";
import { tellArrivals } from "./arrival.ts";
import { Head } from "./head.tsx";
import { keepFocus } from "./keep-focus.ts";
import { keepFresh } from "./keep-fresh.ts";
import { ofKey } from "./keys.ts";
import { Lines } from "./lines.tsx";
import { Papers } from "./papers.tsx";
import { Person } from "./person.tsx";
import { Questions } from "./questions.tsx";
import type { Seat } from "./seat.ts";
import { sender } from "./send.ts";
import { isSoundOn, ring, setSound } from "./sound.ts";
import { keepWork } from "./work.ts";

export interface ConsoleProps {
	counter: StaffCounterRow;
	live: StaffLive;
	office: OfficeView | null;
	address: Address;
	sessions: Sessions;
}

/** What was done last at each counter, for whoever loads the page anew. */
const keptUndo = keptTexts("undo", () => sessionStorage);

/** What the hub says where it has not told how long it sets back what was done last. */
const usualUndoSeconds = 15;

/** One counter at work: who is here, what can be done, who comes next. */
export function Console({ counter, live, office, address, sessions }: ConsoleProps) {
	const rows = live.rows.value;
	const isAway = live.state.value !== "live";
	const isStopped = rows.hall?.kind === "hall" && rows.hall.stopped !== null;
	/** As it stands now, also for what comes after a wait. */
	const latest = useRef<Omit<Seat, "undoable">>({ counter, stopped: isStopped, away: isAway });
	latest.current = { counter, stopped: isStopped, away: isAway };
	const undoSeconds = useRef(usualUndoSeconds);
	undoSeconds.current = office?.undoSeconds ?? usualUndoSeconds;
	const work = useMemo(() => {
		const kept = keepWork({
			seat: () => ({ ...latest.current, undoable: kept.undoable.value }),
			send: sender(),
			undoMs: () => undoSeconds.current * 1_000,
			kept: {
				read: () => keptUndo.read(counter.id),
				keep: (text) => keptUndo.keep(counter.id, text),
			},
			onSessionOver: sessions.over,
			onMachine: (name) => {
				if (name !== "sound") return;
				setSound(!isSoundOn.value);
				const { help } = consoleWords[language.value];
				kept.say({ kind: "calm", text: isSoundOn.value ? help.soundOn : help.soundOff });
			},
		});
		return kept;
	}, [sessions]);
	useEffect(() => work.stop, [work]);
	useEffect(() => keepFocus(work.busy), [work]);
	const seat: Seat = { ...latest.current, undoable: work.undoable.value };

	// What was said of a request that got no answer is over when the hub is back: the rows tell what became of it.
	useSignalEffect(() => {
		if (live.state.value === "live") work.say(null);
	});
	// So is what was refused because the hall was stopped, once it goes on.
	useEffect(() => {
		if (!isStopped) work.say(null);
	}, [isStopped, work]);

	// Before the console is painted: a key counts from the moment its button is seen.
	useLayoutEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			if (work.asking.value) return;
			const action = ofKey(actions, event);
			if (!action) return;
			event.preventDefault();
			void work.press(action);
		}
		addEventListener("keydown", onKeyDown);
		return () => removeEventListener("keydown", onKeyDown);
	});

	const next = useNext(counter.id, live);
	const lines = linesOf(rows, counter);
	const served = lines.filter(({ id }) => counter.serving.includes(id));
	const look = (number: string) => {
		work.say(null);
		work.asking.value = { about: "ticket", number };
	};
	const buttons = (group: Action["group"]) =>
		actions
			.filter((action) => action.group === group)
			.map((action) => <ActButton key={action.name} action={action} seat={seat} work={work} />);
	return (
		<main
			class="console"
			tabIndex={-1}
			data-status={counter.status}
			data-away={isAway ? "yes" : "no"}
		>
			<Head seat={seat} work={work} office={office} address={address} />
			<Person
				counter={counter}
				office={office}
				waiting={waitingIn(served)}
				next={next?.number ?? null}
				why={work.why.value}
				onLook={look}
			/>
			<div class="console-middle">
				{counter.current && <Papers ticket={counter.current} />}
				<aside class="console-side">
					<div class="side-acts">{buttons("list")}</div>
					<Lines
						counter={counter}
						rows={rows}
						lines={lines}
						asides={asidesOf(rows, counter)}
						office={office}
						next={next?.id ?? null}
						acts={buttons("line")}
						onLook={look}
					/>
				</aside>
			</div>
			<ActsBar seat={seat} work={work} />
			<Questions
				seat={seat}
				rows={rows}
				counters={live.counters.value}
				office={office}
				sessions={sessions}
				work={work}
			/>
		</main>
	);
}

/** Whom this counter would call now; tells the officer when somebody comes to wait at a free one. */
function useNext(counterId: string, live: StaffLive): QueuePlace | null {
	/** What whom it calls hangs on; null while it calls nobody. */
	const stamp = useComputed(() => {
		const counter = live.counters.value.find(({ id }) => id === counterId);
		const { hall } = live.rows.value;
		const isStopped = hall?.kind === "hall" && hall.stopped !== null;
		if (counter?.status !== "open" || isStopped) return null;
		if (live.state.value !== "live") return null;
		const lines = linesOf(live.rows.value, counter).map((line) => line.next.map(({ id }) => id));
		return JSON.stringify([counter.serving, counter.current?.id, lines]);
	});
	const path = `/api/counters/${encodeURIComponent(counterId)}/next`;
	const here = useMemo(() => keepFresh<NextAnswer>(path, () => stamp.value), [path, stamp]);
	const next = useComputed(() => here.now.value?.next ?? null);
	useEffect(() => here.stop, [here]);
	useEffect(
		() =>
			tellArrivals(
				() => {
					const counter = live.counters.value.find(({ id }) => id === counterId);
					return {
						isFree: stamp.value !== null && counter?.current === null,
						somebodyWaits: next.value !== null,
					};
				},
				() => consoleWords[language.value].somebodyCame(1),
				ring,
			),
		[counterId, live, next, stamp],
	);
	return next.value;
}
