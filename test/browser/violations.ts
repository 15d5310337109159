import type { Browser } from "playwright-core";

/** Hears what the browser says of pages that do what their policy forbids, in all pages opened from here on. */
export function hearViolations(browser: Browser): string[] {
	const heard: string[] = [];
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options) => {
		const context = await newContext(options);
		context.on("console", (message) => {
			if (/Content Security Policy|Cross-Origin|Permissions/i.test(message.text())) {
				heard.push(message.text());
			}
		});
		context.on("weberror", (error) => heard.push(String(error.error())));
		return context;
	};
	return heard;
}
