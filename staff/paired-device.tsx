import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PairedDevice } from "../protocol/devices.ts";
import type { OfficeView } from "../protocol/office.ts";
import { api, type Method } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { deviceWords } from "../words/devices.ts";
import { date, time } from "../words/numbers.ts";
import { staffWords } from "../words/staff.ts";
import { placeInWords, versionInWords } from "./device-words.ts";
import { refusalIn } from "./refusal.ts";

export interface PairedRowProps {
	device: PairedDevice;
	/** Null before the hub has told it. */
	office: OfficeView | null;
	/** Something was done; what to say of it, where the row itself will be gone. */
	onDone: (said: string | null) => void;
	onSessionOver: () => void;
}

/** A device that was let in: who it is, whether it is here, another name, and the way out. */
export function PairedRow({ device, office, onDone, onSessionOver }: PairedRowProps) {
	const words = deviceWords[language.value];
	const timeZone = office?.timeZone ?? "Asia/Ho_Chi_Minh";
	const doing = useSignal<"nothing" | "renaming" | "revoking">("nothing");
	const name = useSignal(device.name);
	const busy = useSignal(false);
	const wrong = useSignal<string | null>(null);
	const first = useRef<HTMLInputElement & HTMLButtonElement>(null);
	const back = useRef<HTMLButtonElement>(null);
	const was = useRef(doing.value);
	useLayoutEffect(() => {
		// What was asked for gets the focus, and whoever lets it be is back where they were.
		if (doing.value !== "nothing") first.current?.focus();
		else if (was.current !== "nothing") back.current?.focus();
		was.current = doing.value;
	}, [doing.value]);

	async function ask(method: Method, path: string, body: unknown, said: string | null) {
		if (busy.value) return;
		busy.value = true;
		const got = await api(
			method,
			`/api/admin/devices/${encodeURIComponent(device.id)}${path}`,
			body,
		);
		busy.value = false;
		if (got.ok) {
			doing.value = "nothing";
			wrong.value = null;
			onDone(said);
		} else if (got.status === 401) onSessionOver();
		else wrong.value = refusalIn(got, staffWords[language.value]);
	}

	const rename: SubmitEventHandler<HTMLFormElement> = (event) => {
		event.preventDefault();
		void ask("POST", "/rename", { name: name.value }, null);
	};
	const letBe = (
		<button
			type="button"
			class="button button-quiet"
			onClick={() => {
				doing.value = "nothing";
				wrong.value = null;
			}}
		>
			{words.cancel}
		</button>
	);

	return (
		<li class="device" data-device={device.id}>
			<div class="device-who">
				<strong>{device.name}</strong>
				<span class="soft">{placeInWords(device, office, language.value)}</span>
			</div>
			<div class="device-facts">
				<span class={device.online ? "device-here is-online" : "device-here"}>
					{hereInWords(device, timeZone)}
				</span>
				{device.version !== null && (
					<span class={device.isCurrent === false ? "device-old" : "soft"}>
						{versionInWords(device.version, device.isCurrent !== false, language.value)}
					</span>
				)}
				<span class="soft">
					{words.pairedBy(device.pairedBy, moment(device.pairedAt, timeZone))}
				</span>
			</div>
			{doing.value === "nothing" && (
				<div class="device-acts">
					<button
						type="button"
						class="button"
						ref={back}
						aria-label={words.renameOf(device.name)}
						onClick={() => {
							name.value = device.name;
							doing.value = "renaming";
						}}
					>
						{words.rename}
					</button>
					<button
						type="button"
						class="button"
						aria-label={words.revokeOf(device.name)}
						onClick={() => {
							doing.value = "revoking";
						}}
					>
						{words.revoke}
					</button>
				</div>
			)}
			{doing.value === "renaming" && (
				<form class="device-ask" onSubmit={rename}>
					<input
						ref={first}
						aria-label={words.newName(device.name)}
						required
						maxLength={60}
						value={name.value}
						onInput={(event) => {
							name.value = event.currentTarget.value;
						}}
					/>
					<button type="submit" class="button" disabled={busy.value}>
						{words.save}
					</button>
					{letBe}
				</form>
			)}
			{doing.value === "revoking" && (
				<div class="device-ask notice is-care">
					<p>{words.revokeAsk(device.name)}</p>
					<button
						type="button"
						ref={first}
						class="button"
						disabled={busy.value}
						onClick={() => void ask("DELETE", "", undefined, words.revoked(device.name))}
					>
						{words.revokeYes}
					</button>
					{letBe}
				</div>
			)}
			{wrong.value !== null && (
				<p class="device-ask notice is-wrong" role="alert">
					{wrong.value}
				</p>
			)}
		</li>
	);
}

function hereInWords({ online, lastSeenAt }: PairedDevice, timeZone: string): string {
	const words = deviceWords[language.value];
	if (online) return words.online;
	return lastSeenAt === null ? words.neverSeen : words.lastSeen(moment(lastSeenAt, timeZone));
}

function moment(at: string, timeZone: string): string {
	return `${time(at, timeZone)}, ${date(at, timeZone)}`;
}
