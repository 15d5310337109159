import { type ReadonlySignal, signal } from "@preact/signals";
import type { Language } from "../../protocol/office.ts";
import type { VoiceView } from "../../protocol/voice.ts";
import type { ClipName } from "../../voice/clips.ts";

/** Reads a sound file into memory. @throws where the browser cannot */
export type Decode<Sound> = (bytes: ArrayBuffer) => Promise<Sound>;

/** The clips in memory, decoded: 6 MB for Vietnamese at 48 kHz, 8 MB for English. Nothing is asked of the hub while one speaks. */
export interface ClipStore<Sound> {
	/** `failed`: there are clips, and this browser can read none of them. */
	readonly state: ReadonlySignal<"loading" | "ready" | "failed">;
	load(languages: readonly Language[]): void;
	clip(language: Language, name: ClipName): Sound | undefined;
}

/** A hub that is being started is there within seconds; one that is away for hours is not asked twice a second. */
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

export function createClipStore<Sound>(decode: Decode<Sound>): ClipStore<Sound> {
	const state = signal<"loading" | "ready" | "failed">("loading");
	const loaded = new Map<Language, ReadonlyMap<string, Sound>>();
	const underWay = new Map<Language, Promise<void>>();

	return {
		state,
		load(languages) {
			const all = languages.map((language) => {
				const loading = underWay.get(language) ?? loadLanguage(language);
				underWay.set(language, loading);
				return loading;
			});
			void Promise.all(all).then(() => {
				const isAnyThere = languages.some((language) => (loaded.get(language)?.size ?? 0) > 0);
				state.value = isAnyThere ? "ready" : "failed";
			});
		},
		clip: (language, name) => loaded.get(language)?.get(name),
	};

	async function loadLanguage(language: Language): Promise<void> {
		const clips = new Map<string, Sound>();
		const view: VoiceView = await untilAnswered(`/api/voice/${language}`, (answer) =>
			answer.json(),
		);
		// One after the other: a weak box decodes slowly, and has other things to do when it starts.
		for (const [name, { path }] of Object.entries(view.clips)) {
			const bytes = await untilAnswered(path, (answer) => answer.arrayBuffer());
			try {
				clips.set(name, await decode(bytes));
			} catch (error) {
				// It will not become readable; calls that need it are left to the chime.
				tellConsole(error);
			}
		}
		loaded.set(language, clips);
	}
}

/** Asks until the hub answers, however long that takes. */
async function untilAnswered<T>(path: string, read: (answer: Response) => Promise<T>): Promise<T> {
	for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
		try {
			const answer = await fetch(path);
			if (answer.ok) return await read(answer);
		} catch {
			// Out of reach: the next attempt tells.
		}
		await new Promise((over) => setTimeout(over, pauseMs));
	}
}

/** The console of the board, where a technician looks. */
function tellConsole(error: unknown): void {
	setTimeout(() => {
		throw error;
	});
}
