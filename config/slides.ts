import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import type { SettingsFault } from "../protocol/settings.ts";
import { slidePictureLimits } from "../protocol/slide-pictures.ts";
import { under } from "./faults.ts";
import { at, repeated, rows, textAt } from "./file-rows.ts";
import type { Office, Slide } from "./office.ts";
import { kindOfPicture, pictureBytes } from "./picture-file.ts";
import { shown } from "./plain-words.ts";

/** A picture of a slide as the hub serves it. */
export interface SlidePicture {
	/** The same for the same bytes, so that a browser may keep it for good: `3f2a90c1d5e7.png`. */
	name: string;
	file: string;
	type: "image/png" | "image/jpeg";
}

export const typeOfPicture = { png: "image/png", jpg: "image/jpeg" } as const;

const mostBytes = slidePictureLimits.bytes;

/** A board has room for three lines of it, and text below them. */
const mostOfTitle = 120;

/** How a slide of the settings names a picture that the hub keeps: its name in the folder of those follows. Never a path, whatever stands there. */
const keptPrefix = "kept:";

/** The names in that folder: of what is in the picture, so that no two pictures have one. */
export const keptName = /^[0-9a-f]{32}\.(?:png|jpg)$/;

export function asKept(name: string): string {
	return `${keptPrefix}${name}`;
}

/** The name of a picture that the hub keeps; null where a slide names a file beside the office file, undefined where no picture can be meant. */
export function nameOfKept(picture: string): string | null | undefined {
	if (!picture.startsWith(keptPrefix)) return null;
	const name = picture.slice(keptPrefix.length);
	return keptName.test(name) ? name : undefined;
}

/**
 * What is wrong with the slides of an office beyond their schema: none may be empty, and each picture beside the office file must be there. One that the hub
 * keeps may be lost: an office opens without it.
 * @param keptFolder where the hub keeps pictures; undefined for an office file, which names none of those
 */
export function slideFaults(
	officeFile: string,
	office: unknown,
	keptFolder?: string,
): SettingsFault[] {
	const slides = rows(office, "slides");
	const inEach = slides.flatMap((slide) => {
		const isEmpty = ["title", "text", "picture"].every((key) => at(slide.value, key) === undefined);
		if (isEmpty) {
			return [
				{
					path: slide.path,
					found: "an empty slide",
					allowed: "a title, a text or a picture",
					rule: { is: "slide-empty" as const },
				},
			];
		}
		const title = { path: under(slide.path, "title"), value: at(slide.value, "title") };
		const long = ["vi", "en"].flatMap((language) =>
			textAt(title, language)
				.filter(({ text }) => text.length > mostOfTitle)
				.map(({ path, text }): SettingsFault => {
					const allowed = `at most ${mostOfTitle} letters; what is longer belongs into its text`;
					const rule = { is: "too-long", most: mostOfTitle } as const;
					return { path, found: `${text.length} letters`, allowed, rule };
				}),
		);
		const missing = textAt(slide, "picture").flatMap(({ path, text }): SettingsFault[] => {
			const kept = nameOfKept(text);
			if (kept === undefined || (kept !== null && keptFolder === undefined)) {
				const allowed =
					"a file beside the office file; other names are given by the settings' page";
				const rule = { is: "picture-unknown" } as const;
				return [{ path, found: shown(text), allowed, rule }];
			}
			if (kept !== null) return [];
			const found = pictureAt(resolve(dirname(officeFile), text));
			if (typeof found !== "string") return [];
			const allowed = "a PNG or JPEG of at most 4 MB, its path relative to the office file";
			const rule = { is: "picture-unreadable", picture: text } as const;
			return [{ path, found: `${shown(text)}, ${found}`, allowed, rule }];
		});
		return [...long, ...missing];
	});
	return [...repeated(slides, "id"), ...inEach];
}

/** The office with the whole paths of its slides' pictures. */
export function withSlidePaths(officeFile: string, office: Office, keptFolder?: string): Office {
	const { slides } = office;
	if (slides === undefined) return office;
	const whole = (slide: Slide): Slide =>
		slide.picture === undefined
			? slide
			: { ...slide, picture: pictureFile(officeFile, slide.picture, keptFolder) };
	return { ...office, slides: slides.map(whole) };
}

/** The whole path of a picture that a slide names. */
export function pictureFile(officeFile: string, picture: string, keptFolder?: string): string {
	const kept = nameOfKept(picture);
	return kept && keptFolder !== undefined
		? join(keptFolder, kept)
		: resolve(dirname(officeFile), picture);
}

/** The picture at a whole path. @throws where it is no longer there, or no picture any more */
export function slidePicture(file: string): SlidePicture {
	const found = pictureAt(file);
	if (typeof found === "string") throw new Error(`${file}, ${found}`);
	return found;
}

/** The picture, or what is wrong with it. */
function pictureAt(file: string): SlidePicture | string {
	const bytes = pictureBytes(file);
	if (typeof bytes === "string") return bytes;
	if (bytes.length > mostBytes) return `which has ${bytes.length} bytes`;
	const kind = kindOfPicture(bytes);
	if (kind === null) return "which is neither";
	const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${kind}`;
	return { name, file, type: typeOfPicture[kind] };
}
