import { createCatalogue } from "../../../catalogue/catalogue.ts";
import type { LoadedSettings } from "../../../config/load.ts";
import { createLogos } from "../../../printer/logo.ts";
import { paperBytes } from "../../../printer/paper-bytes.ts";
import { createRaster } from "../../../printer/raster.ts";
import { createPapers } from "../../papers.ts";
import type { Specimen } from "./check-paper.ts";

/** A worker that has died may not even say so. */
const drawnWithinMs = 30_000;

/** Makes a ticket of the office ready for each width of paper that it prints on, and prints none. */
export async function drawSpecimens({
	office,
	catalogue,
}: Extract<LoadedSettings, { ok: true }>): Promise<Specimen[] | { fault: string }> {
	const papers = createPapers({
		office,
		catalogue: createCatalogue(catalogue, office.services),
		now: Date.now,
		isDemo: false,
	});
	const [ticket] = papers.specimens();
	if (!ticket) return [];
	const kinds = new Map(office.printers.map((printer) => [printer.widthDots, printer]));
	const raster = createRaster();
	let fault = "";
	const logos = createLogos((file, error) => {
		fault = `the logo ${file} cannot be read (${String(error)})`;
	});
	const tooLong = setTimeout(() => void raster.close(), drawnWithinMs);
	try {
		const drawn: Specimen[] = [];
		for (const printer of kinds.values()) {
			const begun = performance.now();
			const press = { raster, logos, profiles: office.printerProfiles ?? [] };
			const { length: bytes } = await paperBytes(ticket, printer, press);
			drawn.push({ widthDots: printer.widthDots, bytes, tookMs: performance.now() - begun });
		}
		return fault === "" ? drawn : { fault };
	} catch (error) {
		return { fault: error instanceof Error ? error.message : String(error) };
	} finally {
		clearTimeout(tooLong);
		await raster.close();
	}
}
