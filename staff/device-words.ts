import type { PairedDevice } from "../protocol/devices.ts";
import type { Language, OfficeView } from "../protocol/office.ts";
import { deviceWords } from "../words/devices.ts";

/** What a machine is and where: `Máy lấy số kiosk-1`; a counter's screen, which is let in as a board under its counter's id, by its label: `Màn hình quầy 3`. */
export function placeInWords(
	{ role, place }: Pick<PairedDevice, "role" | "place">,
	office: Pick<OfficeView, "boards" | "counters"> | null,
	language: Language,
): string {
	const words = deviceWords[language];
	const isBoard = office?.boards.some(({ id }) => id === place);
	const counter = office?.counters.find(({ id }) => id === place);
	if (role === "board" && !isBoard && counter) return words.counterScreen(counter.label);
	return `${words.role[role]} ${place}`;
}

/** Which version it runs; of an old page the mark too, by which it is told from other old ones. */
export function versionInWords(version: string, isCurrent: boolean, language: Language): string {
	const words = deviceWords[language];
	// The program's, and after it the mark of the page.
	const [program = version] = version.split("+");
	return isCurrent ? words.version(program) : words.oldVersion(version);
}
