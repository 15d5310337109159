import type { Account, ActAnswer, CallAnswer, QueueAnswer } from "../protocol/staff.ts";
import type { Ticket, TicketAnswer } from "../protocol/tickets.ts";
import type { Desk, Hall, Told } from "./hall.ts";

/** Everybody who signs in, with what they sign in with. */
export type Passwords = ReadonlyMap<string, string>;

export interface HallOverHttp extends Hall {
	/** Any other call, by whoever is named or by nobody. */
	ask<T>(method: "GET" | "POST", path: string, body?: object, by?: string): Promise<Told<T>>;
}

/** A hub on its own machine answers at once; one that does not is stopping. */
const patienceMs = 20_000;

/**
 * The hall through the API that kiosks, phones and consoles use. Officers sign in when they first do something, and again when their session
 * has run out.
 * @param base the hub's address as this machine reaches it, without a slash at the end
 * @param warn told in a line when the hub cannot be asked at all
 */
export function createHallOverHttp(
	base: string,
	passwords: Passwords,
	warn: (line: string) => void,
): HallOverHttp {
	const cookies = new Map<string, string>();

	async function send<T>(
		method: string,
		path: string,
		body: object | undefined,
		cookie: string | undefined,
	): Promise<Told<T> & { headers?: Headers }> {
		let answer: Response;
		try {
			answer = await fetch(`${base}${path}`, {
				method,
				headers: {
					...(body && { "content-type": "application/json" }),
					...(cookie !== undefined && { cookie }),
				},
				...(body && { body: JSON.stringify(body) }),
				signal: AbortSignal.timeout(patienceMs),
			});
			const { headers } = answer;
			const told = answer.status === 204 ? null : JSON.parse(await answer.text());
			if (answer.ok) return { ok: true, value: told, headers };
			const code = typeof told?.code === "string" ? told.code : `http/${answer.status}`;
			return { ok: false, code };
		} catch (error) {
			warn(`${method} ${path}: ${error instanceof Error ? error.message : String(error)}`);
			return { ok: false, code: "hub/unreachable" };
		}
	}

	async function signIn(username: string): Promise<Told<unknown>> {
		const password = passwords.get(username) ?? "";
		const told = await send<Account>("POST", "/api/session", { username, password }, undefined);
		const set = told.headers?.getSetCookie() ?? [];
		cookies.set(username, set.map((one) => one.split(";")[0]).join("; "));
		return told;
	}

	async function ask<T>(
		method: "GET" | "POST" | "DELETE",
		path: string,
		body?: object,
		by?: string,
	): Promise<Told<T>> {
		if (by === undefined) return send<T>(method, path, body, undefined);
		if (cookies.has(by)) {
			const told = await send<T>(method, path, body, cookies.get(by));
			if (told.ok || told.code !== "session/required") return told;
		}
		const signedIn = await signIn(by);
		if (signedIn.ok) return send<T>(method, path, body, cookies.get(by));
		cookies.delete(by);
		return signedIn;
	}

	function at<T>({ counterId, officer }: Desk, act: string, body: object = {}): Promise<Told<T>> {
		return ask<T>("POST", `/api/counters/${counterId}/${act}`, body, officer);
	}

	const ticketAt = async (desk: Desk, act: string, body: object): Promise<Told<Ticket>> =>
		ticketOf(await at<ActAnswer>(desk, act, body));

	return {
		ask,
		take: async (wish) => ticketOf(await ask<TicketAnswer>("POST", "/api/tickets", wish)),
		giveUp: (ticketId) => ask("DELETE", `/api/tickets/${ticketId}`),
		async lines(officer) {
			const told = await ask<QueueAnswer>("GET", "/api/queue", undefined, officer);
			if (!told.ok) return told;
			const { waiting, parked, missed } = told.value;
			return {
				ok: true,
				value: {
					waiting: waiting.map(({ id, serviceId }) => ({ id, serviceId })),
					aside: [...parked, ...missed].map(({ id }) => id),
				},
			};
		},
		enterSlip: (officer, slip) => ask("POST", "/api/slips", slip, officer),
		open: (desk) => at(desk, "open"),
		pause: (desk, reason) => at(desk, "pause", { reason }),
		async callNext(desk) {
			const told = await at<CallAnswer>(desk, "call-next");
			return told.ok ? { ok: true, value: told.value.ticket } : told;
		},
		act: (desk, act, ticketId) => ticketAt(desk, act, { ticketId }),
		park: (desk, ticketId, reason) => ticketAt(desk, "park", { ticketId, reason }),
		transfer: (desk, ticketId, toServiceId, note) =>
			ticketAt(desk, "transfer", { ticketId, toServiceId, note }),
		comeBack: (desk, act, ticketId) => ticketAt(desk, act, { ticketId }),
	};
}

function ticketOf(told: Told<{ ticket: Ticket }>): Told<Ticket> {
	return told.ok ? { ok: true, value: told.value.ticket } : told;
}
