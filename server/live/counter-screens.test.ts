import { expect, test } from "vitest";
import { communeSettings, hung, lan, queueDay } from "../queue/rehearsal.ts";
import { createCounterScreens } from "./counter-screens.ts";
import { createHistory } from "./history.ts";
import { services } from "./rehearsal.ts";

/** A day with both counters open, and the screen over the first. */
function office() {
	const history = createHistory({ services });
	const screens = createCounterScreens({ services });
	const day = queueDay(undefined, history.saw);
	const nextOf = (row: unknown) =>
		row && typeof row === "object" && "next" in row ? row.next : undefined;
	day.open("quay-1");
	day.open("quay-2", hung);
	screens.enter("quay-1");
	history.take();
	return {
		...day,
		screens,
		/** Who is next at the first counter by each change that its screen is told; null: every view begins anew. */
		told() {
			const noted = history.take();
			if (!noted) return null;
			return [...screens.changes(day.state, noted)].flatMap(([, changes]) =>
				changes.map(({ set }) => nextOf(set.screen)),
			);
		},
	};
}

test("a screen that comes back is told of a line that then stands again as it did when it left", () => {
	const { issue, apply, screens, told } = office();
	issue("ho-tich");
	apply({ type: "give-up", ticketId: "phieu-1" });
	expect(told()).toEqual([null]);
	screens.leave("quay-1");
	issue("ho-tich");
	expect(told()).toEqual([]);
	screens.enter("quay-1");
	apply({ type: "give-up", ticketId: "phieu-2" });
	expect(told()).toEqual([null]);
});

test("a screen sees whoever is kept for its counter, also of a service that is not done there any more", () => {
	const { issue, apply, told, screens, state } = office();
	const ticketId = "phieu-1";
	issue("ho-tich");
	apply({ type: "call-next", counterId: "quay-1", officer: lan });
	apply({ type: "park", counterId: "quay-1", officer: lan });
	const counters = communeSettings.counters.map((counter) => ({
		...counter,
		services: counter.services.filter((id) => counter.id !== "quay-1" || id !== "ho-tich"),
	}));
	apply({ type: "apply-settings", settings: { ...communeSettings, digest: "2", counters } });
	expect(told()).toBeNull();
	screens.forget();
	apply({ type: "unpark", ticketId, counterId: "quay-2", officer: hung });
	expect(state.tickets.get(ticketId)?.reservedFor).toBe("quay-1");
	expect(told()).toEqual(["A001"]);
	apply({ type: "give-up", ticketId });
	expect(told()).toEqual([null]);
});
