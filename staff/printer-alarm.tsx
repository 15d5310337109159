import { Printer } from "lucide";
import type { OfficeView } from "../protocol/office.ts";
import type { Account } from "../protocol/staff.ts";
import { Icon } from "../ui/icon.tsx";
import { language } from "../ui/language.ts";
import { printerWords } from "../words/printers.ts";
import { type Address, searchOf } from "./address.ts";
import { needingAHand, reasonOf } from "./printers-heard.ts";
import type { PrintersHeard } from "./staff-live.ts";

export interface PrinterAlarmProps {
	printers: PrintersHeard;
	account: Account;
	office: OfficeView | null;
	address: Address;
}

/** Tells whoever looks after the hall, on every page but the printers' own, which printers need a hand. */
export function PrinterAlarm({ printers, account, office, address }: PrinterAlarmProps) {
	const words = printerWords[language.value];
	const mayMend = account.roles.some((role) => role === "supervisor" || role === "admin");
	const needing = needingAHand(printers);
	const place = address.place.value;
	if (!mayMend || needing.length === 0 || place.page === "printers") return null;
	return (
		<div class="staff-trouble" role="alert">
			<Icon node={Printer} />
			<div>
				{needing.map((status) => {
					const reason = reasonOf(status);
					if (reason === null) return null;
					const name = office?.printers.find(({ id }) => id === status.id)?.name ?? status.id;
					return (
						<p key={status.id}>
							<strong>
								{name}: {words.reasons[reason]}.
							</strong>{" "}
							{words.toDo[reason]}
						</p>
					);
				})}
			</div>
			<a
				class="button"
				href={location.pathname + searchOf({ ...place, page: "printers" })}
				onClick={(event) => {
					if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
					event.preventDefault();
					address.go({ page: "printers" });
				}}
			>
				{words.look}
			</a>
		</div>
	);
}
