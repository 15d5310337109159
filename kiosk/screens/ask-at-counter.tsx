import { MessageCircleQuestionMark } from "lucide";
import type { Procedure, WeakMark } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { aboutProcedures } from "../store.ts";

/** Beside the part it concerns: what was not fully read in the source and is to be asked at the counter. */
export function AskAtCounter({ procedure, about }: { procedure: Procedure; about: WeakMark[] }) {
	const marks = about.filter((mark) => procedure.weak.includes(mark));
	if (marks.length === 0) return null;
	return (
		<ul class="ask">
			{marks.map((mark) => (
				<li key={mark}>
					<Icon node={MessageCircleQuestionMark} />
					{aboutProcedures.value.weak[mark]}
				</li>
			))}
		</ul>
	);
}
