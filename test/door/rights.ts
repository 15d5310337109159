import type { ProblemCode } from "../../protocol/problem.ts";
import { problemStatus } from "../../server/routes/problems.ts";
import { type Caller, type CallerName, callerNames, type Lobby } from "./callers.ts";

/** A status where it is done, the code of the refusal elsewhere. */
export type Answer = number | ProblemCode;
type Answers = Record<CallerName, Answer>;

/** What of a request its route does not say. */
export interface Particulars {
	/** By their names in the route; `*` is one. */
	params?: Record<string, string>;
	query?: string;
	body?: unknown;
	headers?: Record<string, string>;
}

export interface Row {
	answers: Answers;
	/** Makes the request one that is done for whoever may ask: what it is about is there. */
	of(lobby: Lobby, caller: Caller): Particulars | Promise<Particulars>;
}

/** 401 and 403 are about who asks, every other answer is about what is asked. */
const mayNot = (answer: Answer) =>
	typeof answer === "string" && [401, 403].includes(problemStatus[answer]);

const all = (answer: Answer): Answers => ({
	nobody: answer,
	phone: answer,
	kiosk: answer,
	board: answer,
	printAgent: answer,
	revoked: answer,
	local: answer,
	officer: answer,
	supervisor: answer,
	admin: answer,
	mustChange: answer,
	disabled: answer,
});

type Of = Row["of"] | Particulars;
const row = (answers: Answers, of: Of = {}): Row => ({
	answers,
	of: typeof of === "function" ? of : () => of,
});

const signedInAlone = (yes: Answer) => ({
	officer: yes,
	supervisor: yes,
	admin: yes,
	mustChange: yes,
});
const signedInAnswers = (yes: Answer): Answers => ({
	...all("session/required"),
	...signedInAlone(yes),
});
const officersAnswers = (yes: Answer): Answers => ({
	...signedInAnswers(yes),
	mustChange: "session/must-change",
});
const machineAnswers = (yes: Answer): Answers => ({
	...all("device/not-trusted"),
	kiosk: "device/wrong-role",
	board: "device/wrong-role",
	printAgent: "device/wrong-role",
	revoked: "device/revoked",
	local: yes,
});

/** Whoever reaches the hub. */
export const anyone = (yes: Answer, of?: Of) => row(all(yes), of);
/** Whoever reaches the hub, where it costs too much to have it done for each: the body of some is none, and that is all that is wrong with them. */
export const anyoneAtACost = (yes: Answer, of: Of) =>
	row({ ...all("request/invalid"), ...signedInAlone(yes), nobody: yes }, of);
/** Whoever knows the ticket. */
export const holder = (yes: Answer, of?: Of) => row({ ...all("ticket/unknown"), phone: yes }, of);
/** Screens on the hub's own machine. */
export const machine = (yes: Answer, of?: Of) => row(machineAnswers(yes), of);
export const kiosks = (yes: Answer, of?: Of) => row({ ...machineAnswers(yes), kiosk: yes }, of);
export const printAgents = (yes: Answer, of?: Of) =>
	row({ ...machineAnswers(yes), printAgent: yes }, of);
export const boards = (yes: Answer, of?: Of) => row({ ...machineAnswers(yes), board: yes }, of);
/** Boards that were let in under that very name; the one here hangs elsewhere. */
export const boardsOfThatName = (yes: Answer, of?: Of) =>
	row({ ...machineAnswers(yes), board: "device/wrong-place" }, of);
/** Kiosks as themselves, and whoever is signed in. */
export const kiosksAndOfficers = (yes: Answer, of?: Of) =>
	row(
		{
			...machineAnswers(yes),
			kiosk: yes,
			...signedInAlone(yes),
			mustChange: "session/must-change",
		},
		of,
	);
/** Whoever is signed in, also with a password that must be changed. */
export const signedIn = (yes: Answer, of?: Of) => row(signedInAnswers(yes), of);
export const officers = (yes: Answer, of?: Of) => row(officersAnswers(yes), of);
export const supervisors = (yes: Answer, of?: Of) =>
	row({ ...officersAnswers(yes), officer: "session/forbidden" }, of);
/** Whoever is on the hub's own machine, and supervisors. */
export const metricsReaders = (yes: Answer, of?: Of) =>
	row({ ...officersAnswers(yes), officer: "session/forbidden", local: yes }, of);
export const admins = (yes: Answer, of?: Of) =>
	row(
		{ ...officersAnswers(yes), officer: "session/forbidden", supervisor: "session/forbidden" },
		of,
	);

/** Those for whom the table says that they may, and the others. */
export function divided({ answers }: Row, { callers }: Lobby) {
	const everybody = callerNames.map((name) => callers[name]);
	return {
		who: everybody.filter(({ name }) => !mayNot(answers[name])),
		others: everybody.filter(({ name }) => mayNot(answers[name])),
	};
}
