import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Rows, StaffCounterRow, StaffRow, StaffTicket } from "../protocol/live.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { PrintJob } from "../protocol/printing.ts";
import type { LeftBehind } from "../protocol/staff.ts";
import { language } from "../ui/language.ts";
import type { LiveState } from "../ui/live.ts";
import { staffWords } from "../words/staff.ts";
import { type Action, actions } from "./actions.ts";
import type { Address } from "./address.ts";
import { CloseQuestion } from "./close-question.tsx";
import { HandOver } from "./hand-over.tsx";
import { actionOfKey } from "./keys.ts";
import { Lines } from "./lines.tsx";
import { Person } from "./person.tsx";
import { isStillMeant, newPress, type Press } from "./press.ts";
import { followPrint, notPrinted } from "./print-outcome.ts";
import { refusalIn } from "./refusal.ts";
import { sender } from "./send.ts";
import type { Sessions } from "./session.ts";
import { linesOf, waitingIn } from "./view.ts";

export interface ConsoleProps {
	counter: StaffCounterRow;
	rows: Rows<StaffRow>;
	/** How the live view is connected. */
	connection: LiveState;
	office: OfficeView | null;
	address: Address;
	sessions: Sessions;
}

/** Who is at the counter. */
function ticketAt({ current }: StaffCounterRow): string | null {
	return current?.id ?? null;
}

/** One counter at work: who is here, what can be done, who comes next. */
export function Console(props: ConsoleProps) {
	const { counter, rows, connection, office, address, sessions } = props;
	const words = staffWords[language.value];
	const lines = linesOf(rows, counter);
	const send = useMemo(sender, []);
	const busy = useSignal(false);
	const last = useSignal<Press | null>(null);
	/** The counter as it stands now, also for what comes after a wait. */
	const latest = useRef(counter);
	latest.current = counter;
	/** A press during a request, and whom the officer saw at it: nothing is ever done to somebody else. */
	const kept = useRef<{ action: Action; atMs: number; ticketId: string | null } | null>(null);
	const isGone = useRef(false);
	useEffect(
		() => () => {
			isGone.current = true;
		},
		[],
	);
	const notice = useSignal<{ wrong: boolean; text: string } | null>(null);
	/** What the officer is asked: about whom when the counter closes, or who takes it. */
	const asking = useSignal<
		{ about: "closing"; ticket: StaffTicket } | { about: "handing-over" } | null
	>(null);

	async function press(action: Action): Promise<void> {
		const nowMs = performance.now();
		if (busy.value) {
			kept.current = { action, atMs: nowMs, ticketId: ticketAt(latest.current) };
			return;
		}
		if (!action.guard(latest.current)) return;
		const { current } = latest.current;
		if (current && action.asks?.(latest.current)) {
			asking.value = { about: "closing", ticket: current };
			notice.value = null;
			return;
		}
		const counts = newPress(last.value, action.name, nowMs);
		if (!counts) return;
		last.value = counts;
		busy.value = true;
		notice.value = null;
		const seen = latest.current;
		const got = await send(seen, action.perform(seen));
		busy.value = false;
		const next = kept.current;
		kept.current = null;
		if (!got.ok && got.status === 401) sessions.over();
		else if (!got.ok) {
			const text =
				action.name === "print" && seen.current
					? notPrinted(seen.current.number, got)
					: refusalIn(got, staffWords[language.value]);
			notice.value = { wrong: true, text };
		} else if (got.value.print && seen.current) {
			tellPrint(seen.current.number, got.value.print);
		} else if (action.name === "call-next" && got.value.ticket === null) {
			notice.value = { wrong: false, text: staffWords[language.value].nobodyWaits };
		} else if (next && next.ticketId === ticketAt(latest.current)) {
			const meant = { name: next.action.name, atMs: next.atMs };
			if (isStillMeant(meant, counts, performance.now())) void press(next.action);
		}
	}

	/** Says what becomes of a slip, until something else is said here. */
	function tellPrint(number: string, print: PrintJob): void {
		let said: (typeof notice)["value"] = null;
		void followPrint(number, print, ({ wrong, text }) => {
			if (isGone.current || (said !== null && notice.value !== said)) return false;
			said = { wrong, text };
			notice.value = said;
			return true;
		});
	}

	async function printAgain({ id, number }: StaffTicket): Promise<void> {
		if (busy.value) return;
		busy.value = true;
		notice.value = null;
		const got = await send(latest.current, { path: "print", body: {}, ticketId: id });
		busy.value = false;
		if (got.ok && got.value.print) tellPrint(number, got.value.print);
		else if (!got.ok && got.status === 401) sessions.over();
		else if (!got.ok) {
			notice.value = { wrong: true, text: notPrinted(number, got) };
		}
	}

	/** Closes with the officer's word for the very person they were asked about. */
	async function close(current: LeftBehind, ticket: StaffTicket): Promise<void> {
		if (busy.value) return;
		busy.value = true;
		const got = await send(latest.current, {
			path: "close",
			body: { current, ifCurrent: ticket.id },
		});
		busy.value = false;
		asking.value = null;
		if (got.ok) return;
		if (got.status === 401) sessions.over();
		else notice.value = { wrong: true, text: refusalIn(got, staffWords[language.value]) };
	}

	// What was said of a request that got no answer is over when the hub is back: the rows tell what became of it.
	useEffect(() => {
		if (connection === "live") notice.value = null;
	}, [connection, notice]);

	// So is what was refused because the hall was stopped, once it goes on.
	const isStopped = rows.hall?.kind === "hall" && rows.hall.stopped !== null;
	useEffect(() => {
		if (!isStopped) notice.value = null;
	}, [isStopped, notice]);

	// Before the console is painted: a key counts from the moment its button is seen.
	useLayoutEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			if (asking.value) return;
			const action = actionOfKey(actions, event);
			if (!action) return;
			event.preventDefault();
			void press(action);
		}
		addEventListener("keydown", onKeyDown);
		return () => removeEventListener("keydown", onKeyDown);
	});

	const answerFor = (ticket: StaffTicket) => (current: LeftBehind) => void close(current, ticket);
	const stopAsking = () => {
		asking.value = null;
	};
	const buttons = (group: Action["group"]) =>
		actions
			.filter((action) => action.group === group)
			.map((action) => (
				<ActionButton
					key={action.name}
					action={action}
					disabled={busy.value || !action.guard(counter)}
					onPress={press}
				/>
			));

	return (
		<main class="console" data-status={counter.status}>
			<div class="console-head">
				<h1>{words.counter(counter.label)}</h1>
				<p class={`status is-${counter.status}`}>{words.status[counter.status]}</p>
				<div class="console-counter">
					{buttons("counter")}
					<button
						type="button"
						class="button"
						onClick={() => {
							asking.value = { about: "handing-over" };
						}}
					>
						{words.handOver}
					</button>
					<button
						type="button"
						class="button button-quiet"
						onClick={() => address.go({ counterId: null })}
					>
						{words.otherCounter}
					</button>
				</div>
			</div>
			<div class="console-work">
				<Person counter={counter} lines={lines} office={office} waiting={waitingIn(lines)} />
				<div class="console-acts">
					{buttons("main")}
					<div class="console-person">{buttons("person")}</div>
					<div class="console-aside">{buttons("aside")}</div>
				</div>
				<p
					class={notice.value?.wrong ? "notice is-wrong" : "notice is-calm"}
					role="status"
					data-empty={notice.value === null ? "yes" : "no"}
				>
					{notice.value?.text}
				</p>
			</div>
			<Lines lines={lines} office={office} busy={busy.value} onPrint={printAgain} />
			{asking.value?.about === "closing" && (
				<CloseQuestion
					number={asking.value.ticket.number}
					mayMiss={asking.value.ticket.state === "called"}
					busy={busy.value}
					refusal={null}
					onAnswer={answerFor(asking.value.ticket)}
					onCancel={stopAsking}
				/>
			)}
			{asking.value?.about === "handing-over" && (
				<HandOver counter={counter} sessions={sessions} onCancel={stopAsking} />
			)}
		</main>
	);
}

interface ActionButtonProps {
	action: Action;
	disabled: boolean;
	onPress: (action: Action) => Promise<void>;
}

function ActionButton({ action, disabled, onPress }: ActionButtonProps) {
	const { name, label, key, group } = action;
	const text = label(staffWords[language.value]);
	return (
		<button
			type="button"
			class={group === "main" ? "button button-primary" : "button"}
			data-action={name}
			// The key is said by aria-keyshortcuts: in the name it would be read as a letter of the word.
			aria-label={text}
			aria-keyshortcuts={key}
			disabled={disabled}
			onClick={() => void onPress(action)}
		>
			<span>{text}</span>
			<kbd>{key}</kbd>
		</button>
	);
}
