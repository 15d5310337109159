import "./printer-news.css";
import { CircleCheck, Printer, TriangleAlert } from "lucide";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "./notice.tsx";
import { printerNews } from "./printers.ts";
import { clockMs, parts, words } from "./store.ts";

/** Says before anything is chosen that nothing can be printed, why, and that there is a number all the same. */
export function NoPaper() {
	const news = printerNews(parts.printers.value, clockMs.value);
	if (news.is !== "cannot") return null;
	const { reasons, stillNumber } = words.value.printer;
	return (
		<Notice icon={TriangleAlert} tone="care" title={reasons[news.reason]} hint={stillNumber} />
	);
}

/** The same on the start screen; and a small line for staff, who change a roll before this screen by what it says. */
export function PaperOnStart() {
	const news = printerNews(parts.printers.value, clockMs.value);
	const said = words.value.printer;
	switch (news.is) {
		case "well":
			return null;
		case "low":
			return <StaffLine said={said.low} />;
		case "aside":
			return <StaffLine said={said.aside(said.reasons[news.reason])} />;
		case "mended":
			return (
				<span class="start-staff is-good">
					<Icon node={CircleCheck} />
					{said.mended}
				</span>
			);
		case "cannot": {
			const { reason } = news;
			return (
				<>
					<span class="start-paper">
						<Icon node={TriangleAlert} />
						<span>
							<strong>{said.reasons[reason]}</strong>
							{said.stillNumber}
						</span>
					</span>
					{reason === "paper-out" && <StaffLine said={said.out} />}
					{reason === "cover-open" && news.roll === "cover-open" && (
						<StaffLine said={said.coverOpen} />
					)}
				</>
			);
		}
	}
}

function StaffLine({ said }: { said: string }) {
	return (
		<span class="start-staff">
			<Icon node={Printer} />
			{said}
		</span>
	);
}
