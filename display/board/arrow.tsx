import {
	ArrowDown,
	ArrowDownLeft,
	ArrowDownRight,
	ArrowLeft,
	ArrowRight,
	ArrowUp,
	ArrowUpLeft,
	ArrowUpRight,
	type IconNode,
} from "lucide";
import type { ArrowWay } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Said } from "./setup.ts";

/** Which way one goes to a counter. It stands beside the counter's number, and is said to whoever does not see it. */
export function Arrow({ way, said }: { way: ArrowWay | undefined; said: Said }) {
	if (way === undefined) return null;
	return (
		<span class="arrow" data-way={way}>
			<Icon node={icons[way]} />
			<span class="unseen">{said.words.arrows[way]}</span>
		</span>
	);
}

const icons: Record<ArrowWay, IconNode> = {
	left: ArrowLeft,
	right: ArrowRight,
	up: ArrowUp,
	down: ArrowDown,
	"up-left": ArrowUpLeft,
	"up-right": ArrowUpRight,
	"down-left": ArrowDownLeft,
	"down-right": ArrowDownRight,
};
