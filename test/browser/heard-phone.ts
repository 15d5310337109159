import type { BrowserContext, Page } from "playwright-core";

/** What a phone has done to be noticed, in order: `rings 27` tones, `shakes 250`. */
export type Noticed = string[];

/** Runs in the page, before its own program: writes down what sounds and shakes, which no test can hear. */
function rememberNotice(): void {
	const noticed: string[] = [];
	let tones = 0;
	const start = OscillatorNode.prototype.start;
	OscillatorNode.prototype.start = function (when) {
		if (tones === 0) {
			setTimeout(() => {
				noticed.push(`rings ${tones}`);
				tones = 0;
			});
		}
		tones++;
		return start.call(this, when);
	};
	Navigator.prototype.vibrate = (pattern: number | Iterable<number>) => {
		const ms = (typeof pattern === "number" ? [pattern] : [...pattern]).reduce(
			(sum, part) => sum + part,
			0,
		);
		if (ms > 0) noticed.push(`shakes ${ms}`);
		return true;
	};
	Object.assign(window, { noticed });
}

export async function listenToPhone(context: BrowserContext): Promise<void> {
	await context.addInitScript(rememberNotice);
}

export function noticedOn(page: Page): Promise<Noticed> {
	return page.evaluate("window.noticed");
}

export function forgetNotice(page: Page): Promise<void> {
	return page.evaluate("window.noticed.length = 0");
}
