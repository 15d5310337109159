import type { Work } from "./work.ts";

/** In a question: why what was asked for did not happen, or cannot any more. */
export function Told({ work, gone }: { work: Work; gone: string | null }) {
	const notice = work.notice.value;
	const text = gone ?? notice?.text;
	return (
		<div role="alert">
			{text !== undefined && (
				<p class={gone !== null || notice?.kind === "wrong" ? "notice is-wrong" : "notice is-calm"}>
					{text}
				</p>
			)}
		</div>
	);
}
