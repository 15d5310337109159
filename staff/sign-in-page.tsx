import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { Field } from "./field.tsx";
import { refusalIn } from "./refusal.ts";
import type { Sessions } from "./session.ts";

/** The way in. What was typed stays when the hub says no. */
export function SignInPage({ sessions, ended }: { sessions: Sessions; ended: boolean }) {
	const words = staffWords[language.value];
	const username = useSignal("");
	const password = useSignal("");
	const refusal = useSignal<string | null>(null);
	const busy = useSignal(false);
	const first = useRef<HTMLInputElement>(null);
	const second = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => first.current?.focus(), []);

	const submit: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		busy.value = true;
		refusal.value = null;
		const got = await sessions.signIn({ username: username.value, password: password.value });
		busy.value = false;
		if (got.ok) return;
		refusal.value = refusalIn(got, staffWords[language.value]);
		// Mostly it is the password that was mistyped: it is typed over.
		second.current?.select();
	};

	return (
		<main class="sign-in">
			<form class="panel" onSubmit={submit}>
				<h1>{words.signIn}</h1>
				<p class="soft">{ended ? words.sessionEnded : words.signInHint}</p>
				<Field
					name="username"
					label={words.username}
					value={username}
					autocomplete="username"
					input={first}
				/>
				<Field
					name="password"
					label={words.password}
					value={password}
					type="password"
					autocomplete="current-password"
					input={second}
				/>
				<p class="notice is-wrong" role="alert" hidden={refusal.value === null}>
					{refusal.value}
				</p>
				<button type="submit" class="button button-primary" disabled={busy.value}>
					{words.signIn}
				</button>
			</form>
		</main>
	);
}
