import "./hall-stopped.css";
import { OctagonPause, TriangleAlert } from "lucide";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Stopped } from "../protocol/hall.ts";
import { hallWords } from "../words/hall.ts";
import { keepFitting } from "./fit-text.ts";
import { Icon } from "./icon.tsx";

export interface HallStoppedProps {
	stopped: Stopped;
}

/** Takes the place of everything else: that the hall is stopped, why, and what to do, in both languages at once. */
export function HallStopped({ stopped: { reason, note } }: HallStoppedProps) {
	const box = useRef<HTMLElement>(null);
	useLayoutEffect(() => (box.current === null ? undefined : keepFitting(box.current)), []);
	const isUrgent = reason === "evacuation";
	const vi = hallWords.vi.stopped[reason];
	const en = hallWords.en.stopped[reason];
	return (
		<main class={isUrgent ? "hall-stopped is-urgent" : "hall-stopped"} ref={box} data-fit="0.4">
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
				{/* Where it was written in one language alone, that stands for both: it is said once. */}
				{note && note.en !== note.vi && <p>{note.en}</p>}
				{!isUrgent && <p>{hallWords.en.keepsPlace}</p>}
			</div>
		</main>
	);
}
