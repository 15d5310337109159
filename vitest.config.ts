import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**", "dist/**"];

export default defineConfig({
	test: {
		reporters: ["default", ["json", { outputFile: "dist/test-report.json" }]],
		// Tests wait for what they name; a slow machine only makes them slower.
		testTimeout: 60_000,
		hookTimeout: 120_000,
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
