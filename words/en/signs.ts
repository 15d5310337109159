import type { signs as vi } from "../vi/signs.ts";

export const signs: typeof vi = {
	baby: "Baby",
	family: "Family",
	house: "House",
	land: "Plot of land with a flag",
	stamp: "Stamp",
	briefcase: "Briefcase",
	heart: "Hand holding a heart",
	book: "Book",
	"id-card": "Identity card",
	people: "People",
	scales: "Scales",
	envelope: "Envelope",
	tree: "Tree",
	medal: "Medal",
	document: "Sheet of paper",
	check: "Tick",
};
