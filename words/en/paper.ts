import { count } from "../numbers.ts";
import type { paper as vi } from "../vi/paper.ts";

export const paper: typeof vi = {
	number: "Your number",
	reprint: (time) => `Printed again at ${time}`,
	priority: (className) => `Priority: ${className}`,
	procedure: (name) => `Procedure: ${name}`,
	ahead: (people) => {
		if (people === 0) return "Nobody is waiting ahead of you";
		return people === 1
			? "1\u00a0person ahead of you"
			: `${count(people, "en")}\u00a0people ahead of you`;
	},
	wait: (lowMin, highMin) =>
		lowMin > 0
			? `Expected wait: ${lowMin}–${highMin}\u00a0minutes`
			: `Expected wait: up to ${highMin}\u00a0minutes`,
	scan: "Scan to follow your turn",
	issued: (date, time) => `${time}, ${date}`,
	keep: "Please keep this ticket",
	validToday: "Valid today only",
};
