import { setImmediate as turn } from "node:timers/promises";
import type { PrinterProfile, PrinterSettings } from "../protocol/printing.ts";
import { encodePaper, type PrintablePart } from "./encode.ts";
import { measureText } from "./font.ts";
import { layoutPaper } from "./layout.ts";
import type { Logos } from "./logo.ts";
import type { Paper } from "./paper.ts";
import { abilitiesOf } from "./profiles.ts";
import { drawQr } from "./qr-picture.ts";
import type { Raster } from "./raster.ts";

/** What all printers of an office print with. */
export interface Press {
	raster: Raster;
	logos: Logos;
	/** The office's own printer profiles. */
	profiles: readonly PrinterProfile[];
}

/** A paper's bytes for a printer: laid out, drawn, encoded. Rejects when the raster cannot draw; a logo that cannot be read is left out. */
export async function paperBytes(
	paper: Paper,
	settings: Pick<PrinterSettings, "widthDots" | "cut" | "profile">,
	{ raster, logos, profiles }: Press,
): Promise<Uint8Array> {
	const { widthDots, cut = "partial" } = settings;
	const logo = paper.logoFile === undefined ? null : await logos.of(paper.logoFile);
	const abilities = abilitiesOf(settings, profiles);
	const parts: PrintablePart[] = [];
	for (const part of layoutPaper(paper, widthDots, measureText, logo).parts) {
		// Layout, setting, a QR code and encoding take some milliseconds each of the thread that serves people.
		await turn();
		if (part.kind !== "qr") parts.push({ kind: "picture", bitmap: await raster.draw(part) });
		else if (abilities.qr === "native") parts.push(part);
		else {
			const bitmap = drawQr(part.text, part.moduleDots, widthDots);
			parts.push({ kind: "picture", bitmap });
		}
	}
	await turn();
	return encodePaper(parts, { cut, abilities, widthDots });
}
