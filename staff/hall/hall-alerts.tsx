import { TriangleAlert } from "lucide";
import type { OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { time } from "../../words/numbers.ts";
import { printerWords } from "../../words/printers.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { serviceName } from "../console/names.ts";
import type { Alert } from "./alerts.ts";
import type { Decide } from "./hall-page.tsx";

export interface HallAlertsProps {
	alerts: readonly Alert[];
	office: OfficeView;
	busy: boolean;
	decide: Decide;
}

/** What should be looked at now, above all else. */
export function HallAlerts({ alerts, office, busy, decide }: HallAlertsProps) {
	const { live: words, resume, resumed } = supervisingWords[language.value];
	return (
		<section class="panel hall-alerts" aria-labelledby="hall-alerts" data-alerts={alerts.length}>
			<h2 id="hall-alerts">{words.alerts}</h2>
			<div role="status">
				{alerts.length === 0 ? (
					<p class="soft">{words.noAlerts}</p>
				) : (
					<ul>
						{alerts.map((alert) => (
							<li key={JSON.stringify({ ...alert, minutes: 0, waiting: 0 })}>
								<Icon node={TriangleAlert} />
								<span>
									<span>{inWords(alert, office)}</span>
									{alert.about === "stopped" && (
										<button
											type="button"
											class="button"
											disabled={busy}
											onClick={() => void decide("/api/hall/resume", {}, resumed)}
										>
											{resume}
										</button>
									)}
								</span>
							</li>
						))}
					</ul>
				)}
			</div>
		</section>
	);
}

function inWords(alert: Alert, office: OfficeView): string {
	const said = supervisingWords[language.value];
	const words = said.live.alert;
	switch (alert.about) {
		case "stopped":
			return `${said.stopped(said.reasons[alert.reason], time(alert.at, office.timeZone))}.`;
		case "closed-today":
			return words[alert.about](alert.waiting);
		case "nobody-serves":
			return words[alert.about](serviceName(alert.serviceId, office), alert.waiting);
		case "long-wait": {
			const { serviceId, number, minutes, usual } = alert;
			return words[alert.about](serviceName(serviceId, office), number, minutes, usual);
		}
		case "idle-counter":
			return words[alert.about](alert.label, alert.minutes);
		case "printer": {
			const name = office.printers.find(({ id }) => id === alert.id)?.name ?? alert.id;
			return words.printer(name, printerWords[language.value].states[alert.state]);
		}
		case "device": {
			const { name, lastSeenAt } = alert;
			return words.device(name, lastSeenAt === null ? null : time(lastSeenAt, office.timeZone));
		}
	}
}
