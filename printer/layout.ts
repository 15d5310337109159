import type { Measure } from "./font.ts";
import { layoutChecklist } from "./layout/checklist.ts";
import type { Logo, PaperLayout } from "./layout/parts.ts";
import { layoutTestPage } from "./layout/test-page.ts";
import { layoutTicket } from "./layout/ticket.ts";
import type { Paper } from "./paper.ts";

export type { PaperLayout, QrPart } from "./layout/parts.ts";

/**
 * Lays a paper out for a width of 576, 512 or 384 dots. Everything drawn is within the width; long texts wrap, and only where they
 * are longer than any name do they end in "…".
 */
export function layoutPaper(
	paper: Paper,
	widthDots: number,
	measure: Measure,
	logo: Logo = null,
): PaperLayout {
	switch (paper.kind) {
		case "ticket":
			return layoutTicket(paper, widthDots, measure, logo);
		case "checklist":
			return layoutChecklist(paper, widthDots, measure, logo);
		case "test":
			return layoutTestPage(paper, widthDots, measure, logo);
	}
}
