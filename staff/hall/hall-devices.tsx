import type { HallView } from "../../protocol/hall.ts";
import { language } from "../../ui/language.ts";
import { deviceWords } from "../../words/devices.ts";
import { time } from "../../words/numbers.ts";
import { supervisingWords } from "../../words/supervising.ts";

/** The machines of the lobby, whether they are there, and whether what they show is what the hub would give them now. */
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
				{devices.map(({ id, role, place, name, online, lastSeenAt, version, isCurrent }) => (
					<li key={id}>
						<strong>{name ?? words.own(deviceWords[language.value].role[role], place)}</strong>
						<span class={online ? "soft" : "hall-shut"}>
							{online
								? words.online
								: words.offline(lastSeenAt === null ? null : time(lastSeenAt, timeZone))}
						</span>
						{version !== null && (
							<span class={isCurrent === false ? "hall-shut" : "soft"}>
								{deviceWords[language.value].version(version, isCurrent !== false)}
							</span>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
