import type { Slide } from "../config/office.ts";
import { type SlidePicture, slidePicture } from "../config/slides.ts";
import type { OfficeSlide } from "../protocol/office.ts";

/** What idle screens show by turns, with the pictures as they were when they were read. */
export interface Slides {
	/** As screens are told them. */
	readonly shown: OfficeSlide[];
	/** The picture of that name; undefined where no slide has it, or had it since the start: some screens still show what was there before. */
	picture(name: string): SlidePicture | undefined;
	/** Others are shown from now on. */
	become(slides: readonly Slide[]): void;
}

/** Long enough to read a notice of two sentences twice. */
const usualSeconds = 12;

/**
 * A picture that is lost or damaged stops nothing: its slide is shown without it, or not at all where it has no words, and that is said.
 * @param slides of an office as it was read, with whole paths
 */
export function openSlides(
	slides: readonly Slide[],
	log: { warn(about: object, line: string): void },
): Slides {
	const pictures = new Map<string, SlidePicture>();
	let shown = toldOf(slides);

	function toldOf(list: readonly Slide[]): OfficeSlide[] {
		return list.flatMap(({ id, title, text, picture, seconds = usualSeconds }): OfficeSlide[] => {
			const words = { ...(id && { id }), ...(title && { title }), ...(text && { text }), seconds };
			const found = picture === undefined ? undefined : pictureAt(picture);
			if (found) {
				pictures.set(found.name, found);
				return [{ ...words, picture: `/api/slides/${found.name}` }];
			}
			return title || text ? [words] : [];
		});
	}

	function pictureAt(file: string): SlidePicture | undefined {
		try {
			return slidePicture(file);
		} catch (error) {
			log.warn({ err: error }, "a slide is shown without its picture");
			return undefined;
		}
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
