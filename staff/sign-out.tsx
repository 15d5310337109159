import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import { useLeaving } from "./leaving.tsx";
import type { Sessions } from "./session.ts";
import type { StaffLive } from "./staff-live.ts";

export interface SignOutProps {
	sessions: Sessions;
	live: StaffLive | null;
	office: OfficeView | null;
}

/** The way out. */
export function SignOut({ sessions, live, office }: SignOutProps) {
	const leaving = useLeaving({ live, office, leave: sessions.signOut });
	return (
		<>
			<button
				type="button"
				class="button button-quiet"
				// Not disabled: it would lose the focus, to which the questions give it back.
				aria-disabled={leaving.busy}
				onClick={leaving.begin}
			>
				{staffWords[language.value].signOut}
			</button>
			{leaving.refusal !== null && (
				<p class="top-wrong" role="alert">
					{leaving.refusal}
				</p>
			)}
			{leaving.questions}
		</>
	);
}
