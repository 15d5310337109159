import type { rules as vi } from "../vi/rules.ts";

export const rules: typeof vi = {
	"first-come": (number) => `${number} came first of all who wait for this counter.`,
	"maximum-wait": (number, { waitedMinutes, insteadOf }) =>
		`${number} has waited ${waitedMinutes} minutes, longer than the office lets anybody wait, and goes before ${insteadOf}.`,
	returning: (number, { insteadOf }) =>
		`${number} is back at this counter with the papers that were missing and goes before ${insteadOf}.`,
	appointment: (number, { at, insteadOf }) =>
		`${number} has an appointment${at ? ` at ${at}` : ""}, which is now, and goes before ${insteadOf}.`,
	"result-lane": (number, { every, insteadOf }) =>
		`One of ${every} calls at the counter hands out a result; it is the turn of ${number}, before ${insteadOf}.`,
	strict: (number, { insteadOf }) =>
		`${number} is of a group with higher priority and goes before ${insteadOf}.`,
	ratio: (number, { priority, ordinary, insteadOf }) =>
		`The counter calls ${priority} with priority, then ${ordinary} without; it is the turn of ${number}, before ${insteadOf}.`,
	ageing: (number, { headStartMinutes, insteadOf }) =>
		`${number} is of a group that counts as having come ${headStartMinutes} minutes earlier and goes before ${insteadOf}.`,
	"relative-wait": (number, { insteadOf }) =>
		`For what its service lets people wait, ${number} has waited longest and goes before ${insteadOf}.`,
	weights: (number, { insteadOf }) =>
		`It is the turn of ${number}'s service by its share of the calls, before ${insteadOf}.`,
	"out-of-turn": (number, { reason, insteadOf }) =>
		`An officer called ${number} out of turn${insteadOf ? `, before ${insteadOf}` : ""}. Reason: ${reason}`,
};
