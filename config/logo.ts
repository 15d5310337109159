import { dirname, resolve } from "node:path";
import type { SettingsFault } from "../protocol/settings.ts";
import { at } from "./file-rows.ts";
import type { Office } from "./office.ts";
import { beginsAsPng, pictureBytes } from "./picture-file.ts";
import { shown } from "./plain-words.ts";

/** It is printed dot for dot, 30 by 15 mm: a larger one would have to be made smaller here, and lose its sharp edges. */
const mostWide = 240;
const mostHigh = 120;

/** What is wrong with the picture that an office file names for its papers. */
export function logoFaults(officeFile: string, office: unknown): SettingsFault[] {
	const logo = at(at(office, "paper"), "logo");
	if (typeof logo !== "string") return [];
	const found = foundAt(resolve(dirname(officeFile), logo));
	if (found === null) return [];
	const allowed = `a PNG of at most ${mostWide} by ${mostHigh} dots, its path relative to the office file`;
	const rule = { is: "logo-unreadable" } as const;
	return [{ path: "/paper/logo", found: `${shown(logo)}, ${found}`, allowed, rule }];
}

/** The office with the whole path of its picture, so that nobody else need know where the file lies. */
export function withLogoPath(officeFile: string, office: Office): Office {
	const { paper } = office;
	if (paper?.logo === undefined) return office;
	return { ...office, paper: { ...paper, logo: resolve(dirname(officeFile), paper.logo) } };
}

/** Null when all is well. */
function foundAt(file: string): string | null {
	const bytes = pictureBytes(file);
	if (typeof bytes === "string") return bytes;
	// ISO/IEC 15948, 11.2.2: after the signature comes IHDR with width and height.
	const isPng =
		bytes.length >= 33 && beginsAsPng(bytes) && bytes.toString("latin1", 12, 16) === "IHDR";
	if (!isPng) return "which is no PNG";
	const [wide, high] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
	if (wide === 0 || high === 0 || wide > mostWide || high > mostHigh) {
		return `which is ${wide} by ${high} dots`;
	}
	return null;
}
