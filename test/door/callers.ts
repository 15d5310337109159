import type { PairedDevice, PairingAsked, PairingStanding } from "../../protocol/devices.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { adminPassword, type HubProcess } from "../hub-process.ts";

/** Everybody who may come to a hub's door. All but the hub's own machine ask from elsewhere. */
export const callerNames = [
	/** A stranger, from outside or from the office's network. */
	"nobody",
	/** A stranger who knows the id of a ticket. */
	"phone",
	"kiosk",
	"board",
	"printAgent",
	/** A device whose right was taken back, with its token. */
	"revoked",
	/** A screen on the hub's own machine. */
	"local",
	"officer",
	"supervisor",
	"admin",
	/** Signed in with a password that somebody else made. */
	"mustChange",
	/** Signed in, and disabled since. */
	"disabled",
] as const;
export type CallerName = (typeof callerNames)[number];

/** What a caller brings along. */
export interface Caller {
	name: CallerName;
	isElsewhere: boolean;
	token?: string;
	cookie?: string;
	ticketId?: string;
	account?: { username: string; password: string };
	/** Where an officer sits, and what is served there. */
	seat?: { counterId: string; serviceId: string };
}

export interface Asked {
	method: string;
	path: string;
	/** A text is sent as it is. */
	body?: unknown;
	headers?: Record<string, string>;
}

export interface Said<T = unknown> {
	status: number;
	/** Of a problem document; empty for every other answer, and for those to HEAD. */
	code: string;
	headers: Headers;
	body: T;
}

export interface Lobby {
	url: string;
	callers: Record<CallerName, Caller>;
	/** Asks as this caller, and keeps the cookies that the answer sets, as their browser would. */
	ask<T>(caller: Caller, asked: Asked): Promise<Said<T>>;
	/** Lets a device in; resolves with its id and token. */
	letIn(role: string, place: string): Promise<{ id: string; token: string }>;
}

/** Brings one of each to the door of a hub. */
export async function openLobby({ url }: HubProcess): Promise<Lobby> {
	const nobody: Caller = { name: "nobody", isElsewhere: true };
	const local: Caller = { name: "local", isElsewhere: false };
	const admin = await signedIn({
		name: "admin",
		account: { username: "admin", password: adminPassword },
		seat: { counterId: "quay-3", serviceId: "cu-tru" },
	});
	const { body: taken } = await ask<TicketAnswer>(local, post("/api/tickets", aTicket));
	const [kiosk, board, agent, revoked] = [
		await letIn("kiosk", "kiosk-1"),
		await letIn("board", "sanh"),
		await letIn("print-agent", "may-in-1"),
		await letIn("kiosk", "kiosk-2"),
	];
	await ask(admin, { method: "DELETE", path: `/api/admin/devices/${revoked.id}` });
	// Whoever it was keeps the cookie, and nothing else.
	const { account: _, ...disabled } = await signedIn(await newcomer("disabled", ["admin"]));
	const disable = { disabled: true };
	await ask(admin, { method: "PATCH", path: "/api/admin/accounts/disabled", body: disable });
	return {
		url,
		ask,
		letIn,
		callers: {
			nobody,
			local,
			admin,
			disabled,
			phone: { name: "phone", isElsewhere: true, ticketId: taken.ticket.id },
			kiosk: { name: "kiosk", isElsewhere: true, token: kiosk.token },
			board: { name: "board", isElsewhere: true, token: board.token },
			printAgent: { name: "printAgent", isElsewhere: true, token: agent.token },
			revoked: { name: "revoked", isElsewhere: true, token: revoked.token },
			officer: await signedIn({
				...(await newcomer("officer", ["officer"])),
				seat: { counterId: "quay-1", serviceId: "ho-tich" },
			}),
			supervisor: await signedIn({
				...(await newcomer("supervisor", ["supervisor"])),
				seat: { counterId: "quay-2", serviceId: "chung-thuc" },
			}),
			mustChange: await mustChange(),
		},
	};

	async function ask<T>(caller: Caller, asked: Asked): Promise<Said<T>> {
		const { method, path, body, headers } = asked;
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				...headersOf(caller),
				...(caller.token && { authorization: `Bearer ${caller.token}` }),
				...(body !== undefined && { "content-type": "application/json" }),
				...headers,
			},
			...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
			redirect: "manual",
		});
		keepCookie(caller, response.headers);
		const text = await response.text();
		const type = response.headers.get("content-type") ?? "";
		const parsed = type.includes("json") && text ? JSON.parse(text) : text;
		const code = type.includes("problem+json") && text ? String(parsed.code) : "";
		return { status: response.status, code, headers: response.headers, body: parsed };
	}

	async function signedIn(who: Omit<Caller, "isElsewhere">): Promise<Caller> {
		const caller: Caller = { ...who, isElsewhere: true };
		const { status } = await ask(caller, post("/api/session", caller.account));
		if (status !== 200) throw new Error(`${caller.name} signing in answered ${status}`);
		return caller;
	}

	async function newcomer(name: CallerName, roles: string[]) {
		const account = { username: name.toLowerCase(), password: "bốn con mèo tím" };
		const added = { ...account, name: `Cán bộ ${name}`, roles };
		const { status } = await ask(admin, post("/api/admin/accounts", added));
		if (status !== 201) throw new Error(`adding ${name} answered ${status}`);
		return { name, account };
	}

	async function mustChange(): Promise<Caller> {
		const { name, account } = await newcomer("mustChange", ["admin"]);
		const { username } = account;
		const password = "tạm thời cho quên";
		await ask(admin, post(`/api/admin/accounts/${username}/password`, { password }));
		return signedIn({ name, account: { username, password } });
	}

	async function letIn(role: string, place: string) {
		const wish = { role, place };
		const asked = await ask<PairingAsked>(nobody, post("/api/devices/pairings", wish));
		const { code, secret } = asked.body;
		const accept = post("/api/admin/devices/accept", { code, name: `Màn hình ${place}` });
		const { body: device } = await ask<PairedDevice>(admin, accept);
		const collect = post("/api/devices/pairings/collect", { secret });
		const { body } = await ask<PairingStanding>(nobody, collect);
		if (body.state !== "paired") throw new Error(`${role} ${place} is ${body.state}`);
		return { id: device.id, token: body.token };
	}
}

export const aTicket = { serviceId: "ho-tich" };

export function post(path: string, body?: unknown): Asked {
	return { method: "POST", path, ...(body !== undefined && { body }) };
}

/** What goes with requests and handshakes alike. A forwarded header takes a machine's trust away, wherever it asks from. */
export function headersOf({ isElsewhere, cookie }: Caller): Record<string, string> {
	return {
		...(isElsewhere && { "x-forwarded-for": "192.168.1.50" }),
		...(cookie && { cookie }),
	};
}

/** Strangers and screens have no browser that anybody signs in at. */
function keepCookie(caller: Caller, headers: Headers): void {
	if (!caller.account) return;
	for (const one of headers.getSetCookie()) {
		const [pair = ""] = one.split(";");
		if (pair.startsWith("motcua=")) caller.cookie = pair;
	}
}
