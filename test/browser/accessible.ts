import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 A and AA. */
const wcagTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds wrong on a page as it stands: each rule that is broken, with the elements that break it.
 * @param tags of the rules that it is held to; null: all that there are, good practice too
 */
export async function axeFaults(page: Page, tags: string[] | null = wcagTags): Promise<string[]> {
	// Once a document: reading these half a million characters takes as long as looking at a screen.
	if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
	const options: RunOptions = { resultTypes: ["violations"], ...(tags && { runOnly: tags }) };
	const found = await page.evaluate<AxeResults["violations"]>(
		`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
	);
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
