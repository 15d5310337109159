import "./browse.css";
import type { ProcedureSummary } from "../../protocol/procedures.ts";
import { aboutProcedures, dispatch, language, words } from "../store.ts";

/** A procedure in a list: its name, its fee in a word and its time in a word. */
export function ProcedureRow({ procedure }: { procedure: ProcedureSummary }) {
	const said = aboutProcedures.value;
	const fee = said.feeInAWord(procedure.fee);
	const time = said.timeInAWord(procedure.times);
	return (
		<button
			type="button"
			class="button button-choice row"
			onClick={() =>
				dispatch({ type: "open", screen: { name: "procedure", code: procedure.code } })
			}
		>
			{language.value === "en" ? (
				<>
					<strong>{procedure.nameEn}</strong>
					<span class="row-name" lang="vi">
						{procedure.nameShort}
					</span>
				</>
			) : (
				<strong>{procedure.nameShort}</strong>
			)}
			<span class="row-facts">
				<span class="row-fee">{`${words.value.browsing.fee} ${fee}`}</span>{" "}
				<span class="row-time">{time}</span>
			</span>
		</button>
	);
}
