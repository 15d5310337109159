import type { ReadonlySignal } from "@preact/signals";
import { VolumeX } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { displayWords } from "../../words/display.ts";
import type { SoundState } from "./announcer.ts";
import "./sound-notice.css";

/** Says that calls are not heard, and what to do. A touch anywhere is enough: the strip is no button that one must hit. */
export function SoundNotice({ sound }: { sound: ReadonlySignal<SoundState> }) {
	const { value } = sound;
	if (value !== "blocked" && value !== "failed") return null;
	const [vi, en] = [displayWords.vi.board.sound[value], displayWords.en.board.sound[value]];
	return (
		<div class="sound-notice" role="alert">
			<Icon node={VolumeX} />
			<p>
				<strong>{vi}</strong>
				<span lang="en">{en}</span>
			</p>
		</div>
	);
}
