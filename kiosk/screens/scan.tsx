import "./held.css";
import { CircleQuestionMark, ScanLine } from "lucide";
import { Icon } from "../../ui/icon.tsx";
import { words } from "../store.ts";

/** Asks for the slip to be held under the reader, or says that what was held there is none. */
export function ScanAsked({ unread }: { unread: boolean }) {
	const said = words.value.held;
	return (
		<div class="screen scan-asked" role={unread ? "alert" : undefined}>
			<Icon node={unread ? CircleQuestionMark : ScanLine} />
			<h1>{unread ? said.unread : said.scan}</h1>
			<p class="scan-hint">{unread ? said.unreadHint : said.scanHint}</p>
		</div>
	);
}
