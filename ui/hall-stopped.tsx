import "./hall-stopped.css";
import { OctagonPause, TriangleAlert } from "lucide";
import type { Stopped } from "../protocol/hall.ts";
import { hallWords } from "../words/hall.ts";
import { Icon } from "./icon.tsx";

export interface HallStoppedProps {
	stopped: Stopped;
}

/** Takes the place of everything else: that the hall is stopped, why, and what to do, in both languages at once. */
export function HallStopped({ stopped: { reason, note } }: HallStoppedProps) {
	const isUrgent = reason === "evacuation";
	const vi = hallWords.vi.stopped[reason];
	const en = hallWords.en.stopped[reason];
	return (
		<main class={isUrgent ? "hall-stopped is-urgent" : "hall-stopped"}>
			<Icon node={isUrgent ? TriangleAlert : OctagonPause} />
			<div lang="vi" role="alert">
				<h1>{vi.title}</h1>
				<p>{vi.hint}</p>
				{note && <p>{note.vi}</p>}
				{!isUrgent && <p>{hallWords.vi.keepsPlace}</p>}
			</div>
			<div lang="en" role="alert">
				<h2>{en.title}</h2>
				<p>{en.hint}</p>
				{note && <p>{note.en}</p>}
				{!isUrgent && <p>{hallWords.en.keepsPlace}</p>}
			</div>
		</main>
	);
}
