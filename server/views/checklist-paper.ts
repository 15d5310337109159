import { amountOn, isReduced } from "../../catalogue/fee-rules.ts";
import { feeInBrief } from "../../catalogue/fees.ts";
import type { Office } from "../../config/office.ts";
import type { ChecklistPaper } from "../../printer/paper.ts";
import type {
	Procedure,
	ProcedureDocument,
	ProcedureFee,
	WeakMark,
} from "../../protocol/procedures.ts";
import { nameOf, writtenTo } from "../../words/language.ts";
import { localDay } from "../../words/numbers.ts";
import { procedureWords } from "../../words/procedures.ts";
import { officePaper, servicePlace } from "./office-paper.ts";

/** What a citizen takes home of a procedure, as its screen says it. Papers and conditions are said in the source's own Vietnamese. */
export function checklistPaper(
	office: Office,
	procedure: Procedure,
	language: string,
	printedAt: string,
	have: readonly number[] = [],
): ChecklistPaper {
	const words = procedureWords[writtenTo(language)];
	const { documents, fees, times, source, serviceId } = procedure;
	const service = office.services.find(({ id }) => id === serviceId);
	const { sign, where } = servicePlace(office, serviceId);
	const today = localDay(printedAt, office.timeZone);
	return {
		kind: "checklist",
		...officePaper(office, language),
		code: procedure.code,
		name: nameOf({ name: procedure.nameShort, nameEn: procedure.nameEn }, language),
		serviceName: service?.name ?? null,
		...(sign && { sign }),
		documents:
			documents.length === 0
				? null
				: documents.map((document, place) => documentLine(document, have.includes(place))),
		fees: [
			words.fee(feeInBrief(procedure)),
			...fees.map(feeLine),
			...(procedure.feeStatus === "provincial" ? [words.provincialNote] : []),
		],
		times: [
			words.timesInBrief(times) ?? times.text,
			...(times.committed === undefined ? [] : [words.committed(times.committed)]),
			...doubts(["time-unit", "processing-time"]),
		],
		where: where ?? null,
		sourceUrl: source?.url ?? null,
		asOf: procedure.asOf?.date ?? null,
		printedAt,
	};

	function documentLine(
		{ name, originals, copies, submit, note }: ProcedureDocument,
		isHere: boolean,
	) {
		const detail = [
			...(isHere ? [words.have] : []),
			...(originals > 0 ? [words.originals(originals)] : []),
			...(copies > 0 ? [words.copies(copies)] : []),
			...(submit ? [] : [words.showOnly]),
			...(note === null ? [] : [note]),
		];
		return { name, detail: detail.length === 0 ? null : detail.join("; "), have: isHere };
	}

	function feeLine(fee: ProcedureFee): string {
		const { label, amountVnd, unit, cap, optional, channel, note, reduced } = fee;
		const amount = cap ? words.amountAtMost(amountVnd, unit) : words.amount(amountVnd, unit);
		const remarks = [
			...(optional ? [words.onRequest] : []),
			...(channel === null || isIn(words.channel[channel], label) ? [] : [words.channel[channel]]),
			...(isReduced(reduced, today)
				? [words.reduced(reduced.percent, reduced.until, amountOn(fee, today))]
				: []),
			...(note === null ? [] : [note]),
		];
		return remarks.length === 0
			? `${label}: ${amount}`
			: `${label}: ${amount} (${remarks.join("; ")})`;
	}

	function doubts(about: readonly WeakMark[]): string[] {
		return procedure.weak.filter((mark) => about.includes(mark)).map((mark) => words.weak[mark]);
	}
}

/** A fee's own label often says already how one applies. */
function isIn(word: string, label: string): boolean {
	return label.toLowerCase().includes(word.toLowerCase());
}
