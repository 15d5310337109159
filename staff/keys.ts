import type { Action } from "./actions.ts";

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
 * The action a key stands for; none while somebody types, with a modifier (these are the browser's), or for a key held
 * down. Capitals and small letters are one, for the sake of Caps Lock.
 */
export function actionOfKey(actions: readonly Action[], press: KeyPress): Action | null {
	if (press.ctrlKey || press.altKey || press.metaKey) return null;
	if (press.repeat || press.isComposing || isTyping(press.target)) return null;
	const key = press.key.toUpperCase();
	return actions.find((action) => action.key === key) ?? null;
}

function isTyping(target: EventTarget | null): boolean {
	if (target === null || !("tagName" in target)) return false;
	if ("isContentEditable" in target && target.isContentEditable === true) return true;
	return target.tagName === "INPUT" || target.tagName === "TEXTAREA" || target.tagName === "SELECT";
}
