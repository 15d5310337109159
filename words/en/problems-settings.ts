import { slidePictureLimits } from "../../protocol/slide-pictures.ts";
import { someOf } from "../language.ts";
import { fileSize, pictureSize } from "../numbers.ts";
import type { ProblemWords } from "../vi/problems.ts";
import type { settingsProblems as vi } from "../vi/problems-settings.ts";

export const settingsProblems: Record<keyof typeof vi, ProblemWords> = {
	"settings/changed": {
		title: "The settings have just been changed",
		detail: ({ holder }) =>
			`${holder && holder !== "hub" ? `Account "${holder}" has` : "Somebody has"} just changed the settings; what you edited is not saved. Load the new settings and go on from there.`,
	},
	"settings/wrong": {
		title: "The settings are not right",
		detail: "Nothing was changed. Mend the marked places and save again.",
	},
	"settings/in-use": {
		title: "Somebody still needs it",
		detail: ({ numbers = [], counters = [] }) =>
			[
				"Nothing was changed.",
				numbers.length > 0 &&
					`People still hold numbers of a service that would go: ${someOf(numbers, andMore)}. Serve them or send them on to another service, then save again.`,
				counters.length > 0 &&
					`Counters that would go are still open: ${someOf(counters, andMore)}. Close them, then save again.`,
			]
				.filter(Boolean)
				.join(" "),
	},
	"settings/unknown-version": {
		title: "There is no such version",
		detail: "This version of the settings is not kept any more.",
	},
	"picture/none": {
		title: "No picture that can be used",
		detail: ({ picture }) =>
			`${
				picture?.found === "cut-short"
					? "The picture is damaged, or its end is missing."
					: picture?.found === "unshowable"
						? "This JPEG is of a kind that boards cannot show."
						: "What was sent is neither a PNG nor a JPEG."
			} Choose another PNG or JPEG.`,
	},
	"picture/wrong-size": {
		title: "The picture is not of a size that can be used",
		detail: ({ picture = {} }) => {
			const { bytes, widthPx, heightPx } = picture;
			const { bytes: most, sidePx, leastPx } = slidePictureLimits;
			const found = [
				...(widthPx && heightPx ? [pictureSize(widthPx, heightPx)] : []),
				...(bytes ? [fileSize(bytes, "en")] : []),
			];
			const is = found.length > 0 ? `This one has ${found.join(", ")}.` : "This one is too large.";
			return `${is} Each side may have ${leastPx} to ${sidePx} px, the file at most ${fileSize(most, "en")}.`;
		},
	},
	"picture/no-room": {
		title: "There is no room for more pictures",
		detail: ({ picture: { kept = 0, bytes = 0 } = {} }) =>
			`${kept} pictures, ${fileSize(bytes, "en")}, are kept for the versions of the settings; ${slidePictureLimits.kept} and ${fileSize(slidePictureLimits.keptBytes, "en")} may be. What no version uses is deleted after a day; use a picture that is there, or a smaller one.`,
	},
};

const andMore = (count: number) => ` and ${count} more`;
