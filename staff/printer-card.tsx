import { useSignal } from "@preact/signals";
import { CircleCheck, CircleX, type IconNode, TriangleAlert, WifiOff } from "lucide";
import { useEffect } from "preact/hooks";
import type { ListedJob, PrinterEntry, PrinterState, PrintJob } from "../protocol/printing.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import type { RollStep } from "../ui/roll-change.ts";
import { time } from "../words/numbers.ts";
import { printerWords } from "../words/printers.ts";
import { reasonOf } from "./printers-heard.ts";
import type { PrinterAct } from "./printers-now.ts";
import { RollWalk } from "./roll-walk.tsx";

export interface PrinterActs {
	busy: boolean;
	/** Whether this account may let a printer rest, and go on. */
	mayPause: boolean;
	/** Does it and says so; the printing, where there is one. */
	act(printer: PrinterEntry, what: PrinterAct): Promise<PrintJob | null>;
	onRollChanged(printerId: string): void;
}

export interface PrinterCardProps {
	printer: PrinterEntry;
	roll: RollStep | null;
	timeZone: string;
	acts: PrinterActs;
}

/** One printer: how it is, what to do now, what it has printed, and what can be done with it. */
export function PrinterCard({ printer, roll, timeZone, acts }: PrinterCardProps) {
	const words = printerWords[language.value];
	const { id, name, state, kiosks, waiting, widthDots } = printer;
	const reason = reasonOf(printer);
	const isPaused = printer.reasons.includes("paused");
	const testJobId = useSignal<string | null>(null);
	const test = printer.lastJobs.find(({ jobId }) => jobId === testJobId.value) ?? null;

	useEffect(() => {
		// What came out before the roll was touched again says nothing of the roll that is in now.
		if (roll === "out" || roll === "cover-open") testJobId.value = null;
	}, [roll, testJobId]);

	async function printTest(): Promise<void> {
		testJobId.value = null;
		const print = await acts.act(printer, "test");
		if (print !== null) testJobId.value = print.jobId;
	}
	const button = (label: string, onClick: () => void) => (
		<button
			type="button"
			class="button"
			aria-label={words.of(label, name)}
			disabled={acts.busy}
			onClick={onClick}
		>
			{label}
		</button>
	);

	return (
		<section
			class={`panel printer is-${state}`}
			aria-labelledby={`printer-${id}`}
			data-printer={id}
		>
			<div class="printer-head">
				<div class="printer-who">
					<h2 id={`printer-${id}`}>{name}</h2>
					<p class="soft">
						{kiosks.length === 0 ? words.atNoKiosk : words.atKiosks(kiosks.join(", "))} ·{" "}
						{words.width(widthDots)} · <span class="printer-device">{printer.device}</span>
					</p>
				</div>
				<div class="printer-acts">
					{button(words.test, () => void printTest())}
					{acts.mayPause &&
						(isPaused
							? button(words.resume, () => void acts.act(printer, "resume"))
							: button(words.pause, () => void acts.act(printer, "pause")))}
					{button(words.check, () => void acts.act(printer, "check"))}
				</div>
			</div>
			<p class="printer-state" role="status">
				<Icon node={signs[state]} />
				<span>
					<strong>{reason === null ? words.states[state] : words.reasons[reason]}</strong>
					<span>{reason === null ? words.nothingToDo : words.toDo[reason]}</span>
				</span>
				<span class="printer-waiting">{words.waiting(waiting)}</span>
			</p>
			<RollWalk
				roll={roll}
				test={testJobId.value === null ? null : (test?.state ?? "queued")}
				onClear={() => {
					testJobId.value = null;
					acts.onRollChanged(id);
				}}
			/>
			<LastJobs jobs={printer.lastJobs} timeZone={timeZone} />
		</section>
	);
}

const signs: Record<PrinterState, IconNode> = {
	ready: CircleCheck,
	low: TriangleAlert,
	blocked: CircleX,
	offline: WifiOff,
};

/** As many as are of use at a glance; the rest unfolds. */
const atAGlance = 4;

function LastJobs({ jobs, timeZone }: { jobs: readonly ListedJob[]; timeZone: string }) {
	const words = printerWords[language.value];
	const older = jobs.slice(atAGlance);
	return (
		<div>
			<h3>{words.lastJobs}</h3>
			{jobs.length === 0 && <p class="soft">{words.noJobs}</p>}
			<Jobs jobs={jobs.slice(0, atAGlance)} timeZone={timeZone} />
			{older.length > 0 && (
				<details class="printer-older">
					<summary>{words.older(older.length)}</summary>
					<Jobs jobs={older} timeZone={timeZone} />
				</details>
			)}
		</div>
	);
}

function Jobs({ jobs, timeZone }: { jobs: readonly ListedJob[]; timeZone: string }) {
	const words = printerWords[language.value];
	return (
		<ol class="printer-jobs">
			{jobs.map(({ jobId, label, state, reason, at }) => (
				<li key={jobId} data-state={state}>
					<time class="soft">{time(at, timeZone)}</time>
					<strong>{label === "test" ? words.testPage : label}</strong>
					<span>
						{words.jobs[state]}
						{reason !== undefined && ` · ${words.reasons[reason]}`}
					</span>
				</li>
			))}
		</ol>
	);
}
