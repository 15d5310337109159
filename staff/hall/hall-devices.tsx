import type { HallView } from "../../protocol/hall.ts";
import { language } from "../../ui/language.ts";
import { time } from "../../words/numbers.ts";
import { supervisingWords } from "../../words/supervising.ts";

/** The machines of the lobby that were let in, and whether they are there. */
export function HallDevices({
	devices,
	timeZone,
}: {
	devices: HallView["devices"];
	timeZone: string;
}) {
	const words = supervisingWords[language.value].live;
	return (
		<section class="panel" aria-labelledby="hall-devices">
			<h2 id="hall-devices">{words.devices}</h2>
			{devices.length === 0 && <p class="soft">{words.noDevices}</p>}
			<ul class="hall-devices">
				{devices.map(({ id, name, online, lastSeenAt }) => (
					<li key={id}>
						<strong>{name}</strong>
						<span class={online ? "soft" : "hall-shut"}>
							{online
								? words.online
								: words.offline(lastSeenAt === null ? null : time(lastSeenAt, timeZone))}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
