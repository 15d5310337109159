/** What an officer wrote, as an event bears it: under `as`, and nothing where there is nothing but space. */
export function written<K extends string>(as: K, text = ""): Partial<Record<K, string>> {
	const trimmed = text.trim();
	const bears: Partial<Record<K, string>> = {};
	if (trimmed !== "") bears[as] = trimmed;
	return bears;
}
