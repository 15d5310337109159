let token: string | null = null;

/** What this page shows the hub with everything it asks; null on the hub's own machine, on phones and at desks. */
export function deviceToken(): string | null {
	return token;
}

/** @param next null where the page has none any more */
export function setDeviceToken(next: string | null): void {
	token = next;
}
