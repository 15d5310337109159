import type { LogItem } from "../protocol/log.ts";
import { language } from "../ui/language.ts";
import { logWords } from "../words/log.ts";
import { exactTime, localDay } from "../words/numbers.ts";

/** What happened, the newest first, under the days on which it did. */
export function LogTable({ items, timeZone }: { items: readonly LogItem[]; timeZone: string }) {
	const words = logWords[language.value];
	return (
		<table class="log-table">
			<thead>
				<tr>
					<th scope="col">{words.time}</th>
					<th scope="col">{words.who}</th>
					<th scope="col">{words.what}</th>
					<th scope="col">{words.address}</th>
				</tr>
			</thead>
			{daysOf(items, timeZone).map(({ day, at, items: ofDay }) => (
				<tbody key={day}>
					<tr class="log-day">
						<th scope="rowgroup" colSpan={4}>
							{dayInWords(at, timeZone)}
						</th>
					</tr>
					{ofDay.map((item) => (
						<tr key={item.id} data-type={item.type}>
							<td class="log-time">{exactTime(item.at, timeZone)}</td>
							<td class="log-who">
								{item.who}
								{item.who !== item.by && isAccount(item) && <small>{item.by}</small>}
							</td>
							<td>
								<p class="log-what">{item.what}</p>
							</td>
							<td class="log-address">{item.address}</td>
						</tr>
					))}
				</tbody>
			))}
		</table>
	);
}

interface Day {
	day: string;
	at: string;
	items: LogItem[];
}

/** A clock that was set back puts the same day in two places; each is a heading of its own. */
function daysOf(items: readonly LogItem[], timeZone: string): Day[] {
	const days: Day[] = [];
	for (const item of items) {
		const day = localDay(item.at, timeZone);
		const last = days.at(-1);
		if (last?.day === day) last.items.push(item);
		else days.push({ day, at: item.at, items: [item] });
	}
	return days;
}

function dayInWords(at: string, timeZone: string): string {
	return new Date(at).toLocaleDateString(language.value === "vi" ? "vi-VN" : "en-GB", {
		weekday: "long",
		day: "numeric",
		month: "numeric",
		year: "numeric",
		timeZone,
	});
}

function isAccount({ by }: LogItem): boolean {
	return !by.startsWith("kiosk:") && !["lobby", "machine", "hub"].includes(by);
}
