import type { Language, Names } from "../../protocol/office.ts";
import type { DayReport } from "../../protocol/reports.ts";
import { inLanguage } from "../../words/language.ts";
import { localDay, plainDate, time } from "../../words/numbers.ts";
import { reportWords } from "../../words/reports.ts";

/** Whose report a file is. */
export interface ReportingOffice {
	name: Names;
	/** Its people are made up: no file may pass for a true one. */
	isDemo: boolean;
}

/** What is to be read over a day's figures wherever they are taken. */
export interface DayHead {
	office: string;
	title: string;
	made: string;
	/** What whoever uses the figures must know: that the day goes on, that it is a demonstration. */
	remarks: string[];
}

export function dayHead(report: DayReport, office: ReportingOffice, language: Language): DayHead {
	const { date, madeAt, timeZone, isOver } = report;
	const words = reportWords[language];
	return {
		office: inLanguage(office.name, language),
		title: `${words.titleOf} ${plainDate(date)}`,
		made: words.made(time(madeAt, timeZone), plainDate(localDay(madeAt, timeZone))),
		remarks: [
			...(office.isDemo ? [`${reportWords.vi.demo} / ${reportWords.en.demo}`] : []),
			...(isOver ? [] : [words.soFar]),
		],
	};
}
