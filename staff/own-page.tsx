import { language } from "../ui/language.ts";
import { accountWords } from "../words/accounts.ts";
import { useLeaving } from "./leaving.tsx";
import type { PageProps } from "./pages.ts";
import { PasswordForm } from "./password-form.tsx";

/** Who is signed in, one's own password, and out everywhere. */
export function OwnPage({ session, sessions, live, office }: PageProps) {
	const words = accountWords[language.value];
	const { account } = session;
	const leaving = useLeaving({ live, office: office.value, leave: sessions.signOutEverywhere });

	return (
		<main class="page">
			<h1>{words.own.title}</h1>
			<div class="page-columns">
				<section class="panel">
					<h2>{account.name}</h2>
					<dl class="facts">
						<div>
							<dt>{words.own.username}</dt>
							<dd>{account.username}</dd>
						</div>
						<div>
							<dt>{words.own.roles}</dt>
							<dd>{account.roles.map((role) => words.roles[role]).join(", ")}</dd>
						</div>
					</dl>
					<p class="soft">{words.own.everywhereHint}</p>
					{leaving.refusal !== null && (
						<p class="notice is-wrong" role="alert">
							{leaving.refusal}
						</p>
					)}
					<button type="button" class="button" aria-disabled={leaving.busy} onClick={leaving.begin}>
						{words.own.everywhere}
					</button>
					{leaving.questions}
				</section>
				<section class="panel">
					<h2>{words.password.title}</h2>
					<PasswordForm onChanged={sessions.known} />
				</section>
			</div>
		</main>
	);
}
