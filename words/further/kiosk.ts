import type { kiosk } from "../vi/kiosk.ts";
import { type Composed, count, type PlacesOf, text } from "./places.ts";

type Words = typeof kiosk;

const sitByCounters: Composed<Words["queue"]["sitByCounters"]> = {
	sentences: {
		one: { places: [text("counter")], vi: "Mời ngồi chờ gần quầy {counter}" },
		many: { places: [text("counters")], vi: "Mời ngồi chờ gần các quầy {counters}" },
	},
	compose: (say) => (counters) => say(counters.length === 1 ? "one" : "many", counters.join(", ")),
};

export const kioskPlaces: PlacesOf<Words> = {
	procedures: [count("procedures")],
	found: [count("procedures")],
	foundFirst: [count("shown"), count("procedures")],
	waiting: [count("people")],
	quotaLeft: [count("numbers")],
	ahead: [count("people")],
	wait: [count("lowMinutes"), count("highMinutes")],
	paper: { elsewhere: [text("printer")] },
	secondsLeft: [count("seconds")],
	printer: { aside: [text("reason")] },
	checklist: { elsewhere: [text("printer")] },
	startsOver: [count("seconds")],
	kioskUnknown: [text("kiosk")],
	queue: {
		others: [count("services")],
		people: [count("people")],
		minutes: [count("lowMinutes"), count("highMinutes")],
		sit: [text("place")],
		sitByCounters,
	},
	procedurePage: {
		forWhom: {
			sentences: { all: { places: [text("people")], vi: "Dành cho: {people}" } },
			compose: (say) => (who) => say("all", who.join(", ")),
		},
		cutoff: [text("time")],
		kinds: [count("kinds")],
		someKinds: [count("kinds")],
		where: [text("counters")],
		have: [count("ready"), count("all")],
		howMany: [text("units")],
		howManyEach: [text("units"), text("whole")],
		less: [text("what")],
		more: [text("what")],
		times: [text("wholes"), text("units")],
		steps: [count("steps")],
		texts: [count("texts")],
		forms: [count("forms")],
	},
	held: { atCounter: [text("counter")], sure: [text("ticket")] },
};
