import { OctagonPause } from "lucide";
import type { Rows, StaffRow } from "../../protocol/live.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { supervisingWords } from "../../words/supervising.ts";

/** Nobody can be called: officers are told before they press. */
export function HallStopped({ rows: { hall } }: { rows: Rows<StaffRow> }) {
	if (hall?.kind !== "hall" || hall.stopped === null) return null;
	const { reason, note } = hall.stopped;
	const words = supervisingWords[language.value];
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={OctagonPause} />
			<p>
				<strong>{words.deskStopped}</strong> {words.reasons[reason]}.{" "}
				{reason === "evacuation" ? words.deskLeave : words.deskStoppedHint}
				{note && (
					<>
						<br />
						{inLanguage(note, language.value)}
					</>
				)}
			</p>
		</div>
	);
}
