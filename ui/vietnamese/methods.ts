import type { Tone } from "./letters.ts";
import type { Marks } from "./marks.ts";

/** How letters compose as one types. Tone keys and accented letters of a keyboard do so by each of them. */
export type Method = "telex" | "vni" | "none";

/** What a key does beside being a letter. */
export type Effect =
	/** Puts a tone on the syllable, or takes it away. */
	| { tone: Tone | null }
	/** Puts a mark on a letter that stands there: which one, by letter. `alone`: by itself the key is ư. */
	| { marks: Marks; alone: boolean };

/** Both methods' keys as https://vietunicode.sourceforge.net/inputmethod.html lists them; w for ư is Telex of today. */
const effects: Readonly<Record<Method, Readonly<Record<string, Effect>>>> = {
	telex: {
		s: { tone: "\u0301" },
		f: { tone: "\u0300" },
		r: { tone: "\u0309" },
		x: { tone: "\u0303" },
		j: { tone: "\u0323" },
		z: { tone: null },
		a: mark({ a: "circumflex" }),
		e: mark({ e: "circumflex" }),
		o: mark({ o: "circumflex" }),
		d: mark({ d: "stroke" }),
		w: { marks: { u: "horn", o: "horn", a: "breve" }, alone: true },
	},
	vni: {
		1: { tone: "\u0301" },
		2: { tone: "\u0300" },
		3: { tone: "\u0309" },
		4: { tone: "\u0303" },
		5: { tone: "\u0323" },
		0: { tone: null },
		6: mark({ a: "circumflex", e: "circumflex", o: "circumflex" }),
		7: mark({ u: "horn", o: "horn" }),
		8: mark({ a: "breve" }),
		9: mark({ d: "stroke" }),
	},
	none: {},
};

export function effectOf(key: string, method: Method): Effect | null {
	return effects[method][key.toLowerCase()] ?? null;
}

function mark(marks: Marks): Effect {
	return { marks, alone: false };
}
