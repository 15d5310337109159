/** What a screen in a lobby is started with, and why. */
const always = [
	// The whole screen without any bar. In this mode Chromium shows no bars about unusual flags either.
	"--kiosk",
	"--no-first-run",
	"--no-default-browser-check",
	"--disable-search-engine-choice-screen",
	// Nobody is there to answer: no dialogs, no "Restore pages?" after a power cut. The last two are one thing before and after Chromium 110.
	"--noerrdialogs",
	"--disable-session-crashed-bubble",
	"--hide-crash-restore-bubble",
	// The system's keyring would ask for its password.
	"--password-store=basic",
	// The chime and the voice of a board come without a touch.
	"--autoplay-policy=no-user-gesture-required",
	// Fingers: found also where the panel is plugged in later; neither zoom nor swipe back.
	"--touch-events=enabled",
	"--disable-pinch",
	"--overscroll-history-navigation=0",
	// Nothing is asked of anybody but the hub.
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-domain-reliability",
	"--disable-sync",
	// Wayland where there is one, as under cage; newer ones look by themselves.
	"--ozone-platform-hint=auto",
];

/** Bubbles that ask to translate a page or to cast it. */
const features = ["Translate", "MediaRouter"];

/**
 * The browser's arguments: flags, those that the technician adds, and the page.
 * @param extra flags of the technician's; where Chromium would take the last of two lists of features, both are joined
 */
export function browserArguments(url: URL, profile: string, extra: readonly string[]): string[] {
	const disabled = extra.flatMap((flag) => valueIn(flag, "--disable-features")?.split(",") ?? []);
	return [
		...always,
		`--disable-features=${[...new Set([...features, ...disabled])].join(",")}`,
		`--user-data-dir=${profile}`,
		...(isSecureByItself(url) ? [] : [`--unsafely-treat-insecure-origin-as-secure=${url.origin}`]),
		...extra.filter((flag) => valueIn(flag, "--disable-features") === undefined),
		// Only this process can speak through it, and a browser whose other end is gone ends by itself.
		"--remote-debugging-pipe",
		url.href,
	];
}

/** Whether browsers take pages from there for secure: TLS, or this machine itself (W3C, Secure Contexts, 3.1). */
export function isSecureByItself({ protocol, hostname }: URL): boolean {
	return (
		protocol === "https:" ||
		hostname === "[::1]" ||
		/^127\.\d+\.\d+\.\d+$/.test(hostname) ||
		/^(.+\.)?localhost\.?$/.test(hostname)
	);
}

/** The command as one could type it. */
export function asTyped(command: string, args: readonly string[]): string {
	return [command, ...args].map(quoted).join(" ");
}

function quoted(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function valueIn(flag: string, name: string): string | undefined {
	return flag.startsWith(`${name}=`) ? flag.slice(name.length + 1) : undefined;
}
