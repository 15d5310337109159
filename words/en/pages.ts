import type { pages as vi } from "../vi/pages.ts";

export const pages: typeof vi = {
	startTitle: "Một Cửa",
	startIntro: "Choose the screen to open on this machine.",
	otherLanguage: "Tiếng Việt",
	open: "Open",
	kiosk: (id) => `Kiosk ${id}`,
	kioskAbout: "Citizens look up procedures and fees and take a number on the touchscreen.",
	board: "Lobby board",
	boardNamed: (id) => `Lobby board: ${id}`,
	counters: "Screens over the counters",
	countersAbout:
		"The small screen over each counter: whom it calls, who is next, or that it is paused.",
	boardAbout: "The large screen in the hall: the call now, the calls before it, who serves whom.",
	staff: "For staff",
	staffAbout:
		"Sign in to call numbers at a counter, look over the hall, read reports, change settings.",
	paper: (name) => `Paper: ${name}`,
	paperAbout: "A virtual printer: the tickets it has printed, as pictures.",
	api: "Programming interface",
	apiAbout: "Every HTTP call, to read and to try in the browser (OpenAPI 3.1).",
	health: "State of the system",
	healthAbout: "Whether the hub and its printers are well (JSON).",
	paperTitle: (name) => `Printed tickets – ${name}`,
	paperIntro: "The newest ticket comes first. The page renews itself.",
	paperEmpty: "Nothing has been printed yet. Take a number at the kiosk.",
	paperReal: "This is a real printer: its tickets are on paper, not here.",
	printed: (number, time) => `${number}, printed at ${time}`,
	home: "Start page",
};
