import { TriangleAlert } from "lucide";
import type { OfficeView } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { time } from "../../words/numbers.ts";
import { printerWords } from "../../words/printers.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { serviceName } from "../console/names.ts";
import type { Alert } from "./alerts.ts";

/** What should be looked at now, above all else. */
export function HallAlerts({ alerts, office }: { alerts: readonly Alert[]; office: OfficeView }) {
	const words = supervisingWords[language.value].live;
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
								<span>{inWords(alert, office)}</span>
							</li>
						))}
					</ul>
				)}
			</div>
		</section>
	);
}

function inWords(alert: Alert, office: OfficeView): string {
	const words = supervisingWords[language.value].live.alert;
	switch (alert.about) {
		case "nobody-serves":
			return words[alert.about](serviceName(alert.serviceId, office), alert.waiting);
		case "long-wait": {
			const { serviceId, minutes, usual } = alert;
			return words[alert.about](serviceName(serviceId, office), minutes, usual);
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
