import type { HallView } from "../../protocol/hall.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { time } from "../../words/numbers.ts";
import { printerWords } from "../../words/printers.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { placeInWords, versionInWords } from "../device-words.ts";
import { reasonOf } from "../printers-heard.ts";
import type { PrinterHeard, StaffLive } from "../staff-live.ts";

interface HallDevicesProps {
	devices: HallView["devices"];
	live: Pick<StaffLive, "printers">;
	office: OfficeView;
}

/** The machines of the lobby: whether screens are there and show what the hub would give them now, and how printers are. */
export function HallDevices({ devices, live, office }: HallDevicesProps) {
	const words = supervisingWords[language.value].live;
	const printers = office.printers.flatMap(({ id, name }) => {
		const heard = live.printers.value.get(id);
		return heard ? [{ name, heard }] : [];
	});
	return (
		<section class="panel" aria-labelledby="hall-devices">
			<h2 id="hall-devices">{words.devices}</h2>
			{devices.length === 0 && <p class="soft">{words.noDevices}</p>}
			<ul class="hall-devices">
				{devices.map((device) => (
					<Device key={device.id} device={device} office={office} />
				))}
				{printers.map(({ name, heard }) => (
					<Printer key={heard.id} name={name} printer={heard} />
				))}
			</ul>
		</section>
	);
}

function Device({ device, office }: { device: HallView["devices"][number]; office: OfficeView }) {
	const words = supervisingWords[language.value].live;
	const { name, online, lastSeenAt, version, isCurrent } = device;
	const seen = lastSeenAt === null ? null : time(lastSeenAt, office.timeZone);
	return (
		<li>
			<strong>{name ?? words.own(placeInWords(device, office, language.value))}</strong>
			<span class={online ? "soft" : "hall-shut"}>
				{online ? words.online : words.offline(seen)}
			</span>
			{version !== null && (
				<span class={isCurrent === false ? "hall-shut" : "soft"}>
					{versionInWords(version, isCurrent !== false, language.value)}
				</span>
			)}
		</li>
	);
}

function Printer({ name, printer }: { name: string; printer: PrinterHeard }) {
	const words = printerWords[language.value];
	const { state, waiting } = printer;
	const reason = reasonOf(printer);
	return (
		<li>
			<strong>{name}</strong>
			<span class={state === "ready" ? "soft" : "hall-shut"}>
				{reason === null ? words.states[state] : words.reasons[reason]}
			</span>
			{waiting > 0 && <span class="soft">{words.waiting(waiting)}</span>}
		</li>
	);
}
