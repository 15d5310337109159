import { Clock } from "lucide";
import { Notice } from "../notice.tsx";
import { words } from "../store.ts";

/** Who takes one of the last numbers is told the truth with it. */
export function Late() {
	const { maybeNotServed, maybeNotServedHint } = words.value;
	return <Notice icon={Clock} tone="care" title={maybeNotServed} hint={maybeNotServedHint} />;
}
