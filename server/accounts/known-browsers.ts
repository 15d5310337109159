import { createHmac, randomBytes } from "node:crypto";
import fastifyCookie from "@fastify/cookie";

/** Which accounts a browser has been signed in as: kept by itself in a cookie that the hub has signed, and worth nothing without the password. */
export interface KnownBrowsers {
	/** What names the browser, where it has been signed in as this account; null where it has not. */
	of(cookies: Cookies, username: string): string | null;
	/** The cookie's value once it has been signed in as this account too. */
	with(cookies: Cookies, username: string): string;
}

type Cookies = { [name: string]: string | undefined };

export const browserCookieName = "motcua-browser";

/** Half a year after the last sign-in a browser is a stranger again. */
export const browserCookieSeconds = 180 * 24 * 60 * 60;

/** A counter's browser serves a few officers; the one who was there longest ago goes first. */
const mostAccounts = 12;

/** @param secret the hub's own */
export function createKnownBrowsers(secret: string): KnownBrowsers {
	const signer = new fastifyCookie.Signer(`${secret} ${browserCookieName}`);

	/** `BROWSER.ACCOUNT.ACCOUNT…`; no account's name can be read in it. */
	function read(cookies: Cookies): { browser: string; accounts: string[] } | null {
		const { valid, value } = signer.unsign(cookies[browserCookieName] ?? "");
		const [browser, ...accounts] = valid && value ? value.split("~") : [];
		return browser ? { browser, accounts } : null;
	}

	function nameFor(browser: string, username: string): string {
		return createHmac("sha256", secret)
			.update(`${browser} ${username}`)
			.digest("base64url")
			.slice(0, 16);
	}

	return {
		of(cookies, username) {
			const found = read(cookies);
			return found?.accounts.includes(nameFor(found.browser, username)) ? found.browser : null;
		},
		with(cookies, username) {
			const found = read(cookies);
			const browser = found?.browser ?? randomBytes(16).toString("base64url");
			const own = nameFor(browser, username);
			const others = (found?.accounts ?? []).filter((one) => one !== own);
			return signer.sign([browser, ...[own, ...others].slice(0, mostAccounts)].join("~"));
		},
	};
}
