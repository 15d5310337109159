import { Clock } from "lucide";
import type { OfficeView } from "../protocol/office.ts";
import { Icon } from "../ui/icon.tsx";
import { againInWords, shutInWords } from "../words/opening.ts";
import { language, words } from "./store.ts";

/** Why the office gives no numbers now, and when again; nothing while it does. */
export function Closed({ office }: { office: OfficeView }) {
	const { opening, timeZone } = office;
	const { why, reason, next } = opening;
	if (why === null) return null;
	return (
		<div class="notice notice-care" role="status">
			<Icon node={Clock} />
			<div>
				<strong>{shutInWords(why, reason, language.value)}</strong>
				{next !== null && (
					<p class="notice-when">
						{againInWords(next, new Date().toISOString(), timeZone, language.value)}
					</p>
				)}
				<p>{words.value.officeClosedHint}</p>
			</div>
		</div>
	);
}
