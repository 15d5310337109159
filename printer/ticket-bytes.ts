import type { PrinterSettings } from "../protocol/printing.ts";
import { encodeTicket, type PrintablePart } from "./encode.ts";
import { measureText } from "./font.ts";
import { layoutTicket } from "./layout.ts";
import type { Raster } from "./raster.ts";
import { toSvg } from "./svg.ts";
import type { TicketPaper } from "./ticket-paper.ts";

/** A ticket's bytes for a printer: laid out, drawn, encoded. */
export async function ticketBytes(
	paper: TicketPaper,
	{ widthDots, cut = "partial" }: Pick<PrinterSettings, "widthDots" | "cut">,
	raster: Raster,
): Promise<Uint8Array> {
	const parts: PrintablePart[] = [];
	for (const part of layoutTicket(paper, widthDots, measureText).parts) {
		if (part.kind === "qr") parts.push(part);
		else parts.push({ kind: "picture", bitmap: await raster.draw(toSvg(part)) });
	}
	return encodeTicket(parts, cut);
}
