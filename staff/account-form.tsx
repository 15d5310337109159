import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { AccountChange, AccountEntry, Role, SetPassword } from "../protocol/staff.ts";
import { api, type Method, whileHashing } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { staffWords } from "../words/staff.ts";
import {
	type AccountFaults,
	accountFaults,
	focusFirst,
	type TypedAccount,
} from "./account-faults.ts";
import { Field } from "./field.tsx";
import { useNotice } from "./notice.tsx";
import { refusalIn } from "./refusal.ts";
import { RoleChoice } from "./role-choice.tsx";

export interface AccountFormProps {
	account: AccountEntry;
	/** One's own password is changed elsewhere, and nobody locks themselves out by a slip. */
	isOwn: boolean;
	onChanged: (account: AccountEntry) => void;
	onClose: () => void;
}

/** One account: name and roles, another password, out everywhere, and whether it may sign in. */
export function AccountForm({ account, isOwn, onChanged, onClose }: AccountFormProps) {
	const words = accountWords[language.value];
	const name = useSignal(account.name);
	const roles = useSignal<readonly Role[]>(account.roles);
	const password = useSignal("");
	const busy = useSignal(false);
	const faults = useSignal<AccountFaults>({});
	const notice = useNotice();

	async function ask(
		method: Method,
		path: string,
		body: AccountChange | SetPassword | Record<string, never>,
		done: string,
	): Promise<boolean> {
		if (busy.value) return false;
		busy.value = true;
		notice.clear();
		const address = `/api/admin/accounts/${encodeURIComponent(account.username)}${path}`;
		const got = await api<AccountEntry>(method, address, body, whileHashing);
		busy.value = false;
		if (!got.ok) {
			notice.refuse(refusalIn(got, staffWords[language.value]));
			return false;
		}
		notice.say(done);
		onChanged(got.value);
		return true;
	}

	/** Whether what was typed can be; else it is said beside the field. */
	function stands(form: HTMLFormElement, typed: TypedAccount): boolean {
		const found = accountFaults(typed, words);
		faults.value = found ?? {};
		if (found === null) return true;
		notice.clear();
		focusFirst(form, found);
		return false;
	}

	const save: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		if (!stands(event.currentTarget, { name: name.value })) return;
		if (roles.value.length === 0) notice.refuse(words.form.needsRole);
		else {
			const change = { name: name.value, roles: [...roles.value] };
			void ask("PATCH", "", change, words.form.saved);
		}
	};
	const set: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (!stands(event.currentTarget, { password: password.value })) return;
		const body = { password: password.value };
		if (await ask("POST", "/password", body, words.form.passwordSet)) password.value = "";
	};

	return (
		<section class="panel" aria-label={words.list.editOf(account.name)}>
			<div class="page-head">
				<h2>{account.name}</h2>
				<button type="button" class="button button-quiet" onClick={onClose}>
					{words.form.close}
				</button>
			</div>
			{notice.shown}
			<form class="form" noValidate onSubmit={save}>
				<Field
					name="name"
					label={words.form.name}
					value={name}
					autocomplete="off"
					maxLength={100}
					fault={faults.value.name ?? null}
				/>
				<RoleChoice roles={roles} hint={words.form.rolesEnd} />
				<button type="submit" class="button" disabled={busy.value}>
					{words.form.save}
				</button>
			</form>
			{!isOwn && (
				<form class="form" noValidate onSubmit={set}>
					<h3>{words.form.setTitle}</h3>
					<Field
						name="password"
						label={words.password.next}
						value={password}
						type="text"
						autocomplete="off"
						maxLength={200}
						hint={words.form.setHint}
						fault={faults.value.password ?? null}
					/>
					<button type="submit" class="button" disabled={busy.value}>
						{words.form.set}
					</button>
				</form>
			)}
			{!isOwn && (
				<div class="form">
					<button
						type="button"
						class="button"
						disabled={busy.value || account.sessions === 0}
						onClick={() => void ask("POST", "/end-sessions", {}, words.form.ended)}
					>
						{words.form.end}
					</button>
					<button
						type="button"
						class="button"
						disabled={busy.value}
						onClick={() => {
							const disabled = !account.disabled;
							const done = disabled ? words.form.disabledNow : words.form.enabledNow;
							void ask("PATCH", "", { disabled }, done);
						}}
					>
						{account.disabled ? words.form.enable : words.form.disable}
					</button>
				</div>
			)}
		</section>
	);
}
