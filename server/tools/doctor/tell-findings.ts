import type { Finding } from "./finding.ts";

/** What a terminal may be told in colour; without colours the words alone say it. */
export interface Telling {
	colours: boolean;
	/** Characters in a line. */
	width: number;
}

const marks = { ok: "ok", note: "NOTE", wrong: "WRONG" } as const;
const colours = { ok: "32", note: "33", wrong: "1;31" } as const;
/** Where the sentences begin: after the longest mark and the longest name. */
const markWidth = 6;
const nameWidth = 13;
const indent = " ".repeat(markWidth + nameWidth);

/** A finding as lines: its mark, what it is about, what was found, and under that what to do. */
export function tellFinding(finding: Finding, { colours: inColour, width }: Telling): string {
	const { about, state, says } = finding;
	const mark = marks[state].padEnd(markWidth);
	const told = inColour ? `\u001b[${colours[state]}m${mark}\u001b[0m` : mark;
	const room = Math.max(40, width) - indent.length;
	const body = says.split("\n").flatMap((line) => wrapped(line, room));
	const toDo = finding.state === "ok" ? [] : wrapped(`-> ${finding.toDo}`, room, "   ");
	const name = about.length < nameWidth ? about.padEnd(nameWidth) : `${about}\n${indent}`;
	return `${told}${name}${[...body, ...toDo].join(`\n${indent}`)}`;
}

/** The last line: how much is wrong. */
export function tellSum(findings: readonly Finding[]): string {
	const count = (state: Finding["state"]) =>
		findings.filter((finding) => finding.state === state).length;
	const [bad, notes] = [count("wrong"), count("note")];
	const noted = notes === 0 ? "" : `, ${notes} to note`;
	if (bad === 0) return `Nothing is wrong${noted}.`;
	return `${bad} ${bad === 1 ? "thing is" : "things are"} wrong${noted}.`;
}

/** Lines no longer than `room` where words allow it, so that addresses and paths stay whole to be copied. */
function wrapped(text: string, room: number, hanging = ""): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && longer.length > room) {
			lines.push(line);
			line = `${hanging}${word}`;
		} else line = longer;
	}
	return [...lines, line];
}
