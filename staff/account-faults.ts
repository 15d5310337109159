import type { accounts as vi } from "../words/vi/accounts.ts";

/** What of an account is typed. */
export interface TypedAccount {
	name?: string;
	username?: string;
	password?: string;
}

/** What is wrong with it, by field: the page says it in its own words, and not the browser in its language. */
export type AccountFaults = { [Field in keyof TypedAccount]?: string };

/** As far as it can be told before the hub is asked; null where nothing is wrong. */
export function accountFaults(
	{ name, username, password }: TypedAccount,
	words: typeof vi,
): AccountFaults | null {
	const faults: AccountFaults = {
		...(name?.trim() === "" && { name: words.form.needsName }),
		...(username !== undefined &&
			!usernamePattern.test(username) && { username: words.form.usernameFault }),
		...(password !== undefined && isShort(password) && { password: words.password.tooShort }),
	};
	return Object.keys(faults).length > 0 ? faults : null;
}

/** As the hub takes it. */
const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,59}$/;
const leastCharacters = 8;

function isShort(password: string): boolean {
	return [...password.normalize("NFC")].length < leastCharacters;
}

/** Whoever is told of a fault stands where it is mended. */
export function focusFirst(form: HTMLFormElement, faults: AccountFaults): void {
	const [first = ""] = Object.keys(faults);
	const field = form.elements.namedItem(first);
	if (field instanceof HTMLElement) field.focus();
}
