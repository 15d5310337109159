import type { FoundTicket } from "../../protocol/staff.ts";
import type { ConsoleWords } from "../../words/console.ts";
import { time } from "../../words/numbers.ts";

/** What became of a ticket so far, in one line: "Lấy số 08:05 · gọi 08:20 (2 lần) · phục vụ 08:22". */
export function storyOf(
	{ ticket, startedAt, since }: FoundTicket,
	words: ConsoleWords["ticket"]["story"],
	timeZone: string,
): string {
	const { state, issuedAt, calledAt, callCount } = ticket;
	const at = (moment: string) => time(moment, timeZone);
	const said = [words.taken(at(issuedAt))];
	if (calledAt !== null) said.push(words.called(at(calledAt), callCount));
	if (startedAt !== null) said.push(words.started(at(startedAt)));
	const isPast = state !== "waiting" && state !== "called" && state !== "serving";
	if (isPast && since !== null) said.push(words[state](at(since)));
	return said.join(" · ");
}
