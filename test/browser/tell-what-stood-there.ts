import { afterEach } from "vitest";
import { launched } from "../chromium.ts";

/** So much of a page tells which screen it is and what it says. */
const shownMost = 1_500;

/** Where a test fails, what stands on every page that is open then: mostly that says why. */
afterEach(async ({ task }) => {
	if (task.result?.state !== "fail") return;
	for (const page of launched.flatMap((browser) =>
		browser.contexts().flatMap((context) => context.pages()),
	)) {
		const text = await page
			.locator("body")
			.innerText({ timeout: 5_000 })
			.catch((error: Error) => error.message);
		process.stderr.write(
			`\n${task.name}\n${page.url()} shows:\n${text.replace(/\n+/g, " | ").slice(0, shownMost)}\n`,
		);
	}
});
