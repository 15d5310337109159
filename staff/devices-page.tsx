import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { WaitingDevice } from "../protocol/devices.ts";
import { api } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { deviceWords } from "../words/devices.ts";
import { time } from "../words/numbers.ts";
import { staffWords } from "../words/staff.ts";
import { stillWaiting } from "./device-list.ts";
import "./devices.css";
import type { PageProps } from "./pages.ts";
import { PairForm } from "./pair-form.tsx";
import { PairedRow } from "./paired-device.tsx";
import { refusalIn } from "./refusal.ts";

/** For admins: which kiosks and boards wait to be let in, and which were. */
export function DevicesPage({ office, sessions, live }: PageProps) {
	const onSessionOver = sessions.over;
	const words = deviceWords[language.value];
	const now = useNow();
	const said = useSignal<{ wrong: boolean; text: string } | null>(null);
	const told = live.devices.value;
	const waiting = told === null ? [] : stillWaiting(told.list.waiting, now - told.atMs);
	const timeZone = office.value?.timeZone ?? "Asia/Ho_Chi_Minh";

	async function refuse(device: WaitingDevice): Promise<void> {
		const path = `/api/admin/devices/${encodeURIComponent(device.id)}/refuse`;
		const got = await api<null>("POST", path, {});
		const text = got.ok ? words.refused : refusalIn(got, staffWords[language.value]);
		if (!got.ok && got.status === 401) onSessionOver();
		said.value = { wrong: !got.ok, text };
	}

	return (
		<main class="page devices">
			<div>
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			<PairForm timeZone={timeZone} onSessionOver={onSessionOver} />
			<p
				class={said.value?.wrong ? "notice is-wrong" : "notice is-calm"}
				role="status"
				hidden={said.value === null}
			>
				{said.value?.text}
			</p>
			{told === null ? (
				<p role="status">{words.loading}</p>
			) : (
				<>
					<section aria-labelledby="devices-waiting">
						<h2 id="devices-waiting">{words.waiting}</h2>
						{waiting.length === 0 && <p class="soft">{words.noneWaiting}</p>}
						<ul class="device-list">
							{waiting.map((device) => (
								<WaitingRow
									key={device.id}
									device={device}
									timeZone={timeZone}
									onRefuse={() => void refuse(device)}
								/>
							))}
						</ul>
					</section>
					<section aria-labelledby="devices-paired">
						<h2 id="devices-paired">{words.paired}</h2>
						{told.list.paired.length === 0 && <p class="soft">{words.nonePaired}</p>}
						<ul class="device-list">
							{told.list.paired.map((device) => (
								<PairedRow
									key={device.id}
									device={device}
									office={office.value}
									onDone={(text) => {
										if (text !== null) said.value = { wrong: false, text };
									}}
									onSessionOver={onSessionOver}
								/>
							))}
						</ul>
					</section>
				</>
			)}
		</main>
	);
}

interface WaitingRowProps {
	device: WaitingDevice;
	timeZone: string;
	onRefuse: () => void;
}

/** A device that shows its code. It is let in by that code alone, so that nobody accepts a screen they do not see. */
function WaitingRow({ device, timeZone, onRefuse }: WaitingRowProps) {
	const words = deviceWords[language.value];
	const { role, place, address, askedAt, expiresInMs } = device;
	const name = `${words.role[role]} ${place}`;
	return (
		<li class="device" data-device={device.id}>
			<div class="device-who">
				<strong>{name}</strong>
				<span class="soft">{address}</span>
			</div>
			<div class="device-facts">
				<span>{words.askedAt(time(askedAt, timeZone))}</span>
				<span class="soft">{words.minutesLeft(Math.ceil(expiresInMs / 60_000))}</span>
			</div>
			<div class="device-acts">
				<button
					type="button"
					class="button"
					aria-label={`${words.refuse} ${name}`}
					onClick={onRefuse}
				>
					{words.refuse}
				</button>
			</div>
		</li>
	);
}

/** The moment on this page's own clock, `performance.now()`, close enough for minutes. */
function useNow(): number {
	const now = useSignal(performance.now());
	useEffect(() => {
		const timer = setInterval(() => {
			now.value = performance.now();
		}, 5_000);
		return () => clearInterval(timer);
	}, [now]);
	return now.value;
}
