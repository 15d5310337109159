import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AccountEntry, AccountList } from "../protocol/staff.ts";
import { api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { staffWords } from "../words/staff.ts";
import { AccountForm } from "./account-form.tsx";
import { NewAccountForm } from "./new-account-form.tsx";
import type { PageProps } from "./pages.ts";
import { refusalIn } from "./refusal.ts";

/** Who may sign in, for admins: the list, and beside it the one that is changed or added. */
export function AccountsPage({ session, sessions }: PageProps) {
	const words = accountWords[language.value].list;
	const items = useSignal<readonly AccountEntry[] | null>(null);
	const refusal = useSignal<string | null>(null);
	/** Whose account is open; empty for a new one. */
	const opened = useSignal<string | null>(null);

	async function load(): Promise<void> {
		const got = await api<AccountList>("GET", "/api/admin/accounts");
		if (got.ok) items.value = got.value.items;
		else if (got.status === 401) sessions.over();
		refusal.value = got.ok ? null : refusalIn(got, staffWords[language.value]);
	}
	useEffect(() => {
		void load();
	}, []);

	/** What was changed is shown at once, and the whole list as the hub has it. */
	function changed(entry: AccountEntry): void {
		items.value = (items.value ?? []).map((one) => (one.username === entry.username ? entry : one));
		void load();
	}

	const account = items.value?.find(({ username }) => username === opened.value);
	return (
		<main class="page">
			<div class="page-head">
				<h1>{words.title}</h1>
				<button
					type="button"
					class="button button-primary"
					onClick={() => {
						opened.value = "";
					}}
				>
					{words.add}
				</button>
			</div>
			{refusal.value !== null && (
				<p class="notice is-wrong" role="alert">
					{refusal.value}
				</p>
			)}
			<div class={opened.value === null ? "" : "page-columns is-list"}>
				<List
					items={items.value}
					own={session.account.username}
					opened={opened.value}
					onOpen={(username) => {
						opened.value = username;
					}}
				/>
				{account && (
					<AccountForm
						key={account.username}
						account={account}
						isOwn={account.username === session.account.username}
						onChanged={changed}
						onClose={() => {
							opened.value = null;
						}}
					/>
				)}
				{opened.value === "" && (
					<NewAccountForm
						onAdded={() => void load()}
						onClose={() => {
							opened.value = null;
						}}
					/>
				)}
			</div>
		</main>
	);
}

interface ListProps {
	items: readonly AccountEntry[] | null;
	own: string;
	opened: string | null;
	onOpen: (username: string) => void;
}

function List({ items, own, opened, onOpen }: ListProps) {
	const words = accountWords[language.value];
	if (items === null || items.length === 0) {
		return (
			<p class="soft" role="status">
				{items === null ? words.list.loading : words.list.empty}
			</p>
		);
	}
	return (
		<table class="accounts">
			<thead>
				<tr>
					<th scope="col">{words.list.account}</th>
					<th scope="col">{words.list.roles}</th>
					<th scope="col">{words.list.state}</th>
					<td />
				</tr>
			</thead>
			<tbody>
				{items.map((account) => (
					<tr
						key={account.username}
						data-account={account.username}
						class={account.username === opened ? "is-picked" : ""}
					>
						<th scope="row">
							{account.name}
							<small>
								{account.username}
								{account.username === own && ` (${words.list.you})`}
							</small>
						</th>
						<td>{account.roles.map((role) => words.roles[role]).join(", ")}</td>
						<td>{standing(account)}</td>
						<td>
							<button
								type="button"
								class="button"
								aria-label={words.list.editOf(account.name)}
								aria-pressed={account.username === opened}
								onClick={() => onOpen(account.username)}
							>
								{words.list.edit}
							</button>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function standing({ disabled, mustChange, sessions }: AccountEntry): string {
	const words = accountWords[language.value].list;
	if (disabled) return words.disabled;
	const said = [
		...(mustChange ? [words.mustChange] : []),
		...(sessions > 0 ? [words.signedIn(sessions)] : []),
	];
	return said.length === 0 ? words.active : said.join(" · ");
}
