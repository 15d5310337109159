import type { Page } from "playwright-core";

/** In whole points, 72 to an inch. */
interface Sheet {
	width: number;
	height: number;
}

export const uprightA4: Sheet = { width: 595, height: 842 };
export const acrossA4: Sheet = { width: 842, height: 595 };

/** The sheets on which a page is printed, each as its own styles want it. */
export async function sheetsOf(page: Page): Promise<Sheet[]> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	const boxes = pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
	return [...boxes].map(([, width, height]) => ({
		width: Math.round(Number(width)),
		height: Math.round(Number(height)),
	}));
}
