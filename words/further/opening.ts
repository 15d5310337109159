import type { opening } from "../vi/opening.ts";
import { count, type PlacesOf, text } from "./places.ts";

export const openingPlaces: PlacesOf<typeof opening> = {
	because: [text("what"), text("why")],
	again: [text("when")],
	today: [text("time")],
	hoursToday: [text("periods")],
	onDay: [text("time"), text("weekday"), count("day"), count("month")],
};
