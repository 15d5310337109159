import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { language } from "../../ui/language.ts";
import { voiceWords } from "../../words/voice.ts";

/** For admins: where an office records its voice. It is loaded when it is opened, which hardly anybody ever does. */
export function VoicePage() {
	const words = voiceWords[language.value];
	const recorder = useSignal<{ Recorder: ComponentType } | "loading" | "failed">("loading");
	useEffect(() => {
		import("./recorder.tsx").then(
			(loaded) => {
				recorder.value = loaded;
			},
			() => {
				recorder.value = "failed";
			},
		);
	}, [recorder]);
	const { value } = recorder;
	return (
		<main class="page voice">
			<div>
				<h1>{words.title}</h1>
				<p class="soft">{words.intro}</p>
			</div>
			{typeof value === "object" ? (
				<value.Recorder />
			) : (
				<p role="status">{value === "loading" ? words.loading : words.notLoaded}</p>
			)}
		</main>
	);
}
