import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["**/*.test.ts"],
		exclude: ["**/node_modules/**", "dist/**"],
		// Tests name what they wait for; a slow machine only makes them slower.
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
