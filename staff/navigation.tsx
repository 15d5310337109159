import { UserRound } from "lucide";
import type { ComponentChildren } from "preact";
import type { Account } from "../protocol/staff.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { type Address, searchOf } from "./address.ts";
import { ownPage, pageAt, pagesFor, type StaffPage } from "./pages.ts";
import type { StaffLive } from "./staff-live.ts";

export interface NavigationProps {
	account: Account;
	address: Address;
	live: StaffLive;
}

/** The pages that this account sees; the own one is behind the name, and others are where they belong. */
export function Navigation({ account, address, live }: NavigationProps) {
	return (
		<nav class="top-nav" aria-label={staffWords[language.value].pages}>
			{pagesFor(account).map((page) =>
				page.isAside ? null : (
					<PageLink key={page.path} page={page} account={account} address={address}>
						{page.label(language.value)}
						<Waiting count={page.waiting?.(live) ?? 0} />
					</PageLink>
				),
			)}
		</nav>
	);
}

/** Who is signed in, and the way to the own page. */
export function OwnLink({ account, address }: { account: Account; address: Address }) {
	return (
		<p class="top-nav top-officer">
			<PageLink page={ownPage} account={account} address={address}>
				<Icon node={UserRound} />
				{account.name}
				<span class="unseen">, {ownPage.label(language.value)}</span>
			</PageLink>
		</p>
	);
}

interface PageLinkProps {
	page: StaffPage;
	account: Account;
	address: Address;
	children: ComponentChildren;
}

/** A plain link, so that a page opens in a tab of its own like any other. */
function PageLink({ page: { path }, account, address, children }: PageLinkProps) {
	const place = address.place.value;
	const isHere = pageAt(place.page, account).path === path;
	return (
		<a
			href={location.pathname + searchOf({ ...place, page: path })}
			{...(isHere && { "aria-current": "page" as const })}
			onClick={(event) => {
				if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
				event.preventDefault();
				address.go({ page: path });
			}}
		>
			{children}
		</a>
	);
}

/** How many things wait there to be seen to. */
function Waiting({ count }: { count: number }) {
	if (count === 0) return null;
	return (
		<span class="top-waiting">
			{count}
			<span class="unseen"> {staffWords[language.value].waitingThere}</span>
		</span>
	);
}
