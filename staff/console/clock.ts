import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The moment, milliseconds since 1970, again and again as long as somebody looks. */
export function useNow(everyMs: number): number {
	const now = useSignal(Date.now());
	useEffect(() => {
		const timer = setInterval(() => {
			now.value = Date.now();
		}, everyMs);
		return () => clearInterval(timer);
	}, [now, everyMs]);
	return now.value;
}

/** A span as a running clock says it: 3:07, 1:02:45. Negative spans (clocks differ) count as none. */
export function runningClock(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1_000));
	const two = (value: number) => String(value).padStart(2, "0");
	const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
	return hours > 0
		? `${hours}:${two(minutes)}:${two(seconds % 60)}`
		: `${minutes}:${two(seconds % 60)}`;
}
