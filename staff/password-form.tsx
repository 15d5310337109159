import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import type { ChangePassword, Session } from "../protocol/staff.ts";
import { api, whileHashing } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { staffWords } from "../words/staff.ts";
import { accountFaults } from "./account-faults.ts";
import { Field } from "./field.tsx";
import { useNotice } from "./notice.tsx";
import { refusalIn } from "./refusal.ts";

/** Changes one's own password. What was typed stays when the hub says no. */
export function PasswordForm({ onChanged }: { onChanged: (session: Session) => void }) {
	const words = accountWords[language.value].password;
	const old = useSignal("");
	const next = useSignal("");
	const again = useSignal("");
	const busy = useSignal(false);
	const short = useSignal<string | null>(null);
	const notice = useNotice();

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		const found = accountFaults({ password: next.value }, accountWords[language.value]);
		short.value = found?.password ?? null;
		if (found) {
			notice.clear();
			return;
		}
		if (old.value === "") {
			notice.refuse(words.needsOld);
			return;
		}
		if (next.value.normalize("NFC") !== again.value.normalize("NFC")) {
			notice.refuse(words.notSame);
			return;
		}
		busy.value = true;
		notice.clear();
		const change: ChangePassword = { password: old.value, newPassword: next.value };
		const got = await api<Session>("POST", "/api/session/password", change, whileHashing);
		busy.value = false;
		if (!got.ok) {
			notice.refuse(refusalIn(got, staffWords[language.value]));
			return;
		}
		for (const typed of [old, next, again]) typed.value = "";
		notice.say(accountWords[language.value].password.done);
		onChanged(got.value);
	};

	return (
		<form class="form" noValidate onSubmit={submit}>
			<Field
				name="old"
				label={words.old}
				value={old}
				type="password"
				autocomplete="current-password"
			/>
			<Field
				name="next"
				label={words.next}
				value={next}
				type="password"
				autocomplete="new-password"
				hint={words.hint}
				fault={short.value}
			/>
			<Field
				name="again"
				label={words.again}
				value={again}
				type="password"
				autocomplete="new-password"
			/>
			{notice.shown}
			<button type="submit" class="button button-primary" disabled={busy.value}>
				{words.submit}
			</button>
		</form>
	);
}
