import { loadSettings } from "../../config/load.ts";
import { defaultOfficeFile } from "../../config/places.ts";
import type { Language } from "../../protocol/office.ts";
import { type ToldOffice, toldOffice } from "../log/told-office.ts";
import { CannotDo } from "./run-command.ts";

/** Reads the office file for the names and the clock of the office whose ledger is told. */
export function loadToldOffice(
	officeFile: string | undefined,
	id: string,
	language: Language,
): ToldOffice {
	const file = officeFile ?? defaultOfficeFile();
	const settings = loadSettings(file);
	if (!settings.ok) throw new CannotDo(`${file} is not right: start the hub to see why`);
	if (settings.office.id !== id) {
		throw new CannotDo(
			`OFFICE_FILE ${file} is of the office ${settings.office.id}, and the ledger is of ${id}: set OFFICE_FILE as for its hub`,
		);
	}
	return toldOffice(settings.office, language);
}
