import type { StaffTicket } from "../../protocol/live.ts";
import type { Held } from "./seat.ts";

/** What an officer is asked, or looks at, before they go on: one at a time. */
export type Question =
	| { about: "closing"; ticket: StaffTicket }
	| { about: "parking" | "transferring" | "calling"; ticket: Held }
	| { about: "ticket"; number: string }
	| {
			about:
				| "handing-over"
				| "pausing"
				| "services"
				| "keys"
				| "finding"
				| "whole-line"
				| "issuing";
	  };
