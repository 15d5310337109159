/** What a check has found: all is well, or what should be known, or what is wrong; and where it is not well, what to do. */
export type Finding =
	| { about: string; state: "ok"; says: string }
	| { about: string; state: "note" | "wrong"; says: string; toDo: string };

export function ok(about: string, says: string): Finding {
	return { about, state: "ok", says };
}

export function note(about: string, says: string, toDo: string): Finding {
	return { about, state: "note", says, toDo };
}

export function wrong(about: string, says: string, toDo: string): Finding {
	return { about, state: "wrong", says, toDo };
}
