import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { BoardRow } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { askUntilAnswered } from "../../ui/ask-again.ts";
import { connectLive } from "../../ui/live.ts";
import { keepPaired } from "../../ui/pairing.ts";
import "../../ui/theme.css";
import "./board.css";
import "./call-now.css";
import "./calls.css";
import "./strips.css";
import "./shapes.css";
import { SoundNotice } from "../announcer/sound-notice.tsx";
import { speakCalls } from "../announcer/speak-calls.ts";
import { Board } from "./board.tsx";
import { lightAsTheyCome } from "./lighting.ts";
import { boardView, isAtCounter } from "./view.ts";

const boardId = new URLSearchParams(location.search).get("board");
/** A board that its address does not name is let in under this name. */
const place = boardId ?? "sanh";
const pairing = keepPaired({ role: "board", place }, () => live.knock());
const office = askUntilAnswered<OfficeView>("/api/office");
const spotlight = lightAsTheyCome();
const voice = speakCalls(office);
const live = connectLive<BoardRow>({
	view: "board",
	...(boardId === null ? {} : { id: boardId }),
	onRefused: pairing.refused,
	onAdmitted: pairing.admitted,
	onChange: (change) => {
		spotlight.take(change);
		voice.take(change);
	},
});
// A call is over as soon as its number has left the counter; nobody is invited any longer.
effect(() => {
	const { counters, stopped } = boardView(live.rows.value);
	spotlight.keepOpen(isAtCounter(counters));
	voice.keepCalled(counters, live.state.value !== "stale" && stopped === null);
});
const now = signal(new Date().toISOString());
setInterval(() => {
	now.value = new Date().toISOString();
}, 1_000);

const root = document.getElementById("app");
if (root) {
	render(
		<>
			<Board
				live={live}
				pairing={pairing.shown}
				place={place}
				office={office}
				spotlight={spotlight.lit}
				now={now}
			/>
			<SoundNotice sound={voice.sound} />
		</>,
		root,
	);
}
