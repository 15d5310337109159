import { expect, test } from "vitest";
import { placeOfSlide, slideWithPicture } from "./slide-with-picture.ts";

const title = { vi: "Lịch", en: "Hours" };
const untyped = { vi: "", en: "" };

test("a picture needs no title, and one that was not typed is left out", () => {
	expect(slideWithPicture({ id: "a", title: untyped }, "kept:x")).toEqual({
		id: "a",
		picture: "kept:x",
	});
	expect(slideWithPicture({ title, picture: "kept:x" }, "kept:y")).toEqual({
		title,
		picture: "kept:y",
	});
});

test("where nothing is left on a slide its title is asked for again", () => {
	expect(slideWithPicture({ id: "a", picture: "kept:x" }, undefined)).toEqual({
		id: "a",
		title: untyped,
	});
	expect(slideWithPicture({ text: title, picture: "kept:x" }, undefined)).toEqual({ text: title });
});

test("a slide that was moved while its picture was sent is found by its id, and one that is gone is not", () => {
	const office = { slides: [{ title }, { id: "a" }] };
	const path = ["slides", 0];
	expect(placeOfSlide(office, { id: "a" }, path)).toEqual(["slides", 1]);
	expect(placeOfSlide(office, { id: "b" }, path)).toBeNull();
	expect(placeOfSlide(office, { title }, path)).toEqual(path);
	expect(placeOfSlide({ slides: [] }, { title }, path)).toBeNull();
});
