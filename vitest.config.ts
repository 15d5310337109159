import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const exclude = ["**/node_modules/**", "dist/**"];

/** Parts whose modules keep nothing that a test could leave behind for the next one. */
const stateless = ["catalogue", "config", "printer", "protocol", "server", "voice", "words"];

/** More than two cores have: a test that starts a hub waits for it most of the time. */
const maxWorkers = Math.max(3, availableParallelism() - 1);

/** What takes long though its file is short: begun late it would run alone at the end. */
const slow =
	/(?:screens|boards|typing|phone|procedure-page|voice|console|renewal|kiosk-command|cut-off|come-and-go|kill|contract|accounts|print-agent|demo)\.test\.ts$/;

/** Begins what takes longest, then what starts hubs, and fills up with the rest: no long one is left to run alone at the end. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			if (slow.test(moduleId)) return 0;
			return moduleId.includes("/test/") ? 1 : 2;
		};
		return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
	}
}

export default defineConfig({
	test: {
		reporters: ["default", ["json", { outputFile: "dist/test-report.json" }]],
		// Tests wait for what they name; a slow machine only makes them slower.
		testTimeout: 60_000,
		expect: { poll: { timeout: 20_000 } },
		hookTimeout: 120_000,
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				extends: true,
				test: {
					name: "modules",
					include: stateless.map((part) => `${part}/**/*.test.ts`),
					exclude,
					// A process a file would take longer than what most of them test.
					isolate: false,
					maxWorkers,
					sequence: { groupOrder: 0 },
				},
			},
			{
				extends: true,
				test: {
					name: "parts",
					include: ["**/*.test.ts"],
					exclude: [...exclude, ...stateless.map((part) => `${part}/**`), "test/browser/**"],
					maxWorkers,
					sequence: { groupOrder: 0 },
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					exclude,
					globalSetup: ["test/global-setup.ts"],
					setupFiles: ["test/browser/tell-what-stood-there.ts"],
					// More browsers than cores, and nothing beside them: most of the time a screen waits for what a person would wait for.
					maxWorkers: 3,
					// What the setup file asks of a failed test's pages comes before the test's own hooks close them.
					sequence: { groupOrder: 1, hooks: "list" },
				},
			},
		],
	},
});
