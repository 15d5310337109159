import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { ActButton } from "./act-button.tsx";
import { type Action, actions } from "./actions.ts";
import { useNow } from "./clock.ts";
import type { Seat } from "./seat.ts";
import type { Work } from "./work.ts";

/** What is done with the person at the counter, and what came of it: always in sight, never moving. */
export function ActsBar({ seat, work }: { seat: Seat; work: Work }) {
	const notice = work.notice.value;
	const buttons = (group: Action["group"]) =>
		actions
			.filter((action) => action.group === group)
			.map((action) =>
				action.name === "undo" ? (
					<UndoButton key={action.name} action={action} seat={seat} work={work} />
				) : (
					<ActButton key={action.name} action={action} seat={seat} work={work} />
				),
			);
	return (
		<div class="console-acts">
			<p
				class={notice?.kind === "wrong" ? "notice is-wrong" : "notice is-calm"}
				role="status"
				data-empty={notice === null ? "yes" : "no"}
			>
				{notice?.text}
			</p>
			<div class="acts-main">{buttons("main")}</div>
			<div class="acts-person">{buttons("person")}</div>
		</div>
	);
}

/** Says what it would undo, and for how long. */
function UndoButton({ action, seat, work }: { action: Action; seat: Seat; work: Work }) {
	useNow(500);
	const words = consoleWords[language.value];
	const undo = work.undoable.value;
	const left = undo && Math.max(0, Math.ceil((undo.endsAtMs - performance.now()) / 1_000));
	const detail = undo ? `${undo.what} · ${words.seconds(left ?? 0)}` : undefined;
	return <ActButton action={action} seat={seat} work={work} detail={detail} />;
}
