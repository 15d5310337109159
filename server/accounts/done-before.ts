import type { NewAccount } from "../../protocol/staff.ts";
import type { AccountFile, NamedRequest } from "./account-file.ts";
import { isPassword } from "./password.ts";

/** Whether the request that adds this account has been done; null where it has not, or does not name itself. */
export async function addedBefore(
	{ accounts }: AccountFile,
	{ password }: NewAccount,
	request: NamedRequest | undefined,
): Promise<"added" | "request/key-reused" | null> {
	const added = accounts.find(({ addedBy }) => request && addedBy && isSame(addedBy, request));
	if (!added) return null;
	const same =
		added.addedBy?.body === request?.body && (await isPassword(password, added.password));
	return same ? "added" : "request/key-reused";
}

/** The same for a request that changes one; `password` is the new one that it carries. */
export async function changedBefore(
	{ changes = [] }: AccountFile,
	request: NamedRequest | undefined,
	password?: string,
): Promise<"before" | "request/key-reused" | null> {
	const change = changes.find((one) => request && isSame(one, request));
	if (!change) return null;
	const same =
		change.body === request?.body &&
		(change.password === undefined || (await isPassword(password ?? "", change.password)));
	return same ? "before" : "request/key-reused";
}

function isSame(one: NamedRequest, other: NamedRequest): boolean {
	return one.scope === other.scope && one.key === other.key;
}
