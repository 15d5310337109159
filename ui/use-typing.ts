import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TextBox } from "./text-box.ts";

/**
 * What an input does so that a real keyboard types into `box`: letters compose as those of the screen do, wherever the caret
 * stands. Where the system composes by itself, and for all that is no single letter, the browser writes and the box follows.
 * @param shownText what the input shows, which may be late
 */
export function useTyping(
	box: TextBox,
	input: RefObject<HTMLInputElement | null>,
	shownText: string,
) {
	/** When the key came down; what it writes may be told late by a busy machine. */
	const downMs = useRef(0);

	useLayoutEffect(() => {
		const { text, from, to } = box.field();
		if (text !== shownText) return;
		// A text that is written anew has its caret at the end.
		if (from < text.length) input.current?.setSelectionRange(from, to);
		if (text.length <= alwaysInSight) return;
		// With the frame's own layout: earlier there would be two.
		const frame = requestAnimationFrame(() => scrollTo(input.current, from / text.length));
		return () => cancelAnimationFrame(frame);
	}, [shownText]);

	const onCaret = () => {
		const { value, selectionStart, selectionEnd } = input.current ?? {};
		// What the screen's keys typed may not be shown yet: the caret that is seen is of another text.
		if (value === undefined || value !== box.field().text) return;
		const from = selectionStart ?? value.length;
		box.moved({ text: value, from, to: selectionEnd ?? from });
	};

	const show = () => {
		const { text, from, to } = box.field();
		if (input.current === null) return;
		if (input.current.value !== text) input.current.value = text;
		input.current.setSelectionRange(from, to);
	};

	return {
		onCaret,
		onKeyDown: (event: KeyboardEvent) => {
			downMs.current = event.timeStamp;
		},
		onBeforeInput: (event: InputEvent) => {
			if (event.isComposing) return;
			const { inputType, data } = event;
			const isLetter = inputType === "insertText" && Array.from(data ?? "").length === 1;
			if (!isLetter && inputType !== "deleteContentBackward") return;
			event.preventDefault();
			onCaret();
			if (isLetter && data !== null) box.typeByKeyboard(data, downMs.current);
			else box.erase();
			show();
		},
		onInput: () => {
			const { value, selectionStart, selectionEnd } = input.current ?? {};
			if (value === undefined) return;
			const from = selectionStart ?? value.length;
			box.moved({ text: value, from, to: selectionEnd ?? from });
		},
	};
}

/** As many letters as the narrowest box shows. */
const alwaysInSight = 20;

/** Browsers bring the caret in sight for what they write themselves, and for nothing else. */
function scrollTo(input: HTMLInputElement | null, share: number) {
	if (input !== null) input.scrollLeft = share * input.scrollWidth - input.clientWidth / 2;
}
