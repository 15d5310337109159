import { type ReadonlySignal, signal } from "@preact/signals";
import type { AskPairing, PairingAsked, PairingStanding } from "../protocol/devices.ts";
import type { ProblemCode } from "../protocol/problem.ts";
import { type Answer, api } from "./api.ts";
import { deviceToken, setDeviceToken } from "./device-token.ts";
import { keptTexts } from "./kept-text.ts";

/** What a page shows instead of its own content while it is not let in. `endsAtMs` is of `performance.now()`. */
export type PairingShown =
	| { is: "asking" }
	| { is: "code"; code: string; endsAtMs: number }
	| { is: "refused"; endsAtMs: number }
	/** No code could be had; `detail` is the hub's reason, null where it gave none. */
	| { is: "failed"; detail: string | null }
	| { is: "paired" };

export interface Pairing {
	/** Null while the page is let in, or nobody has said that it is not. */
	shown: ReadonlySignal<PairingShown | null>;
	/**
	 * The hub does not let this page in.
	 * @param shownToken what the page had shown it; one that has been replaced meanwhile says nothing of the new one
	 */
	refused(code: string, shownToken: string | null): void;
	/** The hub has let this page in. */
	admitted(): void;
}

/**
 * Gets this page let in where it is not on the hub's own machine: asks for a code, shows it until an admin has said yes or it runs out,
 * then asks for the next. The token is kept in the browser, and so is what was asked, so that a reload shows the same code.
 * @param onPaired a token has come: the page may knock again at once
 */
export function keepPaired({ role, place }: AskPairing, onPaired: () => void): Pairing {
	const shown = signal<PairingShown | null>(null);
	const kept = keptTexts(`${role}:${place}`);
	/** The asking that is under way; what comes back to an older one is let go. */
	let asking: object | null = null;
	setDeviceToken(kept.read("token"));

	return {
		shown,
		refused(code, shownToken) {
			if (!isOfDevices(code)) {
				// It is let in as a device and yet not here: the page itself says why.
				if (shown.value?.is === "paired") shown.value = null;
				return;
			}
			if (asking !== null || shownToken !== deviceToken()) return;
			kept.keep("token", null);
			setDeviceToken(null);
			const mine = {};
			asking = mine;
			shown.value = { is: "asking" };
			void ask(() => asking === mine);
		},
		admitted() {
			asking = null;
			shown.value = null;
		},
	};

	async function ask(isStillMeant: () => boolean): Promise<void> {
		while (isStillMeant()) {
			const asked = askedBefore() ?? (await askAnew());
			if (!isStillMeant()) return;
			if (asked === null) {
				await pause(askAgainMs);
				continue;
			}
			const got = await api<PairingStanding>("POST", "/api/devices/pairings/collect", {
				secret: asked.secret,
			});
			if (!isStillMeant()) return;
			if (take(got, asked.code)) return;
			await pause(pollMs);
		}
	}

	/** Whether the page has its token. */
	function take(got: Answer<PairingStanding>, code: string): boolean {
		if (!got.ok) {
			// The code has run out, or the hub was started anew: the next turn asks for another one.
			if (got.problem?.code === "pairing/unknown") kept.keep("asked", null);
			return false;
		}
		const standing = got.value;
		if (standing.state === "paired") {
			kept.keep("asked", null);
			kept.keep("token", standing.token);
			setDeviceToken(standing.token);
			asking = null;
			shown.value = { is: "paired" };
			onPaired();
			return true;
		}
		const endsAtMs = performance.now() + standing.expiresInMs;
		shown.value =
			standing.state === "waiting" ? { is: "code", code, endsAtMs } : { is: "refused", endsAtMs };
		return false;
	}

	async function askAnew(): Promise<Asked | null> {
		const got = await api<PairingAsked>("POST", "/api/devices/pairings", { role, place });
		if (!got.ok) {
			const { detail = null, errors = [] } = got.problem ?? {};
			const said = errors.map(({ found, allowed }) => `${found}: ${allowed}`);
			shown.value = { is: "failed", detail: said.length > 0 ? said.join("; ") : detail };
			return null;
		}
		const { code, secret } = got.value;
		kept.keep("asked", `${code} ${secret}`);
		return { code, secret };
	}

	/** What the page asked before it was loaded anew; the hub knows whether it is still good. */
	function askedBefore(): Asked | null {
		const [code = "", secret = ""] = (kept.read("asked") ?? "").split(" ");
		return code === "" || secret === "" ? null : { code, secret };
	}
}

type Asked = Pick<PairingAsked, "code" | "secret">;

/** How soon a page learns that it was let in, and how long it leaves the hub alone that gives no code. */
const pollMs = 2_000;
const askAgainMs = 10_000;

const refusals: readonly ProblemCode[] = [
	"device/not-trusted",
	"device/revoked",
	"device/wrong-role",
	"device/wrong-place",
];

function isOfDevices(code: string): boolean {
	return refusals.some((one) => one === code);
}

function pause(ms: number): Promise<void> {
	return new Promise((over) => setTimeout(over, ms));
}
