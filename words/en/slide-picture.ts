import type { slidePicture as vi } from "../vi/slide-picture.ts";

export const slidePicture: typeof vi = {
	choose: "Choose a picture…",
	replace: "Replace…",
	remove: "Remove the picture",
	none: "No picture",
	drop: "Drop the picture here",
	sending: "Uploading the picture…",
	allowed: (size) =>
		`PNG or JPEG, at most ${size}; what is larger is made smaller. On boards and kiosks once the settings are saved.`,
	shrunk: (px) => `The picture was too large and has been made smaller, to ${px}.`,
	unreadable: "The browser cannot read this file. Choose a PNG or JPEG.",
	lost: "The hub has this picture no longer, so the slide is without one. Choose it again.",
	there: (count) => `Choose one that is there (${count})`,
	thereOne: (index, about) => `Picture ${index} that is there: ${about}`,
	shown: "The picture of this slide",
	inList: "picture",
};
