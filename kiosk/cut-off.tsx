import { WifiOff } from "lucide";
import { Notice } from "./notice.tsx";
import { cutOff } from "./office.ts";
import { words } from "./store.ts";

/** That no number can be taken while the hub is away, and what to do; nothing while it is there. */
export function CutOff() {
	if (!cutOff.value) return null;
	const { title, hint } = words.value.cutOff;
	return <Notice icon={WifiOff} tone="care" title={title} hint={hint} />;
}
