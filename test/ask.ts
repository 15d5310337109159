import { adminPassword } from "./hub-process.ts";

export interface Answer<T = unknown> {
	status: number;
	type: string;
	headers: Headers;
	body: T;
}

/** Asks a hub as a program would, with the session's cookie where there is one. */
export function asker(url: string, cookie?: string) {
	return async function ask<T = unknown>(
		method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answer<T>> {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				...(body !== undefined && { "content-type": "application/json" }),
				...(cookie && { cookie }),
				...headers,
			},
			...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
			redirect: "manual",
		});
		const type = response.headers.get("content-type") ?? "";
		const text = await response.text();
		return {
			status: response.status,
			type,
			headers: response.headers,
			body: (type.includes("json") && text ? JSON.parse(text) : text) as T,
		};
	};
}

/** Signs in and gives the cookie. */
export async function signIn(
	url: string,
	username = "admin",
	password = adminPassword,
): Promise<string> {
	const response = await fetch(`${url}/api/session`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ username, password }),
	});
	if (!response.ok) throw new Error(`signing in answered ${response.status}`);
	return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
