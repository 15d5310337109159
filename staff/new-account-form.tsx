import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { Account, NewAccount, Role } from "../protocol/staff.ts";
import { api, whileHashing } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { staffWords } from "../words/staff.ts";
import { type AccountFaults, accountFaults, focusFirst } from "./account-faults.ts";
import { Field } from "./field.tsx";
import { useNotice } from "./notice.tsx";
import { refusalIn } from "./refusal.ts";
import { RoleChoice } from "./role-choice.tsx";

/** Adds one account after the other; what was typed stays when the hub says no. */
export function NewAccountForm({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
	const words = accountWords[language.value];
	const username = useSignal("");
	const name = useSignal("");
	const password = useSignal("");
	const roles = useSignal<readonly Role[]>(["officer"]);
	const busy = useSignal(false);
	const faults = useSignal<AccountFaults>({});
	const notice = useNotice();

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		const typed = { name: name.value, username: username.value, password: password.value };
		const found = accountFaults(typed, words);
		faults.value = found ?? {};
		if (found) {
			notice.clear();
			focusFirst(event.currentTarget, found);
			return;
		}
		if (roles.value.length === 0) {
			notice.refuse(words.form.needsRole);
			return;
		}
		busy.value = true;
		notice.clear();
		const account: NewAccount = { ...typed, roles: [...roles.value] };
		const got = await api<Account>("POST", "/api/admin/accounts", account, whileHashing);
		busy.value = false;
		if (!got.ok) {
			notice.refuse(refusalIn(got, staffWords[language.value]));
			return;
		}
		for (const field of [username, name, password]) field.value = "";
		notice.say(accountWords[language.value].form.added(got.value.name));
		onAdded();
	};

	return (
		<section class="panel" aria-label={words.form.addTitle}>
			<div class="page-head">
				<h2>{words.form.addTitle}</h2>
				<button type="button" class="button button-quiet" onClick={onClose}>
					{words.form.close}
				</button>
			</div>
			<form class="form" noValidate onSubmit={submit}>
				<Field
					name="name"
					label={words.form.name}
					value={name}
					autocomplete="off"
					maxLength={100}
					fault={faults.value.name ?? null}
				/>
				<Field
					name="username"
					label={words.list.username}
					value={username}
					autocomplete="off"
					hint={words.form.usernameHint}
					fault={faults.value.username ?? null}
				/>
				<Field
					name="password"
					label={words.form.password}
					value={password}
					type="text"
					autocomplete="off"
					maxLength={200}
					hint={words.password.hint}
					fault={faults.value.password ?? null}
				/>
				<RoleChoice roles={roles} />
				{notice.shown}
				<button type="submit" class="button button-primary" disabled={busy.value}>
					{words.list.add}
				</button>
			</form>
		</section>
	);
}
