import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { OctagonPause, WifiOff } from "lucide";
import { useEffect, useMemo } from "preact/hooks";
import type { Clock } from "../protocol/health.ts";
import type { Rows, StaffRow } from "../protocol/live.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { connectLive, type LiveState } from "../ui/live.ts";
import { inLanguage } from "../words/language.ts";
import { staffWords } from "../words/staff.ts";
import { supervisingWords } from "../words/supervising.ts";
import { ClockAlarm } from "./clock-alarm.tsx";
import { Console } from "./console.tsx";
import { CounterChoice } from "./counter-choice.tsx";
import type { PageProps } from "./pages.ts";
import { countersOf, isHeldBy } from "./view.ts";

/** A signed-in officer: at the counter that the address names and the officer holds, or choosing one. */
export function Desk({ session, sessions, address, office }: PageProps) {
	const { username } = session.account;
	const clock = useSignal<Clock | null>(null);
	const live = useMemo(
		() =>
			connectLive<StaffRow>({
				view: "staff",
				onStatus: (status) => {
					if (status.topic === "clock") clock.value = status;
				},
			}),
		[clock],
	);
	useEffect(() => live.close, [live]);
	useSignalEffect(() => {
		if (live.refusal.value?.startsWith("session/")) void sessions.check();
	});

	const counters = useComputed(() => countersOf(live.rows.value));
	const held = useComputed(() => {
		const { counterId } = address.place.value;
		const counter = counters.value.find(({ id }) => id === counterId);
		return counter && isHeldBy(counter, username) ? counter : null;
	});
	/** What became of a counter that was this officer's a moment ago. */
	const lost = useSignal<string | null>(null);
	const before = useSignal<string | null>(null);
	useSignalEffect(() => {
		if (live.state.value === "connecting") return;
		if (held.value) {
			before.value = held.value.id;
			lost.value = null;
			return;
		}
		const counter = counters.value.find(({ id }) => id === before.peek());
		before.value = null;
		if (!counter || counter.id !== address.place.value.counterId) return;
		const words = staffWords[language.value];
		lost.value = counter.officer
			? words.takenFromYou(counter.label, counter.officer.name)
			: words.closedMeanwhile(counter.label);
	});
	// A page opened without a counter leads straight to the one that the officer already holds.
	const settled = useSignal(false);
	useSignalEffect(() => {
		if (settled.value || live.state.value !== "live") return;
		settled.value = true;
		const own = counters.value.filter((counter) => isHeldBy(counter, username));
		const [only] = own;
		if (address.place.peek().counterId === null && only && own.length === 1) {
			address.go({ counterId: only.id });
		}
	});

	return (
		<>
			<Trouble state={live.state.value} />
			<Stopped rows={live.rows.value} />
			<ClockAlarm clock={clock.value} account={session.account} />
			{held.value ? (
				<Console
					key={held.value.id}
					counter={held.value}
					rows={live.rows.value}
					connection={live.state.value}
					office={office.value}
					address={address}
					sessions={sessions}
				/>
			) : (
				<CounterChoice
					counters={counters.value}
					known={live.state.value !== "connecting"}
					username={username}
					lost={lost.value}
					address={address}
					onSessionOver={sessions.over}
				/>
			)}
		</>
	);
}

/** Nobody can be called: officers are told before they press. */
function Stopped({ rows: { hall } }: { rows: Rows<StaffRow> }) {
	if (hall?.kind !== "hall" || hall.stopped === null) return null;
	const { reason, note } = hall.stopped;
	const words = supervisingWords[language.value];
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={OctagonPause} />
			<p>
				<strong>{words.deskStopped}</strong> {words.reasons[reason]}.{" "}
				{note && <>{inLanguage(note, language.value)} </>}
				{words.deskStoppedHint}
			</p>
		</div>
	);
}

function Trouble({ state }: { state: LiveState }) {
	const words = staffWords[language.value];
	if (state !== "stale") return null;
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{words.stale}</strong> {words.staleHint}
			</p>
		</div>
	);
}
