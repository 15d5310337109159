import type { Feature, Image } from "write-excel-file/node";
import { findElement, prependMarkupInsideElement } from "write-excel-file/utility";

/** What a picture in a sheet would be given as; there is none. */
type Content = Image["content"];

/** Prints a sheet as wide as the paper, and as long as it comes: a table of many columns would go on over several sheets. */
export const oneSheetWide: Feature<Content> = {
	files: {
		transform: {
			"xl/worksheets/sheet{id}.xml": {
				transform(xml) {
					const sheet = findElement(xml, "worksheet");
					if (!sheet) return xml;
					// The first of all in it: ECMA-376, part 1, 18.3.1.99.
					const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
					return prependMarkupInsideElement(xml, sheet, fit);
				},
				transformElementAttributes: (tagName, attributes) =>
					tagName === "pageSetup" ? { ...attributes, fitToHeight: 0 } : attributes,
			},
		},
	},
};
