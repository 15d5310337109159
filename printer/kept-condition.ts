import { type Condition, type Device, wellCondition } from "./device.ts";

/** What a device says of its condition, and the device's own way to change it. */
export interface KeptCondition extends Pick<Device, "condition" | "onCondition"> {
	/** The same again is no news. */
	become(next: Condition): void;
}

export function keepCondition(first: Condition = wellCondition): KeptCondition {
	let condition = first;
	let tell: (condition: Condition) => void = () => undefined;
	return {
		condition: () => condition,
		onCondition(listener) {
			tell = listener;
		},
		become(next) {
			if (isSame(next, condition)) return;
			condition = next;
			tell(next);
		},
	};
}

function isSame(one: Condition, other: Condition): boolean {
	return one.state === other.state && one.reasons.join() === other.reasons.join();
}
