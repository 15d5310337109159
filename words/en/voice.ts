import type { voice as vi } from "../vi/voice.ts";

export const voice: typeof vi = {
	title: "Voice",
	intro:
		"Record a person for the call board: each phrase once, in a quiet room, read by one person at one distance from the microphone.",
	loading: "Opening the page that records…",
	notLoaded: "The page that records could not be opened. Check the connection and open it again.",
	inUse: (voice) => `Voice in use: ${voice}`,
	provisional: "A machine's, until a person has been recorded.",
	spoken: "Record for",
	languages: { vi: "Vietnamese", en: "English" },

	microphone: "Turn the microphone on",
	insecure:
		"Browsers give a page the microphone only on the hub's own machine (http://127.0.0.1) or over https. Please open this page in one of these ways.",
	refused:
		"The browser does not let this page use the microphone. Allow it in the address bar and try again.",
	none: "No microphone was found. Plug one in and try again.",
	level: "Level",

	say: "Please read",
	hint: "Press Record, wait half a second, read, wait half a second and press Stop. The key R does both.",
	record: "Record",
	stop: "Stop",
	listen: "Listen",
	next: "Next phrase",
	good: (seconds) => `Can be used, ${seconds} s long`,
	faults: {
		silent: "Nothing is heard",
		"too-quiet": "Too quiet: go nearer to the microphone, or raise its level",
		clipped: "Too loud and distorted: go farther from the microphone, or lower its level",
		"cut-off": "Cut off at its beginning or end: keep silent for a moment before and after reading",
		"too-short": "Too short for its words",
		"too-long": "Too long for its words: something else is heard, or it is read too slowly",
		gap: "With a silence in the midst: read it in one go",
		noisy: "Hardly louder than the room: record where it is quiet",
	},

	phrases: "Phrases",
	missing: "Not recorded",
	again: "To be recorded again",
	done: (good, all) => `${good} of ${all} phrases recorded`,
	save: "Save all (.zip)",
	saveHint:
		"Recordings are on this page alone: save them before you close it. Unpack them and run npm run make-voice as docs/VOICE.md says.",
};
