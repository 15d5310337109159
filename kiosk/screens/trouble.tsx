import "./trouble.css";
import { LoaderCircle, TriangleAlert } from "lucide";
import type { Problem } from "../../protocol/problem.ts";
import { Icon } from "../../ui/icon.tsx";
import { words } from "../store.ts";

/** Something does not work: what, and what to do. */
export function Trouble({
	title,
	detail,
	again,
	way = words.value.tryAgain,
}: {
	title: string;
	detail: string | null;
	again?: () => void;
	/** What `again` is called. */
	way?: string;
}) {
	return (
		<div class="screen trouble" role="alert">
			<Icon node={TriangleAlert} />
			<h1>{title}</h1>
			{detail !== null && <p>{detail}</p>}
			{again !== undefined && (
				<button type="button" class="button button-primary" onClick={again}>
					{way}
				</button>
			)}
		</div>
	);
}

/** A refusal in the hub's own words, or that it gave no answer. */
export function Refusal({ problem, again }: { problem: Problem | null; again?: () => void }) {
	const [title, detail] =
		problem === null
			? [words.value.unheard, words.value.unheardHint]
			: [problem.title, problem.detail];
	return <Trouble title={title} detail={detail} {...(again === undefined ? {} : { again })} />;
}

export function Waiting() {
	return (
		<div class="screen trouble" role="status">
			<span class="spinning">
				<Icon node={LoaderCircle} />
			</span>
			<p>{words.value.loading}</p>
		</div>
	);
}
