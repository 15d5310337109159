/** What of a key press tells where it leads. */
export interface KeyPress {
	key: string;
	code: string;
	shiftKey: boolean;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	/** AltGr, by which some keyboards type; systems tell it as Ctrl with Alt. */
	typesByAltGraph: boolean;
	/** Whether a field has the focus. */
	inField: boolean;
}

/**
 * Whether a key press is the browser's or the system's rather than the page's: a new tab, printing, zoom, the tools of developers, back.
 * Tab, Enter, Space, arrows, Escape and all that types or edits stay what they are.
 */
export function leadsOut(press: KeyPress): boolean {
	const { key, inField } = press;
	if (press.typesByAltGraph || modifiers.has(key)) return false;
	if (/^F\d+$/.test(key) || /^(Browser|Launch|Zoom)/.test(key) || namedCommands.has(key)) {
		return true;
	}
	// Chromium's task manager.
	if (key === "Escape" && press.shiftKey) return true;
	if (press.altKey && !press.ctrlKey && !press.metaKey) {
		// Letters that a reader of codes types by their number.
		return !press.code.startsWith("Numpad");
	}
	if (press.ctrlKey || press.metaKey) {
		return !(inField && !press.altKey && editing.has(key.toLowerCase()));
	}
	return key === "Backspace" && !inField;
}

const modifiers = new Set(["Control", "Alt", "AltGraph", "Meta", "OS", "Shift"]);

/** As https://www.w3.org/TR/uievents-key/ names keys that are commands by themselves. */
const namedCommands = new Set([
	"Close",
	"Exit",
	"Find",
	"Help",
	"New",
	"Open",
	"Print",
	"PrintScreen",
	"Save",
]);

/** With Ctrl in a field: select all, copy, cut, paste, undo, redo, and by words. */
const editing = new Set([
	..."acxvzy",
	"arrowleft",
	"arrowright",
	"backspace",
	"delete",
	"home",
	"end",
]);
