import { effect } from "@preact/signals";

/** What takes the lock away may do so again at once. */
const againMs = 10_000;

/**
 * Keeps the panel lit for as long as the page is seen. A browser takes the lock back when the page is hidden, and a system when it
 * saves power: it is asked for again whenever the page is seen and has none (W3C, Screen Wake Lock API). Without a secure context, and in browsers before Chromium 84, there
 * is none; then the system alone keeps the panel lit.
 * @param isWanted looked at again whenever a signal changes that it reads; the lock is let go while it says no
 */
export function keepPanelLit(isWanted: () => boolean = () => true): void {
	if (!("wakeLock" in navigator)) return;
	let held: WakeLockSentinel | null = null;
	let isAsking = false;
	let wanted = false;

	document.addEventListener("visibilitychange", ask);
	effect(() => {
		wanted = isWanted();
		if (wanted) void ask();
		else letGo();
	});

	async function ask(): Promise<void> {
		if (isAsking || held !== null || !wanted || document.visibilityState !== "visible") return;
		isAsking = true;
		try {
			held = await navigator.wakeLock.request("screen");
			held.addEventListener("release", released);
		} catch {
			// Refused, as with a battery that is nearly empty.
			setTimeout(ask, againMs);
		}
		isAsking = false;
		if (!wanted) letGo();
	}

	function released(): void {
		held = null;
		setTimeout(ask, againMs);
	}

	function letGo(): void {
		void held?.release().catch(() => undefined);
	}
}
