import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";

export interface Notice {
	/** It was done. */
	say(text: string): void;
	/** It was not, and why. */
	refuse(text: string): void;
	clear(): void;
	/** Where it stands in the form; read out when it changes. */
	shown: ComponentChild;
}

/** What came of the last thing that was asked for in a form. */
export function useNotice(): Notice {
	const notice = useSignal<{ wrong: boolean; text: string } | null>(null);
	return {
		say(text) {
			notice.value = { wrong: false, text };
		},
		refuse(text) {
			notice.value = { wrong: true, text };
		},
		clear() {
			notice.value = null;
		},
		shown: (
			<div role="status">
				{notice.value !== null && (
					<p class={notice.value.wrong ? "notice is-wrong" : "notice is-good"}>
						{notice.value.text}
					</p>
				)}
			</div>
		),
	};
}
