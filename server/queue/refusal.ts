/** Why a command can be refused by the queue itself. */
export type RefusalCode =
	| "service/unknown"
	| "service/not-served"
	| "priority-class/unknown"
	| "counter/unknown"
	| "counter/not-open"
	| "counter/not-yours"
	| "counter/taken"
	| "counter/officer-elsewhere"
	| "counter/occupied"
	| "counter/no-current"
	| "counter/current-changed"
	| "ticket/unknown"
	| "ticket/not-called"
	| "ticket/at-other-counter";
