import { render } from "preact";
import type { OfficeView } from "../../protocol/office.ts";
import { askUntilAnswered } from "../../ui/ask-again.ts";
import "../../ui/theme.css";
import { follow } from "./follow.ts";
import "./phone.css";
import { Phone } from "./phone.tsx";

const ticketId = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const root = document.getElementById("app");
if (root) {
	const office = askUntilAnswered<OfficeView>("/api/office");
	render(<Phone followed={follow(ticketId)} office={office} />, root);
}
