import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { language } from "../../ui/language.ts";
import { staffWords } from "../../words/staff.ts";
import { HallStopped } from "../hall/hall-stopped.tsx";
import type { PageProps } from "../pages.ts";
import { isHeldBy } from "../view.ts";
import { Console } from "./console.tsx";
import { CounterChoice } from "./counter-choice.tsx";

/** A signed-in officer: at the counter that the address names and the officer holds, or choosing one. */
export function Desk({ session, sessions, live, address, office }: PageProps) {
	const { username } = session.account;
	const { counters } = live;
	const held = useComputed(() => {
		const { counterId } = address.place.value;
		const counter = counters.value.find(({ id }) => id === counterId);
		return counter && isHeldBy(counter, username) ? counter : null;
	});
	/** That a counter which was this officer's a moment ago is closed; who took one over is said on every page. */
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
		if (!counter || counter.officer || counter.id !== address.place.value.counterId) return;
		lost.value = staffWords[language.value].closedMeanwhile(counter.label);
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
			<HallStopped rows={live.rows.value} />
			{held.value ? (
				<Console
					key={held.value.id}
					counter={held.value}
					live={live}
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
					office={office.value}
					address={address}
					onSessionOver={sessions.over}
				/>
			)}
		</>
	);
}
