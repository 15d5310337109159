import type { AnsweredRequest } from "./ledger/ledger.ts";

type RequestName = Pick<AnsweredRequest, "scope" | "key">;

/** Something for each request, by who asks for what and its key. There are few scopes, and each stands here once. */
export class RequestMap<T> {
	readonly #byScope = new Map<string, Map<string, T>>();

	get({ scope, key }: RequestName): T | undefined {
		return this.#byScope.get(scope)?.get(key);
	}

	set({ scope, key }: RequestName, value: T): void {
		const ofScope = this.#byScope.get(scope);
		if (ofScope) ofScope.set(key, value);
		else this.#byScope.set(scope, new Map([[key, value]]));
	}

	delete({ scope, key }: RequestName): void {
		const ofScope = this.#byScope.get(scope);
		ofScope?.delete(key);
		if (ofScope?.size === 0) this.#byScope.delete(scope);
	}

	scopes(): [string, ReadonlyMap<string, T>][] {
		return [...this.#byScope];
	}
}
