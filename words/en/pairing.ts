import type { pairing as vi } from "../vi/pairing.ts";

export const pairing: typeof vi = {
	title: "This screen is not paired yet",
	kiosk: "Kiosk",
	board: "Call board",
	counter: "Screen over the counter",
	how: (address) =>
		`An administrator opens ${address}, signs in, goes to Devices and types this code.`,
	left: (time) => `The code is good for ${time}; then the screen shows a new one by itself.`,
	refused: "An administrator has refused this screen.",
	refusedLeft: (time) => `The screen asks for a new code in ${time}.`,
	asking: "Asking for a code…",
	paired: "Paired, opening the screen…",
	unheard: "The hub does not answer.",
	again: "The screen tries again in a few seconds.",
};
