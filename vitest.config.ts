import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const exclude = ["**/node_modules/**", "dist/**"];

/** Begins what starts hubs, which takes longest, and fills up with the rest: no long one is left to run alone at the end. */
class HubsFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const startsHubs = ({ moduleId }: TestSpecification) => moduleId.includes("/test/");
		return [...sorted.filter(startsHubs), ...sorted.filter((file) => !startsHubs(file))];
	}
}

export default defineConfig({
	test: {
		reporters: ["default", ["json", { outputFile: "dist/test-report.json" }]],
		// Tests wait for what they name; a slow machine only makes them slower.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		sequence: { sequencer: HubsFirst },
		projects: [
			{
				extends: true,
				test: {
					name: "parts",
					include: ["**/*.test.ts"],
					exclude: [...exclude, "test/browser/**"],
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					exclude,
					globalSetup: ["test/global-setup.ts"],
					// One browser at a time: two cores, and screens that answer to people's time.
					fileParallelism: false,
				},
			},
		],
	},
});
