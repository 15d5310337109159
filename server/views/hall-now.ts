import type { HallAnswer, ServiceToday } from "../../protocol/hall.ts";
import { quotaOf } from "../queue/decide-service.ts";
import { hasHeadStarts, usualPolicy } from "../queue/policy.ts";
import type { QueueState } from "../queue/state.ts";

/** What was decided for today about the hall as a whole. */
export function hallNow(state: QueueState): HallAnswer {
	const {
		hall: { stopped, hours, policy },
		settings,
	} = state;
	const { classes, services, maxWaitMinutes } = { ...usualPolicy, ...settings.policy };
	const usual = { classes, services, maxWaitMinutes };
	return {
		stopped,
		hours,
		policy: { today: policy, usual, hasHeadStarts: hasHeadStarts(state.policy) },
	};
}

/** What was decided for today about a service. */
export function serviceNow(state: QueueState, id: string): ServiceToday {
	const { closed = null, quota = "usual", issued = 0 } = state.services.get(id) ?? {};
	return { id, closed, quota, numbers: quotaOf(state, id), issued };
}
