import { UserRoundCheck } from "lucide";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import type { Taken } from "./view.ts";

/** Says who has taken over a counter of this officer's, until they have read it. */
export function TakenOver({ taken, onRead }: { taken: readonly Taken[]; onRead: () => void }) {
	const words = staffWords[language.value];
	if (taken.length === 0) return null;
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={UserRoundCheck} />
			<div>
				{taken.map(({ id, label, name }) => (
					<p key={id}>{words.takenFromYou(label, name)}</p>
				))}
			</div>
			<button type="button" class="button" onClick={onRead}>
				{words.wasRead}
			</button>
		</div>
	);
}
