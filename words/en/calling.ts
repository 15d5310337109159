import type { calling as vi } from "../vi/calling.ts";

export const calling: typeof vi = {
	classRules: {
		"first-come": "As they came",
		strict: "Priority always first",
		ratio: "By turns, in a ratio",
		ageing: "Priority as if they came earlier",
	},
	serviceRules: {
		"first-come": "As they came",
		"relative-wait": "Longest wait against what is usual",
		weights: "By weights",
	},
};
