import type { ListedJob, PrinterList, PrintJob } from "../protocol/printing.ts";
import { type Answer, api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { printerWords } from "../words/printers.ts";
import { staffWords } from "../words/staff.ts";
import { refusalIn } from "./refusal.ts";

/** What is told of a slip that is printed again. */
export interface Told {
	wrong: boolean;
	text: string;
	/** Nothing more will come of it. */
	isOver: boolean;
}

/** Asked again so often, until it is over or nobody would wait any longer. */
const everyMs = 700;
const patienceMs = 30_000;

/**
 * Follows a printing until it is over, and tells each news of it.
 * @param tell answers whether it is still listened to
 */
export async function followPrint(
	number: string,
	print: PrintJob,
	tell: (told: Told) => boolean,
): Promise<void> {
	const endsAtMs = performance.now() + patienceMs;
	let job: PrintJob = print;
	let name: string | null = null;
	for (;;) {
		const told = toldOf(number, job, name);
		if (!tell(told) || told.isOver || performance.now() > endsAtMs) return;
		await new Promise((over) => setTimeout(over, everyMs));
		const got = await api<PrinterList>("GET", "/api/printers");
		if (!got.ok) continue;
		for (const printer of got.value) {
			const found: ListedJob | undefined = printer.lastJobs.find(
				({ jobId }) => jobId === print.jobId,
			);
			if (found === undefined) continue;
			job = found;
			name = printer.name;
		}
	}
}

/** Why it was not printed again: the hub's sentence, or where else it can be done. */
export function notPrinted(
	number: string,
	answer: Extract<Answer<unknown>, { ok: false }>,
): string {
	const { again } = printerWords[language.value];
	return answer.problem?.code === "printer/unknown"
		? again.nowhere(number)
		: refusalIn(answer, staffWords[language.value]);
}

/** @param printer what the printer is called, where it is known */
function toldOf(number: string, { state, reason }: PrintJob, printer: string | null): Told {
	const { again, reasons } = printerWords[language.value];
	const why = reason === undefined ? null : reasons[reason].toLocaleLowerCase("vi");
	switch (state) {
		case "queued":
		case "printing":
			return { wrong: false, text: again.sent(number), isOver: false };
		case "blocked":
			return { wrong: true, text: again.waits(number, why ?? reasons.error), isOver: false };
		case "confirmed":
			return {
				wrong: false,
				text: printer === null ? again.done(number) : again.doneAt(number, printer),
				isOver: true,
			};
		case "unconfirmed":
			return { wrong: true, text: again.unsure(number), isOver: true };
		case "failed":
			return {
				wrong: true,
				text: why === null ? again.failedUnsaid(number) : again.failed(number, why),
				isOver: true,
			};
	}
}
