import type { Signal } from "@preact/signals";
import type { Role } from "../protocol/staff.ts";
import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";

const choices: readonly Role[] = ["officer", "supervisor", "admin"];

/** Which roles somebody has, each with what it allows. */
export function RoleChoice({ roles, hint }: { roles: Signal<readonly Role[]>; hint?: string }) {
	const words = accountWords[language.value];
	return (
		<fieldset class="roles">
			<legend>{words.form.roles}</legend>
			{choices.map((role) => (
				<label key={role}>
					<input
						type="checkbox"
						name="role"
						value={role}
						checked={roles.value.includes(role)}
						onChange={(event) => {
							const others = roles.value.filter((one) => one !== role);
							roles.value = event.currentTarget.checked ? [...others, role] : others;
						}}
					/>
					<span>
						<strong>{words.roles[role]}</strong> <small>{words.form.roleHints[role]}</small>
					</span>
				</label>
			))}
			{hint !== undefined && <p class="soft">{hint}</p>}
		</fieldset>
	);
}
