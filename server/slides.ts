import type { Slide } from "../config/office.ts";
import { type SlidePicture, slidePicture } from "../config/slides.ts";
import type { OfficeSlide } from "../protocol/office.ts";

/** What idle screens show by turns, with the pictures as they were when they were read. */
export interface Slides {
	/** As screens are told them. */
	readonly shown: OfficeSlide[];
	/** The picture of that name; undefined where no slide has it, or had it since the start: some screens still show what was there before. */
	picture(name: string): SlidePicture | undefined;
	/** Others are shown from now on. @throws where a picture is gone since they were checked */
	become(slides: readonly Slide[]): void;
}

/** Long enough to read a notice of two sentences twice. */
const usualSeconds = 12;

/** @param slides of an office file as it was loaded, with whole paths. @throws where a picture is gone since */
export function openSlides(slides: readonly Slide[]): Slides {
	const pictures = new Map<string, SlidePicture>();
	let shown = toldOf(slides);

	function toldOf(list: readonly Slide[]): OfficeSlide[] {
		return list.map(({ id, title, text, picture, seconds = usualSeconds }): OfficeSlide => {
			const words = { ...(id && { id }), ...(title && { title }), ...(text && { text }), seconds };
			if (picture === undefined) return words;
			const found = slidePicture(picture);
			pictures.set(found.name, found);
			return { ...words, picture: `/api/slides/${found.name}` };
		});
	}

	return {
		get shown() {
			return shown;
		},
		picture: (name) => pictures.get(name),
		become(next) {
			shown = toldOf(next);
		},
	};
}
