import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

export interface QuestionProps {
	title: string;
	/** Escape, or the way back. */
	onCancel: () => void;
	/** For what stands in columns. */
	wide?: boolean;
	/** Begins at the title: for what is read first, and where no button should be pressed by the key that led here. */
	readFirst?: boolean;
	children: ComponentChildren;
}

/** Asks what no undo can mend. The browser's own dialog keeps the focus in it; afterwards it is back where it was. */
export function Question({
	title,
	onCancel,
	wide = false,
	readFirst = false,
	children,
}: QuestionProps) {
	const titleId = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	// Before the next key: whoever types at once is not to lose their first letter to the page below.
	useLayoutEffect(() => {
		const shown = dialog.current;
		const before = document.activeElement;
		shown?.showModal();
		return () => {
			shown?.close();
			// A dialog that has already left the page gives nothing back by itself.
			if (before instanceof HTMLElement) before.focus();
		};
	}, []);
	return (
		<dialog
			ref={dialog}
			class={wide ? "question is-wide" : "question"}
			aria-labelledby={titleId}
			onCancel={(event) => {
				event.preventDefault();
				onCancel();
			}}
		>
			<h2 id={titleId} {...(readFirst && { tabIndex: -1, autofocus: true })}>
				{title}
			</h2>
			{children}
		</dialog>
	);
}
