import type { ReadonlySignal } from "@preact/signals";
import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import type { Address } from "./address.ts";
import { Desk } from "./desk.tsx";
import { DevicesPage } from "./devices-page.tsx";
import type { Sessions } from "./session.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { TopBar } from "./top-bar.tsx";

export interface AppProps {
	address: Address;
	sessions: Sessions;
	office: ReadonlySignal<OfficeView | null>;
}

/** Signed in: the desk. Not: the way in. */
export function App({ address, sessions, office }: AppProps) {
	const words = staffWords[language.value];
	const state = sessions.state.value;
	switch (state.is) {
		case "in":
			if (address.place.value.page === "devices") {
				return (
					<div class="staff">
						<TopBar office={office.value} address={address}>
							<p class="top-officer">{state.session.account.name}</p>
							<button
								type="button"
								class="button button-quiet"
								onClick={() => address.go({ page: null })}
							>
								{words.backToDesk}
							</button>
						</TopBar>
						<DevicesPage office={office} onSessionOver={sessions.over} />
					</div>
				);
			}
			return (
				<Desk
					// Another officer at the same screen begins with nothing of the one before.
					key={state.session.account.username}
					session={state.session}
					sessions={sessions}
					address={address}
					office={office}
				/>
			);
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
