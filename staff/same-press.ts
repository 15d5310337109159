/** A second press within this time is the same press: a trembling finger, a double click by habit. */
export const samePressMs = 300;

/** What is asked of a key event. */
export interface KeyDown {
	key: string;
	/** The key is held. */
	repeat: boolean;
	/** What it would be typed into; in a line Enter presses, in a longer text it writes. */
	into: "nothing" | "line" | "text";
}

/** A key that went down before, as far as it matters for the next one. */
export interface KeyBefore {
	key: string;
	/** It pressed a button or did an act, where others only write. */
	pressed: boolean;
}

/** Whether a key is still the press before, which did something: held, it must not do the next thing, nor be typed into the field that it has opened. */
export function isSamePress(before: KeyBefore | null, { key, repeat }: KeyDown): boolean {
	return repeat && before?.pressed === true && before.key === key;
}

/** What is remembered of a key for the next one. */
export function rememberKey({ key, into }: KeyDown): KeyBefore {
	const pressed = key === "Enter" ? into !== "text" : into === "nothing" && key.length === 1;
	return { key, pressed };
}

/** Keeps held keys and double clicks from doing one thing twice, or the next thing unread, on every page. */
export function guardSamePress(): void {
	let before: KeyBefore | null = null;
	addEventListener(
		"keydown",
		(event) => {
			const { key, repeat, target } = event;
			const down: KeyDown = { key, repeat, into: intoWhat(target) };
			if (isSamePress(before, down)) stop(event);
			else before = rememberKey(down);
		},
		{ capture: true },
	);
	addEventListener(
		"click",
		(event) => {
			const { detail, target } = event;
			if (detail >= 2 && target instanceof Element && target.closest("button, a")) stop(event);
		},
		{ capture: true },
	);
}

function stop(event: Event): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}

function intoWhat(target: EventTarget | null): KeyDown["into"] {
	if (target instanceof HTMLTextAreaElement) return "text";
	if (!(target instanceof HTMLInputElement)) return "nothing";
	return ["checkbox", "radio", "button", "submit"].includes(target.type) ? "nothing" : "line";
}
