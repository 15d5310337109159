import type { Language } from "../../protocol/office.ts";
import { count } from "../../words/numbers.ts";
import type { simulateWords } from "../../words/simulate.ts";
import { colours, escaped } from "./chart.ts";

type Words = (typeof simulateWords)[Language];

export function policyName(name: string, words: Words): string {
	return name === "own" ? words.ownPolicy : name;
}

export function legend(words: Words): string {
	return key([
		[colours.half, words.p50],
		[colours.most, words.p90],
	]);
}

export function key(entries: readonly (readonly [colour: string, what: string])[]): string {
	return `<ul class="key">${entries.map(([colour, what]) => `<li><span style="${colour === colours.ink ? "width:0;border-left:2px dashed" : `background:${colour}`}"></span>${escaped(what)}</li>`).join("")}</ul>`;
}

export function section(title: string, body: string): string {
	return `<section><h2>${escaped(title)}</h2>${body}</section>`;
}

export function wordOf(words: Readonly<Record<string, string>>, id: string): string {
	return words[id] ?? id;
}

export function whole(value: number, language: Language): string {
	return count(Math.round(value), language);
}
