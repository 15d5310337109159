/** How a person wants the screen: gone with them. */
export interface Comfort {
	text: TextSize;
	/** Light on black, with strong edges. */
	highContrast: boolean;
	/** All that is touched lies low on the screen. */
	lowReach: boolean;
	/** Each screen is said aloud. */
	spoken: boolean;
}

/** Capitals of 4.8, 6 and 7.3 mm at least. */
export const textSizes = ["usual", "larger", "largest"] as const;
export type TextSize = (typeof textSizes)[number];

/** What is switched on and off by itself. */
export type ComfortSwitch = Exclude<keyof Comfort, "text">;

export type ComfortAction =
	| { type: "text-sized"; text: TextSize }
	| { type: "comfort-switched"; comfort: ComfortSwitch }
	/** All as it is for everybody. */
	| { type: "comfort-reset" };

/** The screen as everybody finds it. */
export const usualComfort: Comfort = {
	text: "usual",
	highContrast: false,
	lowReach: false,
	spoken: false,
};

/** The same object comes back where nothing changes. */
export function comfortStep(comfort: Comfort, action: ComfortAction): Comfort {
	switch (action.type) {
		case "text-sized":
			return action.text === comfort.text ? comfort : { ...comfort, text: action.text };
		case "comfort-switched":
			return { ...comfort, [action.comfort]: !comfort[action.comfort] };
		case "comfort-reset":
			return usualComfort;
	}
}

export function isUsual(comfort: Comfort): boolean {
	const { text, highContrast, lowReach, spoken } = comfort;
	return text === "usual" && !highContrast && !lowReach && !spoken;
}

/** What the style sheets read on the page's root: an attribute each, left out where the screen is as usual. */
export function comfortMarks({
	text,
	highContrast,
	lowReach,
}: Comfort): Record<"text" | "contrast" | "reach", string | null> {
	return {
		text: text === "usual" ? null : text,
		contrast: highContrast ? "high" : null,
		reach: lowReach ? "low" : null,
	};
}
