import type { hall as vi } from "../vi/hall.ts";

export const hall: typeof vi = {
	stopped: {
		evacuation: {
			title: "Please leave the building",
			hint: "Stay calm, use the emergency exits and follow the staff.",
		},
		power: {
			title: "Service is stopped: power cut",
			hint: "Please wait. Calling goes on when the power is back.",
		},
		system: {
			title: "Service is stopped: system failure",
			hint: "Please wait. Calling goes on when it has been mended.",
		},
		other: {
			title: "Service is stopped for the moment",
			hint: "Please wait and watch this screen.",
		},
	},
	keepsPlace: "Your number keeps its place.",
};
