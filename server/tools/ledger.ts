import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { readDayFile } from "../ledger/day-file.ts";
import { foldedEvents } from "../log/folded-events.ts";
import { tellDay } from "../log/tell-day.ts";
import type { ToldOffice } from "../log/told-office.ts";
import { environmentOf, existingDataDir } from "./command-line.ts";
import { eventsAsJsonLines, ticketsAsCsv } from "./export-day.ts";
import { dayAskedFor, dayFileOf, daysOf, officeOf, officesIn } from "./ledger-files.ts";
import { loadToldOffice } from "./load-told-office.ts";
import { readOptions } from "./read-options.ts";
import { CannotDo, codeOf, runCommandOf, say } from "./run-command.ts";
import { setAside } from "./set-aside.ts";
import { verifyLedger } from "./verify-ledger.ts";

const help = `npm run ledger -- verify [--date YYYY-MM-DD]
npm run ledger -- show --date YYYY-MM-DD [--number A012] [--language vi|en]
npm run ledger -- export --date YYYY-MM-DD --format csv|jsonl [--to FILE] [--language vi|en]
npm run ledger -- set-aside --date YYYY-MM-DD

  verify     checks every line of every day and that the events follow from one another; exit code 1 where a day is damaged
  show       tells what happened in a day: when, who, which number, and why it was called
  export     csv: the day's tickets for a spreadsheet; jsonl: its events for programs. To standard output unless --to names a new file
  set-aside  moves a day's file where the hub does not see it, as one that a wrong clock opened; only while no hub runs

  --office    which office, where there are several
  --data-dir  where data lies; DATA_DIR unless named
  --help      this text

All but set-aside may be used while the hub runs.`;

await runCommandOf(
	"ledger",
	help,
	new Map([
		["verify", verify],
		["show", show],
		["export", exportDay],
		["set-aside", setDayAside],
	]),
);

async function verify(args: string[]): Promise<number> {
	const options = readOptions(args, { texts: ["date", "office"] });
	const dataDir = await existingDataDir(environmentOf(options).dataDir);
	const asked = options.text("office");
	const date = options.text("date");
	const offices = asked === undefined ? await officesIn(dataDir) : [await officeOf(dataDir, asked)];
	let sound = true;
	let days = 0;
	for (const office of offices) {
		for await (const day of verifyLedger(dataDir, office, date)) {
			for (const line of day.lines) say(line);
			sound &&= day.sound;
			days++;
		}
	}
	if (days === 0 && date !== undefined) throw new CannotDo(`--date: no ledger has a day ${date}`);
	if (days === 0) say(`${dataDir}: no ledger yet`);
	return sound ? 0 : 1;
}

async function show(args: string[]): Promise<number> {
	const options = readOptions(args, { texts: ["date", "office", "number", "language"] });
	const environment = environmentOf(options);
	const { file, told } = await dayToTell(environment, options);
	const number = options.text("number")?.toUpperCase();
	let shown = 0;
	for await (const one of tellDay(foldedEvents(readDayFile(file)), told)) {
		if (number !== undefined && one.number !== number) continue;
		say(`${told.time(one.at)}  ${one.who}: ${one.what}`);
		shown++;
	}
	if (shown === 0) throw new CannotDo(`--number: nobody had ${number} on that day`);
	return 0;
}

async function exportDay(args: string[]): Promise<number> {
	const options = readOptions(args, { texts: ["date", "office", "format", "to", "language"] });
	const format = options.text("format");
	if (format !== "csv" && format !== "jsonl")
		throw new CannotDo("--format: allowed is csv or jsonl");
	const { file, told } = await dayToTell(environmentOf(options), options);
	const events = foldedEvents(readDayFile(file));
	const to = options.text("to");
	const text = format === "csv" ? [await ticketsAsCsv(events, told)] : eventsAsJsonLines(events);
	if (to === undefined) await pipeline(Readable.from(text), process.stdout, { end: false });
	else await writeNew(resolve(to), text);
	return 0;
}

async function writeNew(
	file: string,
	text: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
	try {
		await pipeline(Readable.from(text), createWriteStream(file, { flags: "wx", mode: 0o600 }));
	} catch (error) {
		if (codeOf(error) === "EEXIST") {
			throw new CannotDo(`--to ${file} is there already and is never overwritten: name another`);
		}
		await rm(file, { force: true });
		throw error;
	}
}

async function setDayAside(args: string[]): Promise<number> {
	const options = readOptions(args, { texts: ["date", "office"] });
	const dataDir = await existingDataDir(environmentOf(options).dataDir);
	const office = await officeOf(dataDir, options.text("office"));
	const day = await dayAskedFor(dataDir, office, options.text("date"));
	say(`moved to ${await setAside(dataDir, office, day)}`);
	const newest = (await daysOf(dataDir, office)).at(-1);
	say(
		newest === undefined
			? `${office} has no days now`
			: `the newest day of ${office} is now ${newest}`,
	);
	return 0;
}

async function dayToTell(
	{ dataDir, officeFile }: { dataDir: string; officeFile: string | undefined },
	options: { text(name: "date" | "office" | "language"): string | undefined },
): Promise<{ file: string; told: ToldOffice }> {
	const language = options.text("language") ?? "vi";
	if (language !== "vi" && language !== "en") throw new CannotDo("--language: allowed is vi or en");
	const office = await officeOf(await existingDataDir(dataDir), options.text("office"));
	const day = await dayAskedFor(dataDir, office, options.text("date"));
	return {
		file: dayFileOf(dataDir, office, day),
		told: loadToldOffice(officeFile, office, language),
	};
}
