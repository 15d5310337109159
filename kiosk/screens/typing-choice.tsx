import type { Method } from "../../ui/vietnamese/methods.ts";
import { method } from "../searching.ts";
import { dispatch, words } from "../store.ts";

const methods: readonly Method[] = ["telex", "vni", "none"];

/** By which of the two ways that people know letters become Vietnamese ones, or by none. */
export function TypingChoice() {
	const said = words.value.typing;
	return (
		<section class="typing-choice" aria-label={said.by}>
			<p>{said.by}</p>
			{methods.map((each) => (
				<button
					key={each}
					type="button"
					class="button typing-way"
					aria-pressed={method.value === each}
					// The caret stays where it was.
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => dispatch({ type: "type-by", method: each })}
				>
					{said.methods[each]}
				</button>
			))}
		</section>
	);
}
