import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runCommand, say } from "../server/tools/run-command.ts";
import { readSimulation } from "./options.ts";
import { asPage } from "./report/page.ts";
import { asText } from "./report/text.ts";
import { simulate } from "./simulation.ts";

const help = `npm run simulate -- [--office FILE] [--day typical|peak|results-day|storm] [--policy NAME] [--seed N] [--days N] [--out DIR]
npm run simulate -- ... --sweep counters=2..12 [--within MINUTES]
npm run simulate -- ... --sweep policy=own,strict,ratio-2-1+max60
npm run simulate -- --evaluate [--days 200] [--forecast oracle,naive-service,naive-office]

Lets days happen in an office and says how long people waited. Nothing of the office's real data is read or changed.

  --office     the office file; the sample office unless named
  --day        what kind of day
  --policy     own (as in the office file), first-come, strict, ratio-2-1 or another ratio, ageing; with +max60 a maximum wait of
               60 minutes, own+no-max without the office's
  --seed       the same seed gives the same days; 1 unless named
  --days       how many days one after the other; 1 unless named
  --sweep      tries out numbers of counters, or policies, on the same people side by side
  --within     which wait is short enough, minutes; 30 unless named
  --forecast   who says waits beforehand and is judged: oracle, naive-service, naive-office, none
  --ask-every  every how manyeth ticket they are asked about; 5 unless named
  --evaluate   judges them over days of all kinds, each 20 in an office of its own
  --jobs       how many threads an evaluation takes; 2 unless named
  --out        a folder for report.json and report.vi.html and report.en.html with charts
  --help       this text`;

await runCommand("simulate", async (args) => {
	const options = readSimulation(args);
	if (!options) {
		say(help);
		return 0;
	}
	const simulation = await simulate(options);
	for (const line of asText(simulation)) say(line);
	if (options.out === null) return 0;
	const folder = resolve(options.out);
	await mkdir(folder, { recursive: true });
	const { names: _, ...told } = simulation;
	await writeFile(join(folder, "report.json"), `${JSON.stringify(told, null, "\t")}\n`);
	for (const language of ["vi", "en"] as const) {
		await writeFile(join(folder, `report.${language}.html`), asPage(simulation, language));
	}
	say(`written: ${join(options.out, "report.json")}, report.vi.html, report.en.html`);
	return 0;
});
