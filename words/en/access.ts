import type { access as vi } from "../vi/access.ts";

export const access: typeof vi = {
	machine: "Somebody at the hub's own machine",
	signedIn: (username, address) => `${username} signed in from ${address}`,
	signInFailed: {
		wrong: (username, address) =>
			`a sign-in as ${username} from ${address} failed: wrong name or password`,
		slowed: (username, address) =>
			`a sign-in as ${username} from ${address} was put off: too many had failed`,
		disabled: (username, address) =>
			`${username} was not signed in from ${address}: the account is disabled`,
	},
	signedOut: (username) => `${username} signed out`,
	sessionsEnded: (username, sessions) => `ended ${sessions} sessions of ${username}`,
	accountAdded: (username, roles) => `added the account ${username}: ${roles}`,
	accountChanged: (username, name, roles) => `changed the account ${username}: ${name}, ${roles}`,
	accountDisabled: (username) => `disabled the account ${username}`,
	passwordSet: (username) => `set a new password for ${username}`,
	passwordMustChange: (username) =>
		`set a new password for ${username}, to be changed at the next sign-in`,
	deviceAsked: (device, address) => `a ${device} at ${address} asked to be let in`,
	devicePaired: (device, name) => `let a ${device} in, named ${name}`,
	deviceRefused: (deviceId) => `refused the device ${deviceId}`,
	deviceRenamed: (formerName, name) => `renamed the device ${formerName} to ${name}`,
	deviceRevoked: (name) => `revoked the device ${name}`,
	deviceRoles: { kiosk: "kiosk", board: "board", "print-agent": "print agent" },
	roles: { officer: "officer", supervisor: "supervisor", admin: "admin" },
	columns: { time: "Time", who: "Who", what: "What", number: "Number", type: "Type" },
};
