import { useSignalEffect } from "@preact/signals";
import { WifiOff } from "lucide";
import { useEffect, useMemo } from "preact/hooks";
import type { OfficeView } from "../protocol/office.ts";
import type { Session } from "../protocol/staff.ts";
import type { Asked } from "../ui/ask-again.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import type { LiveState } from "../ui/live.ts";
import { staffWords } from "../words/staff.ts";
import type { Address } from "./address.ts";
import { ClockAlarm } from "./clock-alarm.tsx";
import { Navigation, OwnLink } from "./navigation.tsx";
import { pageAt } from "./pages.ts";
import { PrinterAlarm } from "./printer-alarm.tsx";
import type { Sessions } from "./session.ts";
import { SignOut } from "./sign-out.tsx";
import { keepStaffLive } from "./staff-live.ts";
import { TakenOver } from "./taken-over.tsx";
import { TopBar } from "./top-bar.tsx";

export interface SignedInProps {
	session: Session;
	sessions: Sessions;
	address: Address;
	office: Asked<OfficeView>;
}

/** Somebody at work: the page they are on, and above it what they must hear of on every page. */
export function SignedIn({ session, sessions, address, office: asked }: SignedInProps) {
	const office = asked.answer;
	const { account } = session;
	const { username } = account;
	const live = useMemo(
		() => keepStaffLive(username, () => void sessions.check()),
		[username, sessions],
	);
	useEffect(() => live.close, [live]);
	// Settings were changed while this page stood here, or its hub was away.
	useSignalEffect(() => {
		const { value: holds } = live.settingsVersion;
		if (holds !== null && office.peek()?.settingsVersion !== holds) asked.again();
	});
	const { page: Page, path } = pageAt(address.place.value.page, account);
	return (
		<div class="staff">
			<TopBar office={office.value} address={address}>
				<Navigation account={account} address={address} live={live} />
				<OwnLink account={account} address={address} />
				<SignOut sessions={sessions} live={live} office={office.value} />
			</TopBar>
			<Trouble state={live.state.value} />
			<ClockAlarm clock={live.clock.value} account={account} />
			<PrinterAlarm
				printers={live.printers.value}
				account={account}
				office={office.value}
				address={address}
			/>
			<TakenOver taken={live.taken.value} onRead={live.takenWasRead} />
			<Page
				key={path}
				session={session}
				sessions={sessions}
				live={live}
				address={address}
				office={office}
			/>
		</div>
	);
}

function Trouble({ state }: { state: LiveState }) {
	const words = staffWords[language.value];
	if (state !== "stale") return null;
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={WifiOff} />
			<p>
				<strong>{words.stale}</strong> {words.staleHint}
			</p>
		</div>
	);
}
