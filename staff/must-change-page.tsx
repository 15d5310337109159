import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { PasswordForm } from "./password-form.tsx";
import type { Sessions } from "./session.ts";

/** All that whoever signed in with somebody else's password can do. */
export function MustChangePage({ sessions }: { sessions: Sessions }) {
	const words = accountWords[language.value].password;
	return (
		<main class="sign-in">
			<section class="panel">
				<h1>{words.mustTitle}</h1>
				<p class="soft">{words.mustHint}</p>
				<PasswordForm onChanged={sessions.known} />
			</section>
		</main>
	);
}
