import type {
	PrinterAbilities,
	PrinterModel,
	PrinterProfile,
	PrinterSettings,
} from "../protocol/printing.ts";

/**
 * What a printer of the office file can do: as its profile says, and where that says nothing as the profile's model. Without a
 * profile it is one that can do only what all of its width can. A profile that is neither the office's own nor a model throws;
 * the office file is checked for it.
 */
export function abilitiesOf(
	settings: Pick<PrinterSettings, "profile" | "widthDots">,
	profiles: readonly PrinterProfile[],
): PrinterAbilities {
	const { profile = settings.widthDots === 384 ? "generic-58" : "generic-80" } = settings;
	const own = profiles.find(({ id }) => id === profile);
	if (own) {
		const { id, model, ...said } = own;
		return { ...models[model], ...said };
	}
	if (isModel(profile)) return { ...models[profile] };
	throw new Error(`there is no printer profile ${profile}`);
}

/**
 * The TM-T88V and the TM-T82II and what came after them, as in Epson's "ESC/POS Command Reference for TM Printers": GS 8 L (recommended there, GS v 0 is
 * obsolete), GS ( k, GS a, GS ( H and DLE DC4 function 8. The vertical motion unit (GS P) is 1/360 inch on the TM-T88 with its
 * 180 dpi and 1/406 inch on the TM-T82 with its 203 dpi: half a dot on both. An older one wants a profile of its own.
 */
const epson: PrinterAbilities = {
	picture: "graphics",
	qr: "native",
	tearOffLines: 5,
	answers: "always",
	processId: true,
	autoStatus: true,
	clearsBuffer: true,
	feedUnitsPerDot: 2,
	// They print 150 mm/s and more, 80 kB of picture; half of that is waited for.
	bytesPerSecond: 40_000,
};

/**
 * What the manuals of printers of no name agree on: GS v 0, ESC J in dots (1/203 inch), DLE EOT and GS r. Whether these questions are
 * answered differs, above all over a network port. Many draw QR codes wrongly or not at all, so that a picture is the sure way.
 */
const generic: PrinterAbilities = {
	picture: "raster",
	qr: "picture",
	tearOffLines: 5,
	answers: "perhaps",
	processId: false,
	autoStatus: false,
	clearsBuffer: false,
	feedUnitsPerDot: 1,
	bytesPerSecond: 10_000,
};

const models: Record<PrinterModel, PrinterAbilities> = {
	"epson-tm-t82": epson,
	"epson-tm-t88": epson,
	// Its "80XX Programmer Manual" has GS ( k; on nothing else beyond the generic is relied.
	"xprinter-80": { ...generic, qr: "native", bytesPerSecond: 20_000 },
	"generic-80": generic,
	// Boards of this width take 9,600 baud and more.
	"generic-58": { ...generic, bytesPerSecond: 900 },
};

function isModel(profile: string): profile is PrinterModel {
	return Object.hasOwn(models, profile);
}
