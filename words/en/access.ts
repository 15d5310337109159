import type { access as vi } from "../vi/access.ts";

export const access: typeof vi = {
	machine: "Somebody at the hub's own machine",
	nobody: "Not signed in",
	unpaired: "Unpaired device",
	signedIn: "signed in",
	signInFailed: {
		wrong: (username) => `sign-in as ${username} failed: wrong name or password`,
		slowed: (username) => `sign-in as ${username} was put off: too many had failed`,
		disabled: (username) => `${username} was not let in: the account is disabled`,
	},
	signedOut: "signed out",
	sessionsEnded: (username, sessions) => `signed ${username} out at ${places(sessions)}`,
	ownSessionsEnded: (sessions) => `signed their own account out at ${places(sessions)}`,
	accountAdded: (username, roles) => `added the account ${username}: ${roles}`,
	accountChanged: (username, name, roles) => `changed the account ${username}: ${name}, ${roles}`,
	accountDisabled: (username) => `disabled the account ${username}`,
	ownPasswordSet: "changed their own password",
	passwordSet: (username) => `set a new password for ${username}`,
	passwordMustChange: (username) =>
		`set a new password for ${username}, to be changed at the next sign-in`,
	deviceAsked: (device) => `the ${device} showed a code and asked to be paired`,
	devicePaired: (device, name) => `paired the ${device}, named “${name}”`,
	deviceRefused: (device) => `refused to pair the ${device}`,
	deviceRenamed: (formerName, name) => `renamed the device “${formerName}” to “${name}”`,
	deviceRevoked: (name) => `revoked the device “${name}”`,
	settingsChanged: (version) => `Changed the settings (version ${version})`,
	pictureKept: (name, size) => `Uploaded a picture for slides (${size}, ${name})`,
	settingsBack: (version, to) =>
		`Went back to the settings of version ${to} (now version ${version})`,
	ticketReprinted: (number, printer) =>
		`printed the slip ${number} again on the printer “${printer}”`,
	printerTested: (printer) => `printed a test page on the printer “${printer}”`,
	printerPaused: (printer) => `paused the printer “${printer}”`,
	printerResumed: (printer) => `let the printer “${printer}” go on`,
	deviceRoles: { kiosk: "kiosk", board: "board", "print-agent": "print agent" },
	roles: { officer: "officer", supervisor: "supervisor", admin: "admin" },
	columns: {
		time: "Time",
		who: "Who",
		account: "Account",
		what: "What",
		number: "Number",
		address: "From address",
		type: "Type",
	},
};

function places(count: number): string {
	return count === 1 ? "1 place" : `${count} places`;
}
