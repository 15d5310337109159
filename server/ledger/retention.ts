import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Retention } from "../../config/office.ts";
import { namesIn, replaceFile, syncDirectory } from "../disk.ts";
import { LedgerDamaged, readDayFile } from "./day-file.ts";
import { encodeLine } from "./line.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

/** An office that was shut for longer is rarer than a clock that is wrong: after such a gap nothing is taken away on the first day. */
const longestGapDays = 31;

/**
 * Takes away what an office keeps no longer. A day more than `daysKept` days before the business day is removed with all that lies beside it; a day more
 * than `personalDataDays` before it is rewritten once without officers' names and ticket ids, and what was cut off or set aside
 * of it goes. The two newest days are never touched, nor anything from the business day on. A day that is damaged is not rewritten but noted;
 * it is removed in its time like every other. May be called again at any time, also after a crash in the middle.
 * @param ledgerDirectory `DATA_DIR/ledger`
 * @param businessDay YYYY-MM-DD, as the hub's state has it
 * @param note told a line for each day that was changed, and why one was not
 */
export async function applyRetention(
	ledgerDirectory: string,
	office: string,
	businessDay: string,
	{ personalDataDays, daysKept }: Retention,
	note: (line: string) => void,
): Promise<void> {
	const directory = join(ledgerDirectory, office);
	const files = await datedFiles(directory);
	const days = [...files].flatMap(([day, names]) => (names.includes(`${day}.jsonl`) ? [day] : []));
	days.sort();
	// A running hub writes the newest day and answers repeated requests out of the one before it.
	const inUse = days.at(-2) ?? days.at(-1) ?? businessDay;
	const dayBefore = days.filter((day) => day < businessDay).at(-1) ?? businessDay;
	const gapDays = daysBetween(dayBefore, businessDay);
	if (gapDays > longestGapDays) {
		note(
			`${directory}: ${gapDays} days lie between ${dayBefore} and ${businessDay}; nothing is taken away today, in case the clock is wrong`,
		);
		return;
	}
	const isOver = (ageDays: number, keptDays: number | undefined) =>
		keptDays !== undefined && ageDays > keptDays;
	for (const [day, names] of [...files].sort()) {
		const ageDays = day < inUse ? daysBetween(day, businessDay) : 0;
		const ofDay = names.filter((name) => !isAside(name)).sort();
		const aside = names.filter((name) => {
			const asideDays = asideAgeDays(name, businessDay);
			return isOver(asideDays, personalDataDays) || isOver(asideDays, daysKept);
		});
		// The day itself goes first: what lies beside it is nothing without it, and is found again where this is cut short.
		await remove(directory, [...(isOver(ageDays, daysKept) ? ofDay : []), ...aside], note);
		if (isOver(ageDays, daysKept) || !isOver(ageDays, personalDataDays)) continue;
		await reduceOnce(directory, day, ofDay, note);
	}
}

async function remove(
	directory: string,
	names: string[],
	note: (line: string) => void,
): Promise<void> {
	if (names.length === 0) return;
	for (const name of names) await rm(join(directory, name), { force: true });
	await syncDirectory(directory);
	note(`${directory}: removed, as it is kept no longer: ${names.join(", ")}`);
}

/** The files of a directory by the day that their names begin with. */
async function datedFiles(directory: string): Promise<Map<string, string[]>> {
	const files = new Map<string, string[]>();
	for (const name of await namesIn(directory)) {
		const day = /^(\d{4}-\d{2}-\d{2})\./.exec(name)?.[1];
		if (day !== undefined) files.set(day, [...(files.get(day) ?? []), name]);
	}
	return files;
}

/**
 * Rewrites a day without personal data, unless `DAY.reduced` says that this was done to the file as long as it is now: a day that was brought back
 * from a backup is rewritten again.
 */
async function reduceOnce(
	directory: string,
	day: string,
	names: string[],
	note: (line: string) => void,
): Promise<void> {
	const file = join(directory, `${day}.jsonl`);
	const mark = join(directory, `${day}.reduced`);
	if (!names.includes(`${day}.jsonl`)) return;
	const { size } = await stat(file);
	if (names.includes(`${day}.reduced`) && (await readFile(mark, "utf8")) === String(size)) return;
	if (!(await rewrite(file, note))) return;
	for (const name of names) {
		if (name.includes(".jsonl.cut-") || isMadeOfDay(name)) await rm(join(directory, name));
	}
	await replaceFile(mark, [String((await stat(file)).size)]);
	note(`${file}: rewritten without personal data`);
}

/** @returns false where the day is damaged and was left as it is */
async function rewrite(file: string, note: (line: string) => void): Promise<boolean> {
	const reduce = withoutPersonalData();
	const lines: string[] = [];
	try {
		const reading = readDayFile(file);
		for (;;) {
			const step = await reading.next();
			if (step.done) {
				const { damage } = step.value;
				if (damage) throw new LedgerDamaged(`${file}, line ${damage.lineNumber}: ${damage.why}`);
				break;
			}
			lines.push(encodeLine(reduce(step.value), step.value.batch));
		}
	} catch (error) {
		if (!(error instanceof LedgerDamaged)) throw error;
		note(`${error.message} Its personal data could not be taken out.`);
		return false;
	}
	await replaceFile(file, lines);
	return true;
}

/** A snapshot or figures, of the day as it was, or what was left of writing them. */
function isMadeOfDay(name: string): boolean {
	return /\.(snapshot|figures)(\.new)?$/.test(name);
}

function isAside(name: string): boolean {
	return name.includes(".set-aside-");
}

/** How long ago a day was set aside, by the stamp in its new name; its own date was wrong. -1 for other files. */
function asideAgeDays(name: string, businessDay: string): number {
	const [, year, month, ofMonth] = /\.set-aside-(\d{4})(\d{2})(\d{2})T/.exec(name) ?? [];
	return year === undefined ? -1 : daysBetween(`${year}-${month}-${ofMonth}`, businessDay);
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
