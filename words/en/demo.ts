import type { demo as vi } from "../vi/demo.ts";

/** What whoever starts a demonstration reads in the terminal. */
export const demo: typeof vi = {
	begins:
		"Demonstration: citizens and officers are simulated, numbers are not valid. All data is deleted when it stops (Ctrl+C).",
	start: (address) => `Begin here: ${address}`,
	accounts: (password) => `Accounts to sign in with, one password for all three: ${password}`,
	roles: {
		officer: "works at a counter",
		supervisor: "sees the whole hall and the reports",
		admin: "changes settings, accounts and devices",
	},
	account: (username, role) => `  ${username}: ${role}`,
	free: (counters) =>
		`Counter ${counters} is left free for you: sign in, open it, call the next number.`,
	ended: "Stopped. The demonstration's data is deleted.",
	names: {
		officer: "Officer (to try)",
		supervisor: "Supervisor (to try)",
	},
};
