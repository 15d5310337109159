import { isIPv6 } from "node:net";

/** Where somebody tries to sign in from: the network address, and the browser's own sign that it has been signed in as this account before. */
export interface Whence {
	address: string;
	knownBrowser: string | null;
}

/** How fast passwords may be guessed. Nobody is ever locked out: it only takes longer. */
export interface SignInPace {
	/** Begins a try, which must be told how it ends; or says how long to wait before it may be begun. */
	begin(username: string, whence: Whence): Attempt | Slowed;
}

export interface Attempt {
	/** `unchecked`: it never came to a check, since the hub was too busy or could not write. */
	ended(how: "right" | "wrong" | "unchecked"): void;
}

export interface Slowed {
	waitMs: number;
	/** Nobody has been told to wait since the last failure. */
	isNews: boolean;
}

/**
 * After so many failures the next try waits for a second, the one after it twice as long, up to the longest. Failures are forgotten after a
 * time without any.
 */
interface Rule {
	free: number;
	/** How many may be checked at once, as long as there is no reason to wait: a hundred at once are not one. */
	atOnce: number;
	longestMs: number;
	forgetMs: number;
}

/**
 * An account: NIST SP 800-63B, section 5.2.2, allows a hundred failures in a row; a quarter of an hour between two is as many in a day. Whoever is
 * slowed by somebody else's guessing has a browser that is known.
 */
const accountRule: Rule = {
	free: 5,
	atOnce: 10,
	longestMs: 15 * 60_000,
	forgetMs: 24 * 60 * 60_000,
};
/** An address, coarser: behind one may sit an office, every one of whom mistypes on a Monday. */
const addressRule: Rule = { free: 50, atOnce: 100, longestMs: 60_000, forgetMs: 15 * 60_000 };
/** A browser that is known, for one account: slowed by its own failures alone. */
const browserRule: Rule = { free: 5, atOnce: 10, longestMs: 5 * 60_000, forgetMs: 60 * 60_000 };

const firstDelayMs = 1_000;

/** How many of each kind are remembered; those that failed longest ago go first. */
const mostKept = 10_000;

/**
 * Counts failed sign-ins by account, by address and by known browser (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Names
 * that nobody has are counted like any other.
 * @param now milliseconds of a clock
 */
export function createSignInPace(now: () => number): SignInPace {
	const accounts = failures(accountRule, now);
	const addresses = failures(addressRule, now);
	const browsers = failures(browserRule, now);

	return {
		begin(username, { address, knownBrowser }) {
			const name = username.normalize("NFC");
			const counted = knownBrowser
				? [browsers.of(`${knownBrowser} ${name}`)]
				: [accounts.of(name), addresses.of(networkOf(address))];
			const waits = counted.map((one) => one.wait());
			const waitMs = Math.max(...waits.map((wait) => wait.waitMs));
			if (waitMs > 0) return { waitMs, isNews: waits.some(({ isNews }) => isNews) };
			for (const one of counted) one.begin();
			return {
				ended(how) {
					for (const one of counted) one.end(how === "wrong");
					// An address is not cleared: whoever has one account could then guess at all others.
					if (how === "right") counted[0]?.clear();
				},
			};
		},
	};
}

interface Failures {
	count: number;
	lastAt: number;
	/** Tries that are being checked. */
	underWay: number;
	/** Somebody was told to wait since the last failure. */
	told: boolean;
}

function failures({ free, atOnce, longestMs, forgetMs }: Rule, now: () => number) {
	/** The one that was tried longest ago first. */
	const kept = new Map<string, Failures>();

	function current(key: string): Failures {
		const found = kept.get(key) ?? { count: 0, lastAt: now(), underWay: 0, told: false };
		if (now() - found.lastAt >= forgetMs) found.count = 0;
		return found;
	}

	function keep(key: string, found: Failures): void {
		kept.delete(key);
		if (found.count === 0 && found.underWay === 0) return;
		kept.set(key, found);
		const [oldest] = kept.keys();
		if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	}

	function delayOf({ count, lastAt, underWay }: Failures): number {
		if (count < free) return underWay < atOnce ? 0 : firstDelayMs;
		if (underWay > 0) return firstDelayMs;
		const delayMs = Math.min(firstDelayMs * 2 ** (count - free), longestMs);
		// A clock that was set back keeps nobody out for longer than the delay.
		return Math.min(lastAt + delayMs - now(), delayMs);
	}

	return {
		of: (key: string) => ({
			wait() {
				const found = current(key);
				const waitMs = delayOf(found);
				const isNews = waitMs > 0 && !found.told;
				if (waitMs > 0) found.told = true;
				return { waitMs, isNews };
			},
			begin() {
				const found = current(key);
				found.underWay++;
				keep(key, found);
			},
			end(failed: boolean) {
				const found = current(key);
				found.underWay = Math.max(0, found.underWay - 1);
				if (failed) Object.assign(found, { count: found.count + 1, lastAt: now(), told: false });
				keep(key, found);
			},
			clear() {
				const found = current(key);
				found.count = 0;
				keep(key, found);
			},
		}),
	};
}

/** One household or office has a /64 of IPv6 and as many addresses as it likes. */
function networkOf(address: string): string {
	if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
	const [head = "", tail] = address.split("::");
	const groups = head === "" ? [] : head.split(":");
	const end = tail ? tail.split(":") : [];
	const zeros = Array.from({ length: Math.max(0, 8 - groups.length - end.length) }, () => "0");
	return [...groups, ...zeros, ...end].slice(0, 4).join(":");
}
