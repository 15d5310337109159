import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JobState } from "../protocol/printing.ts";
import { language } from "../ui/language.ts";
import type { RollStep } from "../ui/roll-change.ts";
import { printerWords } from "../words/printers.ts";

export interface RollWalkProps {
	/** How far it has come by the printer's own word. */
	roll: RollStep | null;
	/** How the test page stands that was asked for last; null where none was, or where it was seen to be good. */
	test: JobState | null;
	/** Somebody has seen the test page, and it is clear to read. */
	onClear: () => void;
}

const steps = ["near-end", "out", "cover-open", "new-paper", "test", "goes-on"] as const;
type Step = (typeof steps)[number];

/** Said for so long that it is over. */
const overMs = 10_000;

/** The change of a roll step by step, lit by what the printer says; the last question only a person can answer. */
export function RollWalk({ roll, test, onClear }: RollWalkProps) {
	const words = printerWords[language.value].walk;
	const isBlank = useSignal(false);
	/** That a test page was seen to be good a moment ago, and whether it ended a change of the roll. */
	const over = useSignal<"change" | "test" | null>(null);
	const step = stepOf(roll, test, over.value !== null);
	const isChange = roll !== null || over.value === "change";
	useEffect(() => {
		// A new test page, or a cover that is opened, is the answer to a blank one.
		if (test !== "confirmed" || roll === "cover-open") isBlank.value = false;
	}, [test, roll, isBlank]);
	useEffect(() => {
		if (over.value === null) return;
		const timer = setTimeout(() => {
			over.value = null;
		}, overMs);
		return () => clearTimeout(timer);
	}, [over.value, over]);
	if (step === null) return null;
	const asks = step === "test" && (test === "confirmed" || test === "unconfirmed");
	return (
		<div class="roll">
			{isChange && <Steps step={step} />}
			<div class="roll-now" role="status">
				{!asks && (
					<p>{step === "test" && test === "failed" ? words.testFailed : words.now[step]}</p>
				)}
				{asks && isBlank.value && <p>{words.blankHint}</p>}
				{asks && !isBlank.value && <p>{words.isClear}</p>}
			</div>
			{asks && !isBlank.value && (
				<div class="roll-answers">
					<button
						type="button"
						class="button"
						onClick={() => {
							over.value = isChange ? "change" : "test";
							onClear();
						}}
					>
						{words.clear}
					</button>
					<button
						type="button"
						class="button"
						onClick={() => {
							isBlank.value = true;
						}}
					>
						{words.blank}
					</button>
				</div>
			)}
		</div>
	);
}

function Steps({ step }: { step: Step }) {
	const words = printerWords[language.value].walk;
	return (
		<>
			<h3>{words.title}</h3>
			<ol class="roll-steps">
				{steps.map((one) => (
					<li
						key={one}
						class={steps.indexOf(one) < steps.indexOf(step) ? "is-past" : ""}
						{...(one === step && { "aria-current": "step" as const })}
					>
						{words.steps[one]}
					</li>
				))}
			</ol>
		</>
	);
}

/** The printer's word comes first: a cover opened after the test is where the change stands again. */
function stepOf(roll: RollStep | null, test: JobState | null, isOver: boolean): Step | null {
	if (roll === "out" || roll === "cover-open") return roll;
	if (test !== null) return "test";
	if (isOver) return "goes-on";
	return roll;
}
