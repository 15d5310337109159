/**
 * Says once what this page lacks where browsers do not take its address for secure: in the browser's console, and so in the log of
 * `npm run kiosk` too.
 */
export function warnWithoutSecureContext(): void {
	if (isSecureContext) return;
	// biome-ignore lint/suspicious/noConsole: a technician looks there, and citizens never do.
	console.warn(
		`${location.origin} is no secure context in this browser, so the kiosk has no service worker (loaded while the hub is away it shows nothing) and no wake lock (the panel may go dark). Start it with "npm run kiosk", or give the hub TLS: docs/KIOSK.md, "Secure context".`,
	);
}
