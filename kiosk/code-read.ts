import { lookAtHeld } from "./hold.ts";
import type { Scan } from "./scan.ts";
import { searchBox } from "./searching.ts";

/**
 * What follows from a code that was read. What the reader typed into the search box on its way is taken out again: a
 * code is no text, and that of an identity card is nobody's business.
 */
export function codeWasRead(read: string, scan: Scan): void {
	searchBox.takeOut(read);
	if (scan.is === "ticket") void lookAtHeld(scan.ticketId);
}
