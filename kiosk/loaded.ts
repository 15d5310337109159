import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../protocol/problem.ts";
import { type Answer, api } from "../ui/api.ts";

export type Loaded<T> =
	| { state: "asking" }
	| { state: "here"; value: T }
	| { state: "refused"; problem: Problem | null };

/**
 * What the hub answers to `path`. Where it gives no answer, it is asked again every 3 s until the screen is left; an
 * answer to a path that is no longer asked for is let go.
 * @param ask who knows the answer; the hub, unless given
 */
export function useLoaded<T>(
	path: string,
	ask: (path: string) => Promise<Answer<T>> = (asked) => api<T>("GET", asked),
): Loaded<T> {
	const [loaded, setLoaded] = useState<{ path: string; answer: Loaded<T> }>({
		path,
		answer: { state: "asking" },
	});
	useEffect(() => {
		let left = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		load();
		return () => {
			left = true;
			clearTimeout(timer);
		};

		async function load() {
			const answer = await ask(path);
			if (left) return;
			if (answer.ok) setLoaded({ path, answer: { state: "here", value: answer.value } });
			else {
				setLoaded({ path, answer: { state: "refused", problem: answer.problem } });
				if (answer.problem === null) timer = setTimeout(load, retryMs);
			}
		}
	}, [path]);
	return loaded.path === path ? loaded.answer : { state: "asking" };
}

const retryMs = 3_000;
