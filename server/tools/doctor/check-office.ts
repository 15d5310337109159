import { describeFaults, type LoadedSettings } from "../../../config/load.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

/**
 * @param file undefined where OFFICE_FILE is not set
 */
export function checkOffice(settings: LoadedSettings, file: string | undefined): Finding {
	if (!settings.ok) {
		return wrong(
			"office file",
			describeFaults(settings.file, settings.faults),
			"correct what stands there: the hub does not start with it",
		);
	}
	const { office, catalogue } = settings;
	const procedures = catalogue.fields.reduce((sum, field) => sum + field.procedures.length, 0);
	const counted = `${office.services.length} services, ${office.counters.length} counters, ${office.kiosks.length} kiosks, ${procedures} procedures`;
	const says = `${office.id}, ${office.name.vi}: ${counted}`;
	if (file !== undefined) return ok("office file", says);
	return note(
		"office file",
		`OFFICE_FILE is not set: this is the sample office. ${says}`,
		"set OFFICE_FILE as for the hub (and DATA_DIR with it), or write your own: copy config/offices/sample.json",
	);
}

/** The clips that boards say calls with: all of them were read and found whole with the office file. */
export function checkVoice(settings: Extract<LoadedSettings, { ok: true }>): Finding {
	const voices = settings.voices.map(
		({ language, voice, provisional, clips }) =>
			`${language}: ${clips.length} clips, ${voice}${provisional ? " (provisional)" : ""}`,
	);
	return ok("voice", voices.join("; "));
}
