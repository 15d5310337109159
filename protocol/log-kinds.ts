/** What the log tells of, by what it has to do with; each entry bears the name of its event. */
export const logKinds = {
	"sign-ins": ["signed-in", "sign-in-failed", "signed-out", "sessions-ended"],
	accounts: ["account-added", "account-changed", "password-set"],
	devices: ["device-asked", "device-paired", "device-refused", "device-renamed", "device-revoked"],
	tickets: [
		"ticket-issued",
		"ticket-called",
		"ticket-recalled",
		"ticket-started",
		"ticket-finished",
		"ticket-missed",
		"ticket-returned",
		"ticket-parked",
		"ticket-unparked",
		"ticket-restored",
		"ticket-transferred",
		"ticket-cancelled",
		"ticket-set-back",
		"ticket-expired",
		"slip-settled",
		"slip-withdrawn",
	],
	counters: ["counter-opened", "counter-paused", "counter-closed"],
	hall: [
		"hall-stopped",
		"hall-resumed",
		"hours-set",
		"policy-set",
		"service-closed",
		"service-opened",
		"quota-set",
	],
	printers: ["ticket-reprinted", "printer-tested", "printer-paused", "printer-resumed"],
	days: ["day-opened", "day-closed", "settings-applied", "settings-changed", "picture-kept"],
} as const;

export type LogKind = keyof typeof logKinds;
export type LogType = (typeof logKinds)[LogKind][number];
