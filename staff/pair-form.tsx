import { useSignal } from "@preact/signals";
import type { SubmitEventHandler } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PairedDevice, WaitingDevice } from "../protocol/devices.ts";
import { type Answer, api, mayBeDone } from "../ui/api.ts";
import { language } from "../ui/language.ts";
import { newRequestKey } from "../ui/request-key.ts";
import { deviceWords } from "../words/devices.ts";
import { time } from "../words/numbers.ts";
import { staffWords } from "../words/staff.ts";
import { refusalIn } from "./refusal.ts";

export interface PairFormProps {
	timeZone: string;
	onSessionOver: () => void;
}

/** The code is typed, what shows it is seen, and then it is accepted or refused. */
export function PairForm({ timeZone, onSessionOver }: PairFormProps) {
	const words = deviceWords[language.value];
	const code = useSignal("");
	const name = useSignal("");
	const found = useSignal<WaitingDevice | null>(null);
	const busy = useSignal(false);
	const notice = useSignal<{ wrong: boolean; text: string } | null>(null);
	/** Of an acceptance whose answer was lost: the same again is the same one. */
	const key = useRef<string | null>(null);
	const codeField = useRef<HTMLInputElement>(null);
	const nameField = useRef<HTMLInputElement>(null);
	const deviceId = found.value?.id ?? null;
	// Whoever types goes on typing, without a mouse; not at first, where nobody has asked for it.
	const begun = useRef(false);
	useLayoutEffect(() => {
		if (deviceId !== null) nameField.current?.select();
		else if (begun.current) codeField.current?.focus();
		begun.current = true;
	}, [deviceId]);

	async function ask<T>(path: string, body: unknown, requestKey = newRequestKey()) {
		busy.value = true;
		notice.value = null;
		const got = await api<T>("POST", `/api/admin/devices/${path}`, body, { key: requestKey });
		busy.value = false;
		if (!got.ok) tell(got);
		return got;
	}

	function tell(got: Extract<Answer<unknown>, { ok: false }>): void {
		if (got.status === 401) onSessionOver();
		notice.value = { wrong: true, text: refusalIn(got, staffWords[language.value]) };
	}

	function beginAnew(text: string): void {
		found.value = null;
		code.value = "";
		key.current = null;
		notice.value = { wrong: false, text };
	}

	const find: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		const got = await ask<WaitingDevice>("find", { code: code.value });
		if (!got.ok) return;
		found.value = got.value;
		name.value = `${words.role[got.value.role]} ${got.value.place}`;
	};
	const accept: SubmitEventHandler<HTMLFormElement> = async (event) => {
		event.preventDefault();
		if (busy.value) return;
		key.current ??= newRequestKey();
		const body = { code: code.value, name: name.value };
		const got = await ask<PairedDevice>("accept", body, key.current);
		if (!mayBeDone(got)) key.current = null;
		if (got.ok) beginAnew(deviceWords[language.value].accepted(got.value.name));
	};
	async function refuse(device: WaitingDevice): Promise<void> {
		if (busy.value) return;
		const got = await ask<null>(`${encodeURIComponent(device.id)}/refuse`, {});
		if (got.ok) beginAnew(deviceWords[language.value].refused);
	}

	const device = found.value;
	return (
		<section class="panel pair" aria-labelledby="pair-title">
			<h2 id="pair-title">{words.pair}</h2>
			{device === null ? (
				<form class="pair-code" onSubmit={find}>
					<label>
						{words.code}
						<input
							ref={codeField}
							name="code"
							inputMode="numeric"
							autocomplete="off"
							required
							maxLength={20}
							value={code.value}
							onInput={(event) => {
								code.value = event.currentTarget.value;
							}}
						/>
					</label>
					<button type="submit" class="button button-primary" disabled={busy.value}>
						{words.find}
					</button>
				</form>
			) : (
				<form class="pair-found" onSubmit={accept}>
					<h3>{words.found}</h3>
					<dl>
						<div>
							<dt>{words.role[device.role]}</dt>
							<dd>{device.place}</dd>
						</div>
						<div>
							<dt>{words.address}</dt>
							<dd>{device.address}</dd>
						</div>
					</dl>
					<p class="soft">
						{words.askedAt(time(device.askedAt, timeZone))}. {words.check}
					</p>
					<label>
						{words.name}
						<input
							ref={nameField}
							name="name"
							autocomplete="off"
							required
							maxLength={60}
							value={name.value}
							onInput={(event) => {
								name.value = event.currentTarget.value;
								key.current = null;
							}}
						/>
					</label>
					<div class="pair-acts">
						<button type="submit" class="button button-primary" disabled={busy.value}>
							{words.accept}
						</button>
						<button
							type="button"
							class="button"
							disabled={busy.value}
							onClick={() => void refuse(device)}
						>
							{words.refuse}
						</button>
						<button
							type="button"
							class="button button-quiet"
							disabled={busy.value}
							onClick={() => {
								found.value = null;
								notice.value = null;
							}}
						>
							{words.otherCode}
						</button>
					</div>
				</form>
			)}
			<p
				class={notice.value?.wrong ? "notice is-wrong" : "notice is-calm"}
				role="status"
				hidden={notice.value === null}
			>
				{notice.value?.text}
			</p>
		</section>
	);
}
