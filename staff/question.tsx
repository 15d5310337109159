import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

export interface QuestionProps {
	title: string;
	/** Escape, or the way back. */
	onCancel: () => void;
	children: ComponentChildren;
}

/** Asks what no undo can mend. The browser's own dialog keeps the focus in it and gives it back. */
export function Question({ title, onCancel, children }: QuestionProps) {
	const titleId = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const shown = dialog.current;
		shown?.showModal();
		return () => shown?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			class="question"
			aria-labelledby={titleId}
			onCancel={(event) => {
				event.preventDefault();
				onCancel();
			}}
		>
			<h2 id={titleId}>{title}</h2>
			{children}
		</dialog>
	);
}
