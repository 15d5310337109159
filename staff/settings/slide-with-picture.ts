import { isList, isObject, type Json, type JsonObject, type Path, valueAt } from "./json.ts";

/**
 * A slide with another picture, or with none. A title in which nothing was typed is no part of one with a picture; where nothing else is left on the slide it is asked
 * for again.
 */
export function slideWithPicture(slide: Json | undefined, picture: string | undefined): JsonObject {
	const { picture: _, title, ...rest } = isObject(slide) ? slide : {};
	const titled = { ...rest, ...(title !== undefined && !isEmpty(title) && { title }) };
	if (picture !== undefined) return { ...titled, picture };
	const isLeft = ["title", "text"].some((key) => key in titled);
	return isLeft ? titled : { ...titled, title: { vi: "", en: "" } };
}

/** Where a slide stands by now: by its id wherever it has one; null where it is gone. */
export function placeOfSlide(office: Json, slide: Json | undefined, before: Path): Path | null {
	const slides = valueAt(office, ["slides"]);
	if (!isList(slides)) return null;
	const id = isObject(slide) ? slide.id : undefined;
	if (id === undefined) return valueAt(office, before) === undefined ? null : before;
	const index = slides.findIndex((one) => isObject(one) && one.id === id);
	return index === -1 ? null : ["slides", index];
}

function isEmpty(names: Json): boolean {
	return isObject(names) && Object.values(names).every((text) => text === "");
}
