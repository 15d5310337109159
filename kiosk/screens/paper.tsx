import { CircleCheck, CircleQuestionMark, Printer, TriangleAlert } from "lucide";
import { Notice, type NoticeProps } from "../notice.tsx";
import type { NumberScreen, PaperStands } from "../number-screen.ts";
import { printerName } from "../office.ts";
import { printAgain } from "../print.ts";
import { dispatch, words } from "../store.ts";

export interface PaperProps {
	paper: PaperStands;
	reprint: NumberScreen["reprint"];
}

/** How the paper stands, in words and with a sign, and what a person may do about it. Colour alone says nothing. */
export function Paper({ paper, reprint }: PaperProps) {
	const said = words.value.paper;
	const { reasons } = words.value.printer;
	switch (paper.is) {
		case "none":
			return <Said icon={TriangleAlert} tone="care" title={said.failed} hint={said.numberHolds} />;
		case "printing":
			return (
				<Said
					icon={Printer}
					title={said.printing}
					hint={elsewhere(paper.printerId) ?? said.printingHint}
				/>
			);
		case "ready":
			return (
				<Said
					icon={CircleCheck}
					tone="good"
					title={said.ready}
					hint={elsewhere(paper.printerId) ?? said.readyHint}
				/>
			);
		case "taken":
			return <Said icon={CircleCheck} tone="good" title={said.taken} hint={said.takenHint} />;
		case "waiting":
			return (
				<Said
					icon={TriangleAlert}
					tone="care"
					title={reasons[paper.reason]}
					hint={said.waitingHint}
				/>
			);
		case "uncertain":
			return (
				<Said
					icon={CircleQuestionMark}
					tone="care"
					title={said.uncertain}
					hint={[
						elsewhere(paper.printerId),
						paper.mayAgain ? said.uncertainHint : said.uncertainDown,
					]
						.filter((hint) => hint !== null)
						.join(" ")}
				>
					<Refused reprint={reprint} />
					<div class="paper-ways">
						<button
							type="button"
							class="button button-choice"
							onClick={() => dispatch({ type: "slip-taken" })}
						>
							{said.isHere}
						</button>
						{paper.mayAgain && <Again label={said.printAgain} isMain={false} />}
					</div>
				</Said>
			);
		case "failed":
			return (
				<Said
					icon={TriangleAlert}
					tone="wrong"
					title={said.failed}
					hint={
						paper.reason === null
							? said.numberHolds
							: `${reasons[paper.reason]} ${said.numberHolds}`
					}
				>
					<Refused reprint={reprint} />
					{paper.mayAgain && (
						<div class="paper-ways">
							<Again label={said.tryAgain} isMain />
						</div>
					)}
				</Said>
			);
	}
}

function Said(props: Omit<NoticeProps, "spaced">) {
	return <Notice spaced {...props} />;
}

/** `isMain`: nothing came out. Where a slip may lie in the tray, the colour of the main act would get a second one from whoever is in a hurry. */
function Again({ label, isMain }: { label: string; isMain: boolean }) {
	return (
		<button
			type="button"
			class={isMain ? "button button-choice button-primary" : "button button-choice"}
			onClick={() => void printAgain()}
		>
			{label}
		</button>
	);
}

/** Why it was not printed again. */
function Refused({ reprint }: Pick<PaperProps, "reprint">) {
	const said = words.value.paper;
	if (reprint.state !== "refused") return null;
	return (
		<p class="paper-refused" role="alert">
			<strong>{said.notAgain}.</strong> {reprint.detail ?? said.notAgainUnheard}
		</p>
	);
}

/** Where to look for paper that is not printed on the kiosk's own printer. */
function elsewhere(printerId: string | null): string | null {
	const name = printerName(printerId);
	return name === null ? null : words.value.paper.elsewhere(name);
}
