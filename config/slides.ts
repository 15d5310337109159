import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import type { Fault } from "../protocol/problem.ts";
import { under } from "./faults.ts";
import { at, repeated, rows, textAt } from "./file-rows.ts";
import type { Office, Slide } from "./office.ts";
import { beginsAsPng, pictureBytes } from "./picture-file.ts";
import { shown } from "./plain-words.ts";

/** A picture of a slide as the hub serves it. */
export interface SlidePicture {
	/** The same for the same bytes, so that a browser may keep it for good: `3f2a90c1d5e7.png`. */
	name: string;
	file: string;
	type: "image/png" | "image/jpeg";
}

/** A picture for a panel of 1080 by 1920 is well below it, and a kiosk keeps each in memory. */
const mostBytes = 4 * 1024 * 1024;

/** A board has room for three lines of it, and text below them. */
const mostOfTitle = 120;

/** What is wrong with the slides of an office file beyond their schema: none may be empty, and each picture must be there. */
export function slideFaults(officeFile: string, office: unknown): Fault[] {
	const slides = rows(office, "slides");
	const inEach = slides.flatMap((slide) => {
		const isEmpty = ["title", "text", "picture"].every((key) => at(slide.value, key) === undefined);
		if (isEmpty) {
			return [
				{ path: slide.path, found: "an empty slide", allowed: "a title, a text or a picture" },
			];
		}
		const title = { path: under(slide.path, "title"), value: at(slide.value, "title") };
		const long = ["vi", "en"].flatMap((language) =>
			textAt(title, language)
				.filter(({ text }) => text.length > mostOfTitle)
				.map(({ path, text }): Fault => {
					const allowed = `at most ${mostOfTitle} letters; what is longer belongs into its text`;
					return { path, found: `${text.length} letters`, allowed };
				}),
		);
		const missing = textAt(slide, "picture").flatMap(({ path, text }) => {
			const found = pictureAt(resolve(dirname(officeFile), text));
			if (typeof found !== "string") return [];
			const allowed = "a PNG or JPEG of at most 4 MB, its path relative to the office file";
			return [{ path, found: `${shown(text)}, ${found}`, allowed }];
		});
		return [...long, ...missing];
	});
	return [...repeated(slides, "id"), ...inEach];
}

/** The office with the whole paths of its slides' pictures. */
export function withSlidePaths(officeFile: string, office: Office): Office {
	const { slides } = office;
	if (slides === undefined) return office;
	const whole = (slide: Slide): Slide =>
		slide.picture === undefined
			? slide
			: { ...slide, picture: resolve(dirname(officeFile), slide.picture) };
	return { ...office, slides: slides.map(whole) };
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
	const kind = kindOf(bytes);
	if (kind === null) return "which is neither";
	const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${kind}`;
	return { name, file, type: kind === "png" ? "image/png" : "image/jpeg" };
}

/** By its first bytes; of a JPEG SOI and the marker after it (ITU-T T.81). */
function kindOf(bytes: Buffer): "png" | "jpg" | null {
	if (beginsAsPng(bytes)) return "png";
	if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return "jpg";
	return null;
}
