import type { Names } from "../../protocol/office.ts";
import { inLanguage } from "../../words/language.ts";
import type { Said } from "./setup.ts";
import { inParts } from "./sights.ts";
import { pageAt } from "./strip.ts";

/** Notices that run along the foot, one after the other; where people ask for less movement they stand, by turns, a long one in parts. */
export function Ticker({
	notices,
	said: { language, second },
	nowMs,
	isTall,
}: {
	notices: readonly Names[];
	said: Said;
	nowMs: number;
	isTall: boolean;
}) {
	const languages = second === null ? [language] : [language, second.language];
	const texts = notices.flatMap((names) =>
		languages.map((spoken) => ({ spoken, text: inLanguage(names, spoken) })),
	);
	if (texts.length === 0) return null;
	const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
	const parts = texts.flatMap(({ spoken, text }) =>
		inParts(text, isTall ? standingLetters.tall : standingLetters.wide).map((part) => ({
			spoken,
			part,
		})),
	);
	const standing = parts[pageAt(parts.length, nowMs)];
	return (
		<aside class="ticker">
			<p class="ticker-run" style={{ "--run": `${secondsFor(letters, texts.length)}s` }}>
				{texts.map(({ spoken, text }) => (
					<span key={`${spoken} ${text}`} lang={spoken}>
						{text}
					</span>
				))}
			</p>
			<p class="ticker-stand" aria-hidden="true" data-fit="0.6">
				<span lang={standing?.spoken}>{standing?.part}</span>
			</p>
		</aside>
	);
}

/**
 * How long the whole takes to run through: eight letters a second, which a slow reader keeps up with, and the empty screen before it. Guessed from the letters,
 * so that nothing needs be measured; a letter is half as wide as it is high.
 */
function secondsFor(letters: number, notices: number): number {
	const screenLetters = 100;
	const gapLetters = 6;
	return Math.round((screenLetters + letters + gapLetters * notices) / lettersASecond);
}

const lettersASecond = 8;

/** As many letters as stand side by side where nothing runs; a longer notice is shown in parts. */
const standingLetters = { wide: 90, tall: 48 };
