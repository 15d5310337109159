import { printAgentWords } from "../../words/print-agent.ts";

type Words = (typeof printAgentWords)["vi"];

/** Tells whoever stands at the machine, in Vietnamese and in English. */
export type Say = (sentence: (words: Words) => string) => void;

/** @param write both lines in one go, so that nothing comes between them */
export function sayWith(write: (text: string) => void): Say {
	return (sentence) => write(`${sentence(printAgentWords.vi)}\n${sentence(printAgentWords.en)}\n`);
}
