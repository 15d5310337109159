import { type Static, Type } from "typebox";

const rate = Type.Integer({ minimum: 0, maximum: 10_000_000 });

/**
 * How much one device or address may ask of the hub; 0: as much as it likes. They are there for what is broken or means harm: an office in
 * which everybody works, and whose phones all come from one address, stays far below the usual ones.
 */
export const Limits = Type.Object(
	{
		/** Numbers taken at one kiosk. People take some seconds each; a screen that is broken or a program does not. */
		ticketsPerMinutePerDevice: Type.Optional(rate),
		/**
		 * Numbers that were taken at one kiosk and still wait. Kiosks are shared by all who come, so a hall that is busy meets it too: it is meant
		 * for a kiosk that stands where nobody looks.
		 */
		openTicketsPerDevice: Type.Optional(rate),
		/** How often a kiosk prints a ticket again, beyond the first print. Staff are not counted. */
		reprintsPerTicket: Type.Optional(rate),
		/** Everything that is asked over HTTP, pages and pictures included, and handshakes of live views. A phone's page is about ten. */
		requestsPerMinutePerAddress: Type.Optional(rate),
		/** Attempts to sign in, right and wrong. */
		signInsPerMinutePerAddress: Type.Optional(rate),
		/** Connections that are open at once; likewise live views that come through a trusted proxy. */
		connectionsPerAddress: Type.Optional(rate),
		/** What one live view may send. It has little to say: a sign of life every five seconds. */
		messagesPerMinutePerLiveView: Type.Optional(rate),
	},
	{ additionalProperties: false },
);

/** Every limit, those that the office does not name at their usual. */
export type Limits = Required<Static<typeof Limits>>;

export const usualLimits: Limits = {
	ticketsPerMinutePerDevice: 600,
	openTicketsPerDevice: 0,
	reprintsPerTicket: 2,
	requestsPerMinutePerAddress: 30_000,
	signInsPerMinutePerAddress: 300,
	connectionsPerAddress: 4_000,
	messagesPerMinutePerLiveView: 600,
};

export const noLimits: Limits = {
	ticketsPerMinutePerDevice: 0,
	openTicketsPerDevice: 0,
	reprintsPerTicket: 0,
	requestsPerMinutePerAddress: 0,
	signInsPerMinutePerAddress: 0,
	connectionsPerAddress: 0,
	messagesPerMinutePerLiveView: 0,
};
