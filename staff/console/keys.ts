/** What is asked of a key event: of the browser's, what matters here. */
export interface KeyPress {
	key: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	repeat: boolean;
	isComposing: boolean;
	target: EventTarget | null;
}

/**
 * What a key stands for; none while somebody types, with a modifier (these are the browser's), or for a key held
 * down. Capitals and small letters are one, for the sake of Caps Lock.
 */
export function ofKey<T extends { key: string }>(all: readonly T[], press: KeyPress): T | null {
	if (press.ctrlKey || press.altKey || press.metaKey) return null;
	if (press.repeat || press.isComposing || isTyping(press.target)) return null;
	const key = press.key.toUpperCase();
	return all.find((one) => one.key === key) ?? null;
}

function isTyping(target: EventTarget | null): boolean {
	if (target === null || !("tagName" in target)) return false;
	if ("isContentEditable" in target && target.isContentEditable === true) return true;
	// A paper that was ticked a moment ago takes no letters.
	if ("type" in target && (target.type === "checkbox" || target.type === "radio")) return false;
	return target.tagName === "INPUT" || target.tagName === "TEXTAREA" || target.tagName === "SELECT";
}
