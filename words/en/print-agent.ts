import type { printAgent as vi } from "../vi/print-agent.ts";

export const printAgent: typeof vi = {
	enterCode: (code, address) =>
		`Enter the code ${code} on the page Devices (${address}) to let this print agent in.`,
	codeMinutes: (minutes) => `The code is good for ${minutes} minutes.`,
	refused: "An admin has refused this print agent. It asks for another code in some minutes.",
	noCode: (why) => `No code could be had yet: ${why}. The print agent tries again by itself.`,
	paired: "It is let in.",
	revoked: "This print agent's right was taken back. It must be let in again.",
	connected: (name, address) => `The print agent ${name} is connected to ${address}.`,
	lost: "The hub is out of reach. The print agent connects again by itself.",
	away: (address) => `No hub is found at ${address} yet. The print agent tries again by itself.`,
	unknownName: (name) =>
		`No printer of the office file has "agent:${name}". Look at --name, or at the office file.`,
	nameTaken: (name) =>
		`Another print agent runs as ${name}. A name is for one agent: stop the other, or choose another name.`,
	otherVersion: (version) =>
		`The hub is of version ${version}, which cannot talk to this print agent. Install the same version on both machines.`,
	tooOld: "This hub knows no print agents. Install the same version on both machines.",
	otherRefusal: (code) => `The hub refuses the print agent: ${code}. It tries again by itself.`,
	stopping: "The print agent is stopping.",
};
