import type { Names } from "../../protocol/office.ts";
import { inLanguage } from "../../words/language.ts";
import type { Said } from "./setup.ts";
import { pageAt } from "./strip.ts";

/** Notices that run along the foot, one after the other; where people ask for less movement they stand, by turns. */
export function Ticker({
	notices,
	said: { language, second },
	nowMs,
}: {
	notices: readonly Names[];
	said: Said;
	nowMs: number;
}) {
	const languages = second === null ? [language] : [language, second.language];
	const texts = notices.flatMap((names) =>
		languages.map((spoken) => ({ spoken, text: inLanguage(names, spoken) })),
	);
	if (texts.length === 0) return null;
	const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
	const standing = texts[pageAt(texts.length, nowMs)];
	return (
		<aside class="ticker">
			<p class="ticker-run" style={{ "--run": `${secondsFor(letters, texts.length)}s` }}>
				{texts.map(({ spoken, text }) => (
					<span key={`${spoken} ${text}`} lang={spoken}>
						{text}
					</span>
				))}
			</p>
			<p class="ticker-stand" aria-hidden="true" lang={standing?.spoken}>
				{standing?.text}
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
