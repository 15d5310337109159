import { useSignal } from "@preact/signals";
import { ClockAlert } from "lucide";
import type { Clock, ConfirmClock } from "../protocol/health.ts";
import type { Account } from "../protocol/staff.ts";
import { api } from "../ui/api.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { plainDate } from "../words/numbers.ts";
import { staffWords } from "../words/staff.ts";
import { refusalIn } from "./refusal.ts";

export interface ClockAlarmProps {
	/** As the hub has said it last; null before it has. */
	clock: Clock | null;
	account: Account;
}

/** Says that the hub's clock cannot be believed, and lets whoever may say that it is right do so. */
export function ClockAlarm({ clock, account }: ClockAlarmProps) {
	const words = staffWords[language.value];
	const busy = useSignal(false);
	const wrong = useSignal<string | null>(null);
	if (clock === null || clock.state === "right") return null;
	const wallDay = plainDate(clock.wallDay);
	const mayConfirm =
		clock.state === "held" &&
		account.roles.some((role) => role === "supervisor" || role === "admin");

	async function confirm(body: ConfirmClock): Promise<void> {
		busy.value = true;
		const answer = await api<Clock>("POST", "/api/clock/confirm", body);
		busy.value = false;
		wrong.value = answer.ok ? null : refusalIn(answer, staffWords[language.value]);
	}

	return (
		<div class="staff-trouble" role="alert">
			<Icon node={ClockAlert} />
			<p>
				<strong>{words.clock.title}</strong>{" "}
				{words.clock[clock.state](wallDay, plainDate(clock.businessDay))}{" "}
				{clock.state === "held" && !mayConfirm && words.clock.askSupervisor} {wrong.value}
			</p>
			{mayConfirm && (
				<button
					type="button"
					class="button"
					disabled={busy.value}
					onClick={() => void confirm({ day: clock.wallDay })}
				>
					{words.clock.confirm(wallDay)}
				</button>
			)}
		</div>
	);
}
