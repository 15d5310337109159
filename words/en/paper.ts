import { count } from "../numbers.ts";
import type { paper as vi } from "../vi/paper.ts";

export const paper: typeof vi = {
	number: "Your number",
	reprint: "Reprint",
	reprintedAt: (date, time) => `Printed again at ${time}, ${date}`,
	priority: (className) => `Priority: ${className}`,
	procedure: (name) => `Procedure: ${name}`,
	counter: "Counter",
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

	checklist: {
		title: "What to prepare",
		documents: "Papers to bring",
		tick: "Tick the box of each one that you have",
		documentsUnknown: "The source lists no papers. Please ask at the counter.",
		more: (papers) => `And ${papers} more: see the official page`,
		fees: "Fees",
		times: "Processing time",
		where: "Hand in at",
		official: "Scan to see the official page of this procedure",
		code: (code) => `Procedure code: ${code}`,
		checkAtCounter: "Rules may have changed. Please check at the counter before you apply.",
		asOf: (date) => `Data of ${date}`,
		source: (host) => `Source: ${host}`,
		printed: (date, time) => `Printed at ${time}, ${date}`,
	},

	test: {
		title: "Test page",
		printer: (name, id) => `Printer: ${name} (${id})`,
		device: (device) => `Connection: ${device}`,
		profile: (profile) => `Model: ${profile}`,
		width: (dots) => `Width: ${dots} dots, ${dots / 8} mm`,
		lookFor: "Please check",
		edges: "The upright lines at both edges are whole",
		bar: "The black bar is even, without white stripes",
		letters: "All letters have their marks, none broken",
		code: "A phone reads the code at the end",
		cut: "The paper is cut after the last line",
		tear: "Torn off at the bar, the last line is whole",
		size: (dots) => `Size ${dots}: Hộ tịch 0123456789`,
		end: "End of the test page",
	},
};
