import { type Signal, useComputed, useSignal } from "@preact/signals";
import { zipSync } from "fflate";
import { Circle, Download, Mic, Play, Square, StepForward } from "lucide";
import { useEffect } from "preact/hooks";
import type { Language } from "../../protocol/office.ts";
import type { VoiceView } from "../../protocol/voice.ts";
import { api } from "../../ui/api.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { trimmedAndLevelled } from "../../voice/recording.ts";
import { wavOf } from "../../voice/wav.ts";
import { voiceWords } from "../../words/voice.ts";
import { type Microphone, type NoMicrophone, openMicrophone } from "./microphone.ts";
import { PhraseList } from "./phrase-list.tsx";
import { isGood, nextToRecord, phrasesOf, type Takes, takeOf } from "./takes.ts";
import "./recorder.css";

/** Records every phrase of a language, one after the other, and saves them as files for `npm run make-voice`. */
export function Recorder() {
	const spoken = useSignal<Language>("vi");
	const microphone = useSignal<Microphone | NoMicrophone | null>(null);
	useEffect(() => () => opened(microphone.value)?.close(), [microphone]);
	const words = voiceWords[language.value];
	const here = opened(microphone.value);
	return (
		<>
			<fieldset class="voice-languages">
				<legend>{words.spoken}</legend>
				{(["vi", "en"] as const).map((one) => (
					<label key={one}>
						<input
							type="radio"
							name="voice-language"
							checked={spoken.value === one}
							onChange={() => {
								spoken.value = one;
							}}
						/>
						{words.languages[one]}
					</label>
				))}
			</fieldset>
			<InUse key={spoken.value} spoken={spoken.value} />
			{here === null ? (
				<MicrophoneOff microphone={microphone} />
			) : (
				<Recording key={`recording-${spoken.value}`} spoken={spoken.value} microphone={here} />
			)}
		</>
	);
}

function opened(microphone: Microphone | NoMicrophone | null): Microphone | null {
	return typeof microphone === "object" ? microphone : null;
}

/** Whose voice calls are said in until now. */
function InUse({ spoken }: { spoken: Language }) {
	const voice = useSignal<VoiceView | null>(null);
	useEffect(() => {
		void api<VoiceView>("GET", `/api/voice/${spoken}`).then((got) => {
			if (got.ok) voice.value = got.value;
		});
	}, [spoken, voice]);
	const words = voiceWords[language.value];
	if (voice.value === null) return null;
	return (
		<p class="soft">
			{words.inUse(voice.value.voice)}
			{voice.value.provisional && (
				<>
					<br />
					{words.provisional}
				</>
			)}
		</p>
	);
}

function MicrophoneOff({ microphone }: { microphone: Signal<Microphone | NoMicrophone | null> }) {
	const words = voiceWords[language.value];
	const { value: why } = microphone;
	return (
		<div class="voice-off">
			{typeof why === "string" && (
				<p class="notice is-wrong" role="alert">
					{words[why]}
				</p>
			)}
			<button
				type="button"
				class="button button-primary"
				onClick={() => {
					void openMicrophone().then((answer) => {
						microphone.value = answer;
					});
				}}
			>
				<Icon node={Mic} />
				{words.microphone}
			</button>
		</div>
	);
}

function Recording({ spoken, microphone }: { spoken: Language; microphone: Microphone }) {
	const words = voiceWords[language.value];
	const phrases = phrasesOf(spoken);
	const takes = useSignal<Takes>(new Map());
	const name = useSignal(phrases[0]?.name ?? "");
	const running = useSignal<ReturnType<Microphone["record"]> | null>(null);
	const good = useComputed(
		() => phrases.filter((phrase) => isGood(takes.value.get(phrase.name))).length,
	);
	const phrase = phrases.find((one) => one.name === name.value);
	const take = takes.value.get(name.value);

	/** Begins a recording, or ends the one that runs. */
	async function press(): Promise<void> {
		if (running.value === null) {
			running.value = microphone.record();
			return;
		}
		const { stop } = running.value;
		const [recorded, text] = [name.value, phrase?.text ?? ""];
		running.value = null;
		const recording = await stop();
		takes.value = new Map(takes.value).set(recorded, takeOf(text, recording));
	}

	function choose(chosen: string): void {
		if (running.value === null) name.value = chosen;
	}

	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.key.toLowerCase() === "r" && !event.repeat && !event.ctrlKey) void press();
		};
		// What was read in an hour is not lost by a slip.
		const onLeave = (event: BeforeUnloadEvent) => {
			if (takes.value.size === 0) return;
			event.preventDefault();
			// Browsers before 2023 ask only where this is set.
			event.returnValue = true;
		};
		window.addEventListener("keydown", onKey);
		window.addEventListener("beforeunload", onLeave);
		return () => {
			window.removeEventListener("keydown", onKey);
			window.removeEventListener("beforeunload", onLeave);
		};
	});

	return (
		<>
			<section class="panel voice-now">
				<p class="soft">{words.say}</p>
				<p class="voice-text" lang={spoken}>
					{phrase?.text}
				</p>
				<Level microphone={microphone} />
				<div class="voice-buttons">
					<button
						type="button"
						class="button button-primary"
						aria-pressed={running.value !== null}
						onClick={() => void press()}
					>
						<Icon node={running.value === null ? Circle : Square} />
						{running.value === null ? words.record : words.stop}
					</button>
					<button
						type="button"
						class="button"
						disabled={take === undefined || running.value !== null}
						onClick={() => take && microphone.play(trimmedAndLevelled(take.recording))}
					>
						<Icon node={Play} />
						{words.listen}
					</button>
					<button
						type="button"
						class="button"
						disabled={running.value !== null}
						onClick={() => choose(nextToRecord(phrases, takes.value, name.value))}
					>
						<Icon node={StepForward} />
						{words.next}
					</button>
				</div>
				<p class="soft">{words.hint}</p>
				<div role="status">
					{isGood(take) && (
						<p class="notice is-calm">{words.good(((take?.durationMs ?? 0) / 1_000).toFixed(1))}</p>
					)}
					{take?.faults.map((fault) => (
						<p key={fault} class="notice is-wrong">
							{words.faults[fault]}
						</p>
					))}
				</div>
			</section>
			<section class="voice-save">
				<p role="status">{words.done(good.value, phrases.length)}</p>
				<button
					type="button"
					class="button"
					disabled={good.value === 0}
					onClick={() => save(spoken, takes.value)}
				>
					<Icon node={Download} />
					{words.save}
				</button>
				<p class="soft">{words.saveHint}</p>
			</section>
			<PhraseList phrases={phrases} takes={takes.value} chosen={name.value} onChoose={choose} />
		</>
	);
}

function Level({ microphone }: { microphone: Microphone }) {
	const percent = Math.round(microphone.level.value * 100);
	return (
		<meter
			class="voice-level"
			min={0}
			max={100}
			low={5}
			high={95}
			value={percent}
			aria-label={voiceWords[language.value].level}
		/>
	);
}

/** Puts all good takes into one file on this machine. Not compressed: sound hardly gets smaller, and every system unpacks it. */
function save(spoken: Language, takes: Takes): void {
	const files: Record<string, [Uint8Array<ArrayBuffer>, { level: 0 }]> = {};
	for (const [name, take] of takes) {
		if (isGood(take)) files[`${name}.wav`] = [wavOf(take.recording), { level: 0 }];
	}
	const address = URL.createObjectURL(new Blob([zipSync(files)], { type: "application/zip" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = `giong-doc-${spoken}.zip`;
	link.click();
	// The browser reads it after this; it is let go once it surely has.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
