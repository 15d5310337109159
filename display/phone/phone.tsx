import type { ReadonlySignal } from "@preact/signals";
import { WifiOff } from "lucide";
import type { Language, OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { time } from "../../words/numbers.ts";
import { phoneWords } from "../../words/phone.ts";
import type { Bell } from "./bell.ts";
import { Called } from "./called.tsx";
import type { Followed } from "./follow.ts";
import type { GivesUp } from "./giving-up.ts";
import { Message, Unknown } from "./message.tsx";
import { spokenCall, standingOf } from "./standing.ts";
import { Ticket } from "./ticket.tsx";

export interface PhoneProps {
	followed: Followed;
	office: ReadonlySignal<OfficeView | null>;
	bell: Bell;
	givesUp: GivesUp;
	chooseLanguage: (next: Language) => void;
}

/** One's own ticket, on one's own phone. */
export function Phone(props: PhoneProps) {
	const { followed } = props;
	const row = followed.row.value;
	const shown = followed.unknown.value ? null : row;
	const isCalled = shown?.state === "called" && !followed.stopped.value;
	const isStale = followed.state.value === "stale" && shown !== null;
	return (
		<div class={isCalled ? "phone is-called" : "phone"} data-state={shown?.state ?? "none"}>
			<Head {...props} />
			<Trouble followed={followed} isStale={isStale} />
			<main class={isStale ? "is-stale" : undefined}>
				<Body {...props} />
			</main>
			<Spoken followed={followed} />
		</div>
	);
}

function Body({ followed, office, bell, givesUp }: PhoneProps) {
	const words = phoneWords[language.value];
	const row = followed.row.value;
	if (followed.unknown.value) return <Unknown last={followed.last.value} />;
	if (row?.state === "called" && !followed.stopped.value) {
		return <Called {...{ row, bell, givesUp }} isCutOff={followed.state.value !== "live"} />;
	}
	if (row) return <Ticket {...{ row, followed, bell, givesUp }} office={office.value} />;
	if (followed.unreachable.value) {
		return <Message title={words.unreachable} hint={words.unreachableHint} />;
	}
	return <Message title={words.loading} hint="" />;
}

function Head({ office, chooseLanguage }: PhoneProps) {
	const words = phoneWords[language.value];
	const other = language.value === "vi" ? "en" : "vi";
	return (
		<header class="phone-head">
			<p>{office.value ? inLanguage(office.value.name, language.value) : "Một Cửa"}</p>
			<button type="button" lang={other} onClick={() => chooseLanguage(other)}>
				{words.language}
			</button>
		</header>
	);
}

/** Said over a ticket that was seen before: without one, the whole page says what is wrong. */
function Trouble({ followed, isStale }: { followed: Followed; isStale: boolean }) {
	const words = phoneWords[language.value];
	const since = followed.staleSince.value;
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	return (
		<div role="status">
			{isStale && (
				<div class="phone-trouble">
					<Icon node={WifiOff} />
					<p>
						<strong>{followed.refused.value ? words.refused : words.stale}</strong>{" "}
						{since !== null && words.staleSince(time(since, timeZone))} {words.staleHint}
					</p>
				</div>
			)}
		</div>
	);
}

/**
 * For those who do not see the screen: how the ticket stands when it stands otherwise, and a call at once. People moving up are not said,
 * since that would be talk without end.
 */
function Spoken({ followed }: { followed: Followed }) {
	const row = followed.unknown.value ? null : followed.row.value;
	const stopped = followed.stopped.value;
	const call = row && spokenCall(row, language.value, stopped);
	const { title, hint } = row
		? standingOf(row, language.value, { moved: followed.moved.value, stopped })
		: { title: "", hint: "" };
	return (
		<>
			<p class="unseen" role="status">
				{row && call === null && `${row.number}. ${title}. ${hint}`}
			</p>
			<p class="unseen" role="alert">
				{call}
			</p>
		</>
	);
}
