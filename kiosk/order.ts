import type { TakeTicket } from "../protocol/tickets.ts";

/** What a citizen answered on the way: two with the same answers are the same wish. */
export type Wish = Required<
	Pick<TakeTicket, "serviceId" | "priorityClass" | "procedureCode" | "visit">
>;

/** A wish as it goes to the hub. The same key always goes with the same body, whatever the screen's language is by then. */
export interface SentOrder {
	wish: Wish;
	key: string;
	body: TakeTicket;
}

/** The ticket being asked for. `refused` carries the hub's sentence, null where it gave no answer. */
export type Order =
	| { state: "none" }
	| { state: "under-way"; sent: SentOrder }
	| { state: "refused"; detail: string | null };

export function isSameWish(one: Wish, other: Wish): boolean {
	return (
		one.serviceId === other.serviceId &&
		one.priorityClass === other.priorityClass &&
		one.procedureCode === other.procedureCode &&
		one.visit.join() === other.visit.join()
	);
}
