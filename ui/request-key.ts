/**
 * A key for `Idempotency-Key`: 128 random bits in base64url, 22 characters. A request repeated with its key is done once.
 * `crypto.randomUUID` would be shorter to write, but a page at http:// on the office's network has none.
 */
export function newRequestKey(): string {
	const bits = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bits))
		.replace(/\+/g, "-")
		.replace(/\//g, "_")
		.replace(/=/g, "");
}
