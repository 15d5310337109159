import type { ServiceRow } from "../../protocol/live.ts";
import { displayWords } from "../../words/display.ts";
import { columns } from "./columns.ts";

const words = displayWords.vi.board;
const wordsEn = displayWords.en.board;

/** How many wait for each service. */
export function WaitingLines({ services }: { services: ServiceRow[] }) {
	return (
		<section class="strip waiting">
			<h2>
				{words.waiting} <span lang="en">{wordsEn.waiting}</span>
			</h2>
			<ul style={columns(services.length)}>
				{services.map(({ id, prefix, name, waiting }) => (
					<li key={id} data-service={id}>
						<span class="waiting-prefix">{prefix}</span>
						<span class="waiting-name">{name.vi}</span>
						<span class="waiting-count">{waiting}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
