import type { Account } from "../protocol/staff.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { type Address, searchOf } from "./address.ts";
import { pageAt, pagesFor } from "./pages.ts";

/** The pages that this account sees. Plain links, so that one opens in a tab of its own like any other. */
export function Navigation({ account, address }: { account: Account; address: Address }) {
	const place = address.place.value;
	const here = pageAt(place.page, account);
	return (
		<nav class="top-nav" aria-label={staffWords[language.value].pages}>
			{pagesFor(account).map(({ path, label }) => (
				<a
					key={path}
					href={location.pathname + searchOf({ ...place, page: path })}
					{...(path === here.path && { "aria-current": "page" as const })}
					onClick={(event) => {
						if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
						event.preventDefault();
						address.go({ page: path });
					}}
				>
					{label(language.value)}
				</a>
			))}
		</nav>
	);
}
