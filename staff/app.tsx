import type { OfficeView } from "../protocol/office.ts";
import type { Asked } from "../ui/ask-again.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import type { Address } from "./address.ts";
import { MustChangePage } from "./must-change-page.tsx";
import type { Sessions } from "./session.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { SignOut } from "./sign-out.tsx";
import { SignedIn } from "./signed-in.tsx";
import { TopBar } from "./top-bar.tsx";

export interface AppProps {
	address: Address;
	sessions: Sessions;
	office: Asked<OfficeView>;
}

/** Signed in: the desk, or another page. Not: the way in. */
export function App({ address, sessions, office: asked }: AppProps) {
	const office = asked.answer;
	const words = staffWords[language.value];
	const state = sessions.state.value;
	switch (state.is) {
		case "in": {
			const { session } = state;
			if (session.mustChange) {
				return (
					<div class="staff">
						<TopBar office={office.value} address={address}>
							<p class="top-officer">{session.account.name}</p>
							<SignOut sessions={sessions} live={null} office={office.value} />
						</TopBar>
						<MustChangePage sessions={sessions} />
					</div>
				);
			}
			return (
				<SignedIn
					// Another officer at the same screen begins with nothing of the one before.
					key={session.account.username}
					session={session}
					sessions={sessions}
					address={address}
					office={asked}
				/>
			);
		}
		case "out":
			return (
				<div class="staff">
					<TopBar office={office.value} address={address} />
					<SignInPage sessions={sessions} ended={state.ended} />
				</div>
			);
		default:
			return (
				<div class="staff">
					<TopBar office={office.value} address={address} />
					<p class="staff-message" role="status">
						{state.is === "asking" ? words.loading : words.unreachable}
					</p>
				</div>
			);
	}
}
