import "./find.css";
import { Clock, Wallet } from "lucide";
import type { ProcedureSummary } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { aboutProcedures, dispatch, language } from "../store.ts";

/** A procedure in a list: its name, its fee in a word, its time. */
export function ProcedureRow({ procedure }: { procedure: ProcedureSummary }) {
	const timesSaid = aboutProcedures.value.timesInBrief(procedure.times);
	return (
		<button
			type="button"
			class="button button-choice row"
			onClick={() =>
				dispatch({ type: "open", screen: { name: "procedure", code: procedure.code } })
			}
		>
			{language.value === "en" && <strong>{procedure.nameEn}</strong>}
			<strong lang="vi">{procedure.nameShort}</strong>
			<span class="row-facts">
				<span>
					<Icon node={Wallet} />
					{aboutProcedures.value.fee(procedure.fee)}
				</span>
				<span lang={timesSaid === null ? "vi" : language.value}>
					<Icon node={Clock} />
					{timesSaid ?? procedure.times.text}
				</span>
			</span>
		</button>
	);
}
