import type { devices as vi } from "../vi/devices.ts";

export const devices: typeof vi = {
	title: "Devices",
	intro:
		"A kiosk, call board or print agent on another machine is paired once. Type the code that stands on its screen here.",
	loading: "Loading the devices…",

	role: { kiosk: "Kiosk", board: "Call board", "print-agent": "Print agent" },
	place: "Place",
	address: "Network address",
	askedAt: (time) => `Asked at ${time}`,

	pair: "Pair a device",
	code: "Code on the device's screen (8 digits)",
	find: "Find device",
	found: "The device that shows this code",
	check: "Accept it only if it is the screen you are looking at.",
	name: "Device name",
	accept: "Accept",
	refuse: "Refuse",
	otherCode: "Type another code",
	accepted: (name) => `${name} is paired. Its screen opens in a moment.`,
	refused: "The device was refused.",

	waiting: "Waiting to be paired",
	noneWaiting: "No device is waiting.",
	minutesLeft: (minutes) => `Code good for ${minutes} min`,

	paired: "Paired",
	nonePaired:
		"No device is paired yet. A screen on the hub's own machine needs no pairing when it is opened at 127.0.0.1.",
	online: "Connected",
	lastSeen: (time) => `Not connected, last seen ${time}`,
	neverSeen: "Not connected",
	counterScreen: (label) => `Screen of counter ${label}`,
	version: (version) => `version ${version}`,
	oldVersion: (version) => `old version: ${version}`,
	pairedBy: (name, time) => `Paired by ${name}, ${time}`,
	rename: "Rename",
	renameOf: (name) => `Rename ${name}`,
	newName: (name) => `New name of ${name}`,
	save: "Save name",
	cancel: "Cancel",
	revoke: "Revoke",
	revokeOf: (name) => `Revoke ${name}`,
	revokeAsk: (name) =>
		`Revoke ${name}? That screen stops at once and must be paired again to be used.`,
	revokeYes: "Revoke now",
	revoked: (name) => `${name} was revoked.`,
};
