import { type ReadonlySignal, signal } from "@preact/signals";
import type { CounterAnswer, Session, SignIn } from "../protocol/staff.ts";
import { type Answer, api, whileHashing } from "../ui/api.ts";

export type SessionState =
	| { is: "asking" }
	| { is: "unreachable" }
	/** `ended`: somebody was signed in on this page before. */
	| { is: "out"; ended: boolean }
	| { is: "in"; session: Session };

export interface Sessions {
	state: ReadonlySignal<SessionState>;
	signIn(as: SignIn): Promise<Answer<Session>>;
	signOut(): Promise<Answer<null>>;
	/** Signs out on every machine, this one too. */
	signOutEverywhere(): Promise<Answer<null>>;
	/** Somebody else signs in at this counter and takes it, with whoever is being served there. */
	takeOver(as: SignIn, counterId: string): Promise<Answer<Session>>;
	/** The hub has said who is signed in, and how. */
	known(session: Session): void;
	/** The hub said 401: the session is over. */
	over(): void;
	/** Asks the hub whether the session still holds. */
	check(): Promise<void>;
}

const againMs = 2_000;

/** Who is signed in on this page. A page opened before its hub asks again every 2 s. */
export function keepSession(): Sessions {
	const state = signal<SessionState>({ is: "asking" });
	/** How often somebody has begun to sign in, or has: what was asked about the session before is no longer of interest. */
	let changes = 0;
	void check();
	return { state, signIn, signOut, signOutEverywhere, takeOver, known, over, check };

	async function check(): Promise<void> {
		const asked = changes;
		const got = await api<Session>("GET", "/api/session");
		if (asked !== changes) return;
		if (got.ok) {
			state.value = { is: "in", session: got.value };
		} else if (got.status === 401) {
			over();
		} else if (state.value.is !== "in") {
			state.value = { is: "unreachable" };
			setTimeout(check, againMs);
		}
	}

	async function signIn(as: SignIn): Promise<Answer<Session>> {
		const got = await begin(as);
		if (got.ok) known(got.value);
		return got;
	}

	async function signOut(): Promise<Answer<null>> {
		const got = await api<null>("DELETE", "/api/session");
		if (got.ok || got.status === 401) left();
		return got;
	}

	async function signOutEverywhere(): Promise<Answer<null>> {
		const got = await api<null>("POST", "/api/session/end-all", {});
		if (got.ok || got.status === 401) left();
		return got;
	}

	async function takeOver(as: SignIn, counterId: string): Promise<Answer<Session>> {
		const got = await begin(as);
		if (!got.ok) return got;
		// Where it is refused, they are signed in all the same, and the choice of counters says how it stands.
		await api<CounterAnswer>("POST", `/api/counters/${encodeURIComponent(counterId)}/open`, {
			takeOver: true,
		});
		known(got.value);
		return got;
	}

	async function begin(as: SignIn): Promise<Answer<Session>> {
		changes++;
		const got = await api<Session>("POST", "/api/session", as, whileHashing);
		changes++;
		return got;
	}

	function known(session: Session): void {
		changes++;
		state.value = { is: "in", session };
	}

	/** Signed out by the person's own wish. */
	function left(): void {
		state.value = { is: "out", ended: false };
	}

	function over(): void {
		state.value = { is: "out", ended: state.value.is === "in" };
	}
}
